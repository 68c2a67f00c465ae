namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>One page of a list.</summary>
/// <param name="Next">The skip token of the next page, or null on the last.</param>
/// <param name="Count">How many there are on all pages, if that was asked.</param>
internal sealed record Page(IReadOnlyList<object> Rows, string? Next, int? Count)
{
    private const int LongestWithTop = 1000;

    public static Page Read(EntitySet set, Query query, Scope scope)
    {
        var longest =
            query.Top is not null && scope.Switches.TopReach == TopReach.UpToThousand
                ? Math.Max(set.PageSize, LongestWithTop)
                : set.PageSize;
        var size = Math.Min(longest, query.Top ?? int.MaxValue);
        if (query.OrderBy is not [])
            return ReadSorted(set, query, scope, size);
        if (query.SkipToken is { Count: not 1 })
            throw ApiException.QuerySyntax();
        var rows = Matching(set, query, scope, query.SkipToken?[0]).Skip(query.Skip);
        return Cut([.. rows.Take(size + 1)], size, set, query, scope, row => [set.Type.Key.Value(row, scope)]);
    }

    private static Page ReadSorted(EntitySet set, Query query, Scope scope, int size)
    {
        var filter = Ignores(set, scope) ? null : query.Filter;
        var isPinned = filter is not null && set.Rows.Index.Keys.Any(field => filter.Pinned(field) is not null);
        var sorted = isPinned
            ? Sorted.Sort(Matching(set, query, scope, null), set, query, scope)
            : Sorted.All(set, query, scope);
        var rows = new List<object>();
        var left = query.Skip;
        for (var i = Sorted.IndexAfter(sorted, query.SkipToken, query); i < sorted.Length && rows.Count <= size; i++)
        {
            var row = sorted[i].Row;
            if ((isPinned || filter is null || filter.Matches(row, scope)) && left-- <= 0)
                rows.Add(row);
        }
        return Cut(rows, size, set, query, scope, row => Sorted.Token(row, set, query, scope));
    }

    public static int CountOf(EntitySet set, Query query, Scope scope) => Matching(set, query, scope, null).Count();

    private static Page Cut(
        List<object> rows,
        int size,
        EntitySet set,
        Query query,
        Scope scope,
        Func<object, object?[]> token
    )
    {
        var count = query.CountsAll ? CountOf(set, query, scope) : (int?)null;
        if (rows.Count <= size)
            return new Page(rows, null, count);
        rows.RemoveRange(size, rows.Count - size);
        var isWhole = query.Top is { } top && top <= size;
        return new Page(rows, isWhole ? null : string.Join(',', token(rows[^1]).Select(EdmValue.Literal)), count);
    }

    private static IEnumerable<object> Matching(EntitySet set, Query query, Scope scope, object? after)
    {
        var filter = query.Filter;
        if (filter is null || Ignores(set, scope))
            return set.Rows.After(scope, after);
        foreach (var (field, find) in set.Rows.Index)
        {
            if (filter.Pinned(field) is not { } values)
                continue;
            return values
                .SelectMany(value => find(scope, value))
                .Distinct()
                .Where(row => filter.Matches(row, scope))
                .Select(row => (Row: row, Key: set.Type.Key.Value(row, scope)))
                .Where(item => after is null || EdmValue.Compare(item.Key, after, ignoreCase: false) > 0)
                .OrderBy(
                    item => item.Key,
                    Comparer<object?>.Create((a, b) => EdmValue.Compare(a, b, ignoreCase: false))
                )
                .Select(item => item.Row);
        }
        if (filter.Above(set.Type.Key.Name) is { } above && (after is not long given || given < above))
            after = above;
        return set.Rows.After(scope, after).Where(row => filter.Matches(row, scope));
    }

    private static bool Ignores(EntitySet set, Scope scope)
    {
        if (!set.IgnoresFilter || scope.Switches.ReceivablesListFilter == ReceivablesListFilter.Applied)
            return false;
        return scope.Switches.ReceivablesListFilter == ReceivablesListFilter.Ignored
            ? true
            : throw ApiException.QuerySyntax();
    }
}
