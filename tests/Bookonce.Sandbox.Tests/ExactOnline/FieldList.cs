using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bookonce.Sandbox.Tests.ExactOnline;

/// <summary>What an address shows, as the reference lists it; read from Fields.txt.</summary>
internal sealed partial record FieldList(string Path, string Query, IReadOnlyList<ListedField> Fields)
{
    public static IReadOnlyList<FieldList> All { get; } = [.. Read()];

    /// <summary>The address with the query that it needs.</summary>
    public string Address =>
        Query is ""
            ? Path
            : $"{Path}?{Query.Replace("@", string.Join(',', Fields.Select(listed => listed.Name)), StringComparison.Ordinal)}";

    /// <summary>What is wrong with a row, in words.</summary>
    public IEnumerable<string> Faults(JsonElement row)
    {
        var shown = row.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        if (!shown.Remove("__metadata"))
            yield return "no __metadata";
        foreach (var field in Fields)
        {
            if (!shown.Remove(field.Name, out var value))
                yield return $"{field.Name} is missing";
            else if (!field.Fits(value))
                yield return $"{field.Name} is {value.GetRawText()}";
        }
        foreach (var name in shown.Keys)
            yield return $"{name} is not listed";
    }

    private static IEnumerable<FieldList> Read()
    {
        var text = File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "ExactOnline", "Fields.txt"));
        foreach (Match match in Section().Matches(text))
        {
            var words = match.Groups["fields"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            yield return new(
                match.Groups["path"].Value,
                match.Groups["query"].Value.Trim(),
                [.. words.Select(ListedField.Parse)]
            );
        }
    }

    [GeneratedRegex(
        @"^\[(?<path>[^]]+)\](?<query>.*)\n(?<fields>(?:[^\[#\n].*\n)+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Section();
}

/// <param name="Mark">The type as the list marks it.</param>
/// <param name="IsAlways">It is never null.</param>
internal sealed partial record ListedField(string Name, string Mark, bool IsAlways)
{
    public static ListedField Parse(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return new(word[..colon], word[(colon + 1)..].TrimEnd('!'), word.EndsWith('!'));
    }

    public bool Fits(JsonElement value) =>
        (Mark, value.ValueKind) switch
        {
            (_, JsonValueKind.Null) => !IsAlways,
            ("s", JsonValueKind.String) => true,
            ("g", JsonValueKind.String) => Guid.TryParseExact(value.GetString(), "D", out _)
                && value.GetString() == value.GetString()!.ToLowerInvariant(),
            ("dt", JsonValueKind.String) => Date().IsMatch(value.GetString()!),
            ("bin", JsonValueKind.String) => value.TryGetBytesFromBase64(out _),
            ("d", JsonValueKind.Number) => true,
            ("i16", JsonValueKind.Number) => value.TryGetInt16(out _),
            ("i32", JsonValueKind.Number) => value.TryGetInt32(out _),
            ("i64", JsonValueKind.Number) => value.TryGetInt64(out _),
            ("by", JsonValueKind.Number) => value.TryGetByte(out _),
            ("b", JsonValueKind.True or JsonValueKind.False) => true,
            ("c", JsonValueKind.Object) => value.TryGetProperty("__deferred", out var link)
                && link.GetProperty("uri").GetString() is not null,
            _ => false,
        };

    [GeneratedRegex(@"^/Date\(-?[0-9]+\)/$")]
    private static partial Regex Date();
}
