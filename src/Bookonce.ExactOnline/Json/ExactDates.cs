using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bookonce.ExactOnline;

/// <summary>
/// Reads <c>/Date(ms)/</c>. The number counts Dutch/Belgian wall-clock time as if it were UTC, so it is never converted.
/// Source: Exact knowledge base, FAQ.
/// </summary>
internal static class ExactDates
{
    private const string Opening = "/Date(";

    public static DateTime Read(ref Utf8JsonReader reader)
    {
        var text = reader.GetString() ?? "";
        if (text.StartsWith(Opening, StringComparison.Ordinal) && Milliseconds(text) is { } milliseconds)
            return DateTime.SpecifyKind(DateTime.UnixEpoch.AddMilliseconds(milliseconds), DateTimeKind.Unspecified);
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var written))
            return DateTime.SpecifyKind(written, DateTimeKind.Unspecified);

        throw new JsonException($"'{text}' is no date.");
    }

    private static long? Milliseconds(string text)
    {
        var digits = text.AsSpan(Opening.Length);
        var end = digits[1..].IndexOfAny('+', '-', ')') + 1;
        return
            end > 0
            && long.TryParse(digits[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}

/// <summary>A date-only value: midnight as Exact writes it.</summary>
internal sealed class ExactDateOnly : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.FromDateTime(ExactDates.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture));
}

/// <summary>A wall-clock value of unspecified kind.</summary>
internal sealed class ExactDateTime : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ExactDates.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
}

/// <summary>A flag, which some endpoints write as 0 or 1.</summary>
internal sealed class ExactFlag : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.GetDecimal() != 0,
            JsonTokenType.String => reader.GetString() is "1" or "true" or "True",
            _ => throw new JsonException("No flag."),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value);
}
