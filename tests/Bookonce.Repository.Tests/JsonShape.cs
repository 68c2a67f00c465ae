using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bookonce.Repository.Tests;

/// <summary>
/// Holds JSON against a schema, by the few keywords that the contracts use. It is stricter than a validator: a field that
/// the schema does not describe is a slip, and so is a keyword that nobody here would look at.
/// </summary>
static class JsonShape
{
    static readonly string[] Known =
    [
        "$schema",
        "title",
        "description",
        "type",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "enum",
        "pattern",
        "minimum",
        "anyOf",
        "$ref",
    ];

    /// <summary>What is wrong, each with its place; empty when all is well.</summary>
    public static IReadOnlyList<string> Slips(JsonElement schema, JsonElement value) => [.. Slips(schema, value, "$")];

    static IEnumerable<string> Slips(JsonElement schema, JsonElement value, string at)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Known.Contains(keyword.Name)))
            yield return $"{at}: the schema says {keyword.Name}, which is not looked at";
        if (schema.TryGetProperty("$ref", out var other))
        {
            foreach (var slip in Slips(Contract(other.GetString()!), value, at))
                yield return slip;
            yield break;
        }
        if (schema.TryGetProperty("anyOf", out var choices))
        {
            var slips = choices.EnumerateArray().Select(choice => Slips(choice, value, at).ToArray()).ToArray();
            // The first choice is what is usually there, so its slips tell most.
            if (slips.All(found => found is not []))
                foreach (var slip in slips[0])
                    yield return slip;
            yield break;
        }
        if (!Types(schema).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(schema).Contains("number")))
        {
            yield return $"{at} is {TypeOf(value)}, not {string.Join(" or ", Types(schema))}";
            yield break;
        }

        var inner = value.ValueKind switch
        {
            JsonValueKind.Object when IsOpen(schema) => [],
            JsonValueKind.Object => Object(schema, value, at),
            JsonValueKind.Array => value
                .EnumerateArray()
                .SelectMany((item, place) => Slips(schema.GetProperty("items"), item, $"{at}[{place}]")),
            JsonValueKind.String => Text(schema, value.GetString()!, at),
            JsonValueKind.Number => schema.TryGetProperty("minimum", out var least)
            && value.GetDecimal() < least.GetDecimal()
                ? [$"{at} is {value}, less than {least}"]
                : [],
            _ => [],
        };
        foreach (var slip in inner)
            yield return slip;
    }

    static IEnumerable<string> Object(JsonElement schema, JsonElement value, string at)
    {
        var properties = schema.GetProperty("properties");
        foreach (var name in schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!))
            if (!value.TryGetProperty(name, out _))
                yield return $"{at}.{name} is missing";
        foreach (var field in value.EnumerateObject())
            if (!properties.TryGetProperty(field.Name, out var described))
                yield return $"{at}.{field.Name} is not described";
            else
                foreach (var slip in Slips(described, field.Value, $"{at}.{field.Name}"))
                    yield return slip;
    }

    static IEnumerable<string> Text(JsonElement schema, string text, string at)
    {
        if (
            schema.TryGetProperty("enum", out var words) && words.EnumerateArray().All(word => word.GetString() != text)
        )
            yield return $"{at} is '{text}', which is none of {words}";
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
            yield return $"{at} is '{text}', not like {pattern}";
    }

    /// <summary>Another schema beside it.</summary>
    static JsonElement Contract(string file) => JsonDocument.Parse(Tree.Read($"docs/contracts/{file}")).RootElement;

    /// <summary>An object of any fields, and the schema says so.</summary>
    static bool IsOpen(JsonElement schema) =>
        schema.TryGetProperty("additionalProperties", out var any) && any.ValueKind == JsonValueKind.True;

    static string[] Types(JsonElement schema) =>
        schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
            ? [.. several.EnumerateArray().Select(type => type.GetString()!)]
            : [schema.GetProperty("type").GetString()!];

    static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            _ => "null",
        };
}
