using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Bookonce.ExactOnline;

/// <summary>
/// The exact bytes of what is written: members in the order of the record, decimals with their scale, dates at midnight, nulls left out.
/// The same record gives the same bytes, so a caller may store them before sending and send them again later.
/// </summary>
public static class ExactJson
{
    /// <summary>The body of <c>POST salesentry/SalesEntries</c>, lines included.</summary>
    public static ReadOnlyMemory<byte> Bytes(NewSalesEntry entry) =>
        JsonSerializer.SerializeToUtf8Bytes(entry, WriteJson.Default.NewSalesEntry);

    /// <summary>The body of <c>POST salesentry/SalesEntryLines</c>; the line must name its entry.</summary>
    public static ReadOnlyMemory<byte> Bytes(NewSalesEntryLine line) =>
        JsonSerializer.SerializeToUtf8Bytes(line, WriteJson.Default.NewSalesEntryLine);

    /// <summary>The body of <c>POST crm/Accounts</c>.</summary>
    public static ReadOnlyMemory<byte> Bytes(NewAccount account) =>
        JsonSerializer.SerializeToUtf8Bytes(account, WriteJson.Default.NewAccount);

    /// <summary>The body of <c>POST documents/Documents</c>.</summary>
    public static ReadOnlyMemory<byte> Bytes(NewDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, WriteJson.Default.NewDocument);

    /// <summary>The body of <c>POST documents/DocumentAttachments</c>.</summary>
    public static ReadOnlyMemory<byte> Bytes(NewDocumentAttachment attachment) =>
        JsonSerializer.SerializeToUtf8Bytes(attachment, WriteJson.Default.NewDocumentAttachment);

    /// <summary>The body of a PUT: only what changes.</summary>
    /// <exception cref="ArgumentException">A value is null: Exact answers an explicit null with a generic 500.</exception>
    public static ReadOnlyMemory<byte> Bytes(JsonObject changes)
    {
        if (changes.Any(change => change.Value is null))
            throw new ArgumentException("Exact takes no explicit null in a change.", nameof(changes));

        return JsonSerializer.SerializeToUtf8Bytes(changes, WriteJson.Default.JsonObject);
    }
}

/// <summary>How bodies are written.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ExactDateOnly), typeof(ExactDateTime)]
)]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(NewAccount))]
[JsonSerializable(typeof(NewDocument))]
[JsonSerializable(typeof(NewDocumentAttachment))]
[JsonSerializable(typeof(NewSalesEntry))]
[JsonSerializable(typeof(NewSalesEntryLine))]
internal sealed partial class WriteJson : JsonSerializerContext;
