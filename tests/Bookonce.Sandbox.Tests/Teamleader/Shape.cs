using System.Globalization;
using System.Text.Json;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>
/// What an answer must look like, read from a field list: <c>name:kind</c> with <c>?</c> for nullable, <c>[kind]</c> for a list,
/// <c>{…}</c> for an object, <c>a|b</c> for words, <c>name~:kind</c> for a field that may be missing, <c>@name</c> for a list kept elsewhere.
/// </summary>
internal sealed class Shape(string text)
{
    int _at;

    /// <summary>The first thing that is not as it should be, or null.</summary>
    public static string? Fault(string shape, JsonElement value) => new Shape(shape).Check(value, "$");

    string? Check(JsonElement? value, string path)
    {
        SkipBlanks();
        var start = _at;
        var fault = Next() switch
        {
            '{' => Object(value, path),
            '[' => List(value, path),
            _ => Scalar(value, path),
        };
        if (_at < text.Length && text[_at] == '?')
        {
            _at++;
            if (value is { ValueKind: JsonValueKind.Null })
                return null;
        }
        return fault is null ? null : $"{fault} ({text[start.._at]})";
    }

    string? Object(JsonElement? value, string path)
    {
        _at++;
        var fault = value is null or { ValueKind: JsonValueKind.Object } ? null : $"{path} is no object";
        var known = new HashSet<string>();
        for (SkipBlanks(); Next() != '}'; SkipBlanks())
        {
            var name = Word();
            known.Add(name);
            var optional = Next() == '~';
            _at += optional ? 2 : 1;
            JsonElement found = default;
            var there = fault is null && value is { } item && item.TryGetProperty(name, out found);
            var inner = Check(there ? found : null, $"{path}.{name}");
            if (value is not null && fault is null)
                fault = there || optional ? inner : $"{path}.{name} is missing";
        }
        _at++;
        if (fault is null && value is { } whole)
            fault = whole
                .EnumerateObject()
                .Where(member => !known.Contains(member.Name))
                .Select(member => $"{path}.{member.Name} is unknown")
                .FirstOrDefault();
        return fault;
    }

    string? List(JsonElement? value, string path)
    {
        _at++;
        var start = _at;
        Check(value: null, path);
        var end = _at;
        var fault = value is null or { ValueKind: JsonValueKind.Array } ? null : $"{path} is no list";
        if (fault is null && value is { } list)
            foreach (var (index, item) in list.EnumerateArray().Index())
            {
                _at = start;
                fault ??= Check(item, $"{path}[{index}]");
            }
        _at = end + 1;
        return fault;
    }

    string? Scalar(JsonElement? value, string path)
    {
        var kind = Word();
        if (value is not { } item)
            return null;
        if (kind.StartsWith('@'))
            return new Shape(Shapes.Parts[kind[1..]]).Check(item, path);
        return Fits(kind, item) ? null : $"{path} is {item.GetRawText()}";
    }

    static bool Fits(string kind, JsonElement value) =>
        kind switch
        {
            "any" => true,
            "text" => value.ValueKind == JsonValueKind.String,
            "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "uuid" => value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out _),
            "date" => Is(value, "yyyy-MM-dd"),
            "moment" => Is(value, "yyyy-MM-dd'T'HH:mm:ss'+00:00'"),
            _ => value.ValueKind == JsonValueKind.String && kind.Split('|').Contains(value.GetString()),
        };

    static bool Is(JsonElement value, string format) =>
        value.ValueKind == JsonValueKind.String
        && DateTime.TryParseExact(value.GetString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    char Next() => _at < text.Length ? text[_at] : '\0';

    void SkipBlanks()
    {
        while (char.IsWhiteSpace(Next()))
            _at++;
    }

    string Word()
    {
        SkipBlanks();
        var start = _at;
        while (char.IsLetterOrDigit(Next()) || Next() is '_' or '|' or '@')
            _at++;
        return text[start.._at];
    }
}
