using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bookonce.Teamleader;

/// <summary>Careful reading of answers that may be anything.</summary>
internal static partial class Body
{
    private const int LongestText = 2_000;

    /// <summary>The JSON object of the answer, or null when it is empty or something else.</summary>
    public static JsonElement? Object(ReadOnlySpan<byte> body)
    {
        try
        {
            return !body.IsEmpty && JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } found ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The errors of an answer; empty when it has none.</summary>
    public static IReadOnlyList<JsonElement> Errors(JsonElement? answer) =>
        answer is { } found && found.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? [.. errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object)]
            : [];

    /// <summary>The titles of the errors, one per line, or null.</summary>
    public static string? Titles(JsonElement? answer)
    {
        var titles = Errors(answer).Select(error => Clean(Text(error, "title"))).OfType<string>().ToList();
        return titles.Count == 0 ? null : string.Join('\n', titles);
    }

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

    private static string? Clean(string? text)
    {
        if (text is null)
            return null;

        var plain = Tag().Replace(text.Length > LongestText ? text[..LongestText] : text, "").Trim();
        return plain.Length == 0 ? null : plain;
    }

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();
}
