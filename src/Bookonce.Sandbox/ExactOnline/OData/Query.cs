using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>The query options of a list or a single entity.</summary>
internal sealed record Query
{
    /// <summary>Null selects everything.</summary>
    public IReadOnlyList<Field>? Select { get; private init; }

    /// <summary>Per expanded field the child fields to show; an empty list shows all.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Field>> Expand { get; private init; } =
        new Dictionary<string, IReadOnlyList<Field>>();
    public Filter? Filter { get; private init; }
    public IReadOnlyList<(Field Field, bool Descending)> OrderBy { get; private init; } = [];
    public int? Top { get; private init; }
    public int Skip { get; private init; }
    public IReadOnlyList<object?>? SkipToken { get; private init; }
    public bool CountsAll { get; private init; }

    /// <summary>What every row of a set looks like that is not asked for anything else.</summary>
    public static Query Everything { get; } = new();

    /// <exception cref="ApiException">An option cannot be read, or names what the entity has not.</exception>
    public static Query Parse(string? queryString, EntityType type, ExactOnlineSwitches switches)
    {
        // The parser takes + for a space and lets option names differ in case.
        var options = QueryHelpers.ParseQuery(queryString);
        string? Option(string name) =>
            options.TryGetValue(name, out var values) && values is [{ Length: > 0 } first, ..] ? first : null;

        var expand = Expansions(Option("$expand"), type);
        return new Query
        {
            Select = Selected(Option("$select"), type, expand),
            Expand = expand.ToDictionary(pair => pair.Key, IReadOnlyList<Field> (pair) => pair.Value),
            Filter = Option("$filter") is { } filter ? Filter.Parse(filter, type, switches) : null,
            OrderBy = Option("$orderby") is { } order ? [.. order.Split(',').Select(part => Order(part, type))] : [],
            Top = Whole(Option("$top")),
            Skip = Whole(Option("$skip")) ?? 0,
            SkipToken = Option("$skiptoken") is { } token ? FilterGrammar.ParseLiterals(token) : null,
            CountsAll = Option("$inlinecount") == "allpages",
        };
    }

    private static Dictionary<string, List<Field>> Expansions(string? text, EntityType type) =>
        Names(text)
            .Distinct()
            .ToDictionary(
                name => type.Find(name) is { Type: Edm.Children } ? name : throw ApiException.QuerySyntax(),
                _ => new List<Field>()
            );

    private static List<Field>? Selected(string? text, EntityType type, Dictionary<string, List<Field>> expand)
    {
        if (text is null || Names(text).Contains("*"))
            return null;
        var selected = new List<Field>();
        foreach (var name in Names(text))
        {
            if (name.Split('/') is [var parent, var child])
            {
                if (!expand.TryGetValue(parent, out var children))
                    throw ApiException.QuerySyntax();
                if (child != "*")
                    children.Add(type.Find(parent)?.ChildType?.Find(child) ?? throw ApiException.QuerySyntax());
            }
            else if (!selected.Exists(field => field.Name == name))
            {
                selected.Add(type.Find(name) ?? throw ApiException.QuerySyntax());
            }
        }
        return selected;
    }

    private static (Field, bool) Order(string part, EntityType type) =>
        part.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var name] => (Sortable(name, type), false),
            [var name, "asc"] => (Sortable(name, type), false),
            [var name, "desc"] => (Sortable(name, type), true),
            _ => throw ApiException.QuerySyntax(),
        };

    private static Field Sortable(string name, EntityType type) =>
        type.Find(name) is { Type: not Edm.Children } field ? field : throw ApiException.QuerySyntax();

    private static int? Whole(string? text)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.QuerySyntax();
    }

    private static string[] Names(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
