using System.Globalization;
using System.Text.Json;

namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>The fields that a caller wrote, each of its field's type.</summary>
internal sealed class Body
{
    // The year 9999 as seen from 1970, less than what a date can hold in either direction.
    private const long FarthestMilliseconds = 60_000_000_000_000;
    private readonly Dictionary<string, object?> values = [];

    /// <summary>What was written, in the order in which it was written.</summary>
    public IReadOnlyDictionary<string, object?> Values => values;

    public IReadOnlySet<string> Names => values.Keys.ToHashSet();

    public bool Has(string field) => values.ContainsKey(field);

    public string? Text(string field) => values.GetValueOrDefault(field) as string;

    public Guid? Id(string field) => values.GetValueOrDefault(field) as Guid?;

    public int? Whole(string field) => (int?)(values.GetValueOrDefault(field) as long?);

    public decimal? Number(string field) => values.GetValueOrDefault(field) as decimal?;

    public DateOnly? Date(string field) =>
        values.GetValueOrDefault(field) is DateTime time ? DateOnly.FromDateTime(time) : null;

    public bool? Flag(string field) => values.GetValueOrDefault(field) as bool?;

    public IReadOnlyList<Body> Children(string field) => values.GetValueOrDefault(field) as IReadOnlyList<Body> ?? [];

    /// <exception cref="ApiException">It is no object of this entity: 400.</exception>
    public static Body Parse(ReadOnlyMemory<byte> utf8, EntityType type, bool nullIsAnError = false)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Parse(document.RootElement, type, nullIsAnError);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is text that is no Unicode.
            throw NoResource();
        }
    }

    private static Body Parse(JsonElement json, EntityType type, bool nullIsAnError)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw NoResource();
        var body = new Body();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == "__metadata")
                continue;
            if (type.Find(property.Name) is not { } field)
            {
                throw ApiException.Unreadable(
                    $"The property name '{property.Name}' specified for type '{type.Model}' is not valid."
                );
            }
            if (nullIsAnError && property.Value.ValueKind == JsonValueKind.Null)
                throw ApiException.Generic();
            body.values[field.Name] =
                field.Type == Edm.Children
                    ? ParseChildren(property.Value, field, nullIsAnError)
                    : Value(property.Value, field);
        }
        return body;
    }

    private static IReadOnlyList<Body> ParseChildren(JsonElement json, Field field, bool nullIsAnError)
    {
        var list =
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty("results", out var results) ? results : json;
        if (list.ValueKind != JsonValueKind.Array || field.ChildType is not { } type)
            throw NoResource();
        return [.. list.EnumerateArray().Select(child => Parse(child, type, nullIsAnError))];
    }

    private static object? Value(JsonElement json, Field field)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        var text = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
            _ => throw Unconvertible(field),
        };
        var isText = json.ValueKind == JsonValueKind.String;
        return field.Type switch
        {
            Edm.String when isText => text,
            Edm.Binary when isText && IsBase64(text) => text,
            Edm.Guid when isText && Guid.TryParse(text, out var id) => id,
            Edm.Boolean when !isText && bool.TryParse(text, out var flag) => flag,
            Edm.Double when Decimal(text) is { } number => number,
            Edm.DateTime when isText && Time(text) is { } time => time,
            Edm.Byte when !isText && bool.TryParse(text, out var flag) => flag ? 1L : 0L,
            Edm.Byte or Edm.Int16 or Edm.Int32 or Edm.Int64 when Whole(text, field.Type) is { } number => number,
            _ => throw Unconvertible(field),
        };
    }

    private static bool IsBase64(string text) => System.Buffers.Text.Base64.IsValid(text);

    private static long? Whole(string text, Edm type)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        var (low, high) = type switch
        {
            Edm.Byte => (0L, byte.MaxValue),
            Edm.Int16 => (short.MinValue, short.MaxValue),
            Edm.Int32 => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        return number >= low && number <= high ? number : null;
    }

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A zone is accepted and ignored: the wall-clock date as written is what counts.
    private static DateTime? Time(string text)
    {
        if (
            text.Length >= 8
            && text.StartsWith("/Date(", StringComparison.Ordinal)
            && text.EndsWith(")/", StringComparison.Ordinal)
        )
        {
            var isNumber = long.TryParse(
                text.AsSpan(6, text.Length - 8),
                CultureInfo.InvariantCulture,
                out var milliseconds
            );
            return isNumber && Math.Abs(milliseconds) < FarthestMilliseconds
                ? DateTime.UnixEpoch.AddMilliseconds(milliseconds)
                : null;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.DateTime
            : null;
    }

    private static ApiException NoResource() =>
        ApiException.Unreadable("The request should be a valid top-level resource object.");

    private static ApiException Unconvertible(Field field) =>
        ApiException.Unreadable(
            $"Error encountered in converting the value from request payload for property '{field.Name}' to type 'Edm.{field.Type}'."
        );
}
