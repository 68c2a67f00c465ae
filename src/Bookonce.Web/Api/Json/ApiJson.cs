using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bookonce.Web.Api.Json;

/// <summary>How objects of ours are written, on standard output and over HTTP alike.</summary>
public static class ApiJson
{
    /// <summary>camelCase, enums as words, absent values as null.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            // Names and remedies are read by people, and nothing here becomes part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };

    /// <summary>A word of ours as JSON and options spell it.</summary>
    public static string Word(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }
}
