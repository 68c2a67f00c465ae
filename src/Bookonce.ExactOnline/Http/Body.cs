using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bookonce.ExactOnline;

/// <summary>Careful reading of answers that may be anything.</summary>
internal static partial class Body
{
    private const int LongestText = 2_000;

    /// <summary>The JSON of the answer, or null when it is empty or something else.</summary>
    public static JsonElement? Json(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The JSON object of the answer, or null.</summary>
    public static JsonElement? Object(ReadOnlySpan<byte> body) =>
        Json(body) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>A member as text, or null when it is absent, null, empty or no scalar.</summary>
    public static string? Text(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(name, out var member)
            ? member.ValueKind switch
            {
                JsonValueKind.String when member.GetString() is { Length: > 0 } text => text,
                JsonValueKind.Number => member.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>Whether an answer is a page for people rather than an answer of the API.</summary>
    public static bool IsPage(HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml"
        || body.TrimStart(" \r\n\t"u8).StartsWith("<"u8);

    /// <summary>The text without markup, at a length that suits a log.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
            return null;

        var plain = Tag().Replace(text.Length > LongestText ? text[..LongestText] : text, "").Trim();
        return plain.Length == 0 ? null : plain;
    }

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();
}
