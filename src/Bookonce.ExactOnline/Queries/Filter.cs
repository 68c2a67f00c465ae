namespace Bookonce.ExactOnline;

/// <summary>
/// A <c>$filter</c>. Property names are used as given; values are escaped.
/// Source: Exact knowledge base, Query string options.
/// </summary>
public sealed class Filter
{
    /// <summary>The room that a chain of alternatives may take in an address of at most 6,000 characters.</summary>
    private const int RoomForAlternatives = 3_500;

    private readonly string text;
    private readonly bool isCompound;

    private Filter(string text, bool isCompound = false) => (this.text, this.isCompound) = (text, isCompound);

    /// <summary>The property equals the value. Compare texts again afterwards: whether case matters is not documented.</summary>
    public static Filter Eq(string property, FilterValue value) => new($"{property} eq {value}");

    /// <summary>The property differs from the value.</summary>
    public static Filter Ne(string property, FilterValue value) => new($"{property} ne {value}");

    /// <summary>The property is greater than the value.</summary>
    public static Filter Gt(string property, FilterValue value) => new($"{property} gt {value}");

    /// <summary>The property is at least the value.</summary>
    public static Filter Ge(string property, FilterValue value) => new($"{property} ge {value}");

    /// <summary>The property is less than the value.</summary>
    public static Filter Lt(string property, FilterValue value) => new($"{property} lt {value}");

    /// <summary>The property is at most the value.</summary>
    public static Filter Le(string property, FilterValue value) => new($"{property} le {value}");

    /// <summary>The padded column equals the value without its padding (slower than <see cref="Eq"/>).</summary>
    public static Filter TrimmedEq(string property, string value) => Eq($"trim({property})", value);

    /// <summary>All of the filters hold.</summary>
    public static Filter And(params ReadOnlySpan<Filter> filters) => Join(" and ", filters);

    /// <summary>At least one of the filters holds.</summary>
    public static Filter Or(params ReadOnlySpan<Filter> filters) => Join(" or ", filters);

    /// <summary>The filter does not hold.</summary>
    public static Filter Not(Filter filter) => new($"not ({filter.text})");

    /// <summary>Both filters hold.</summary>
    public static Filter operator &(Filter left, Filter right) => And(left, right);

    /// <summary>At least one of both filters holds.</summary>
    public static Filter operator |(Filter left, Filter right) => Or(left, right);

    /// <summary>
    /// The property is one of the values: as many filters as it takes to keep each address below Exact's 6,000 characters.
    /// </summary>
    public static IReadOnlyList<Filter> AnyOf(string property, IEnumerable<FilterValue> values)
    {
        var filters = new List<Filter>();
        var chain = new List<Filter>();
        var length = 0;
        foreach (var alternative in values.Distinct().Select(value => Eq(property, value)))
        {
            var size = alternative.Encoded().Length + "%20or%20".Length;
            if (length + size > RoomForAlternatives && chain.Count > 0)
            {
                filters.Add(Or([.. chain]));
                chain.Clear();
                length = 0;
            }

            chain.Add(alternative);
            length += size;
        }

        if (chain.Count > 0)
            filters.Add(Or([.. chain]));
        return filters;
    }

    /// <summary>The filter as text, not encoded.</summary>
    public override string ToString() => text;

    internal string Encoded() => Uri.EscapeDataString(text);

    private static Filter Join(string word, ReadOnlySpan<Filter> filters)
    {
        if (filters is [var only])
            return only;
        if (filters.IsEmpty)
            throw new ArgumentException("A filter needs at least one condition.", nameof(filters));

        var parts = new string[filters.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = filters[i].isCompound ? $"({filters[i].text})" : filters[i].text;
        return new Filter(string.Join(word, parts), isCompound: true);
    }
}
