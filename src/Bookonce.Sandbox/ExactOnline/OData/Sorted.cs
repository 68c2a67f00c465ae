using System.Runtime.CompilerServices;

namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>A row and what it is sorted by: the values of the order, then the key.</summary>
internal readonly record struct SortedRow(object Row, object?[] Token);

/// <summary>All rows of a set in one order, kept until something in the administration changes: a page does not sort them anew.</summary>
internal static class Sorted
{
    private const int KeptOrders = 8;
    private static readonly ConditionalWeakTable<Division, Dictionary<string, Kept>> Orders = [];

    public static SortedRow[] All(EntitySet set, Query query, Scope scope)
    {
        var known = Orders.GetOrCreateValue(scope.Division);
        var name = Name(set, query);
        var (changes, switches) = (scope.Division.Changes, scope.Switches);
        if (
            known.TryGetValue(name, out var kept)
            && kept.Changes == changes
            && ReferenceEquals(kept.Switches, switches)
        )
            return kept.Rows;
        if (known.Count >= KeptOrders)
            known.Clear();
        var rows = Sort(set.Rows.After(scope, null), set, query, scope);
        known[name] = new Kept(changes, switches, rows);
        return rows;
    }

    public static SortedRow[] Sort(IEnumerable<object> rows, EntitySet set, Query query, Scope scope)
    {
        SortedRow[] sorted = [.. rows.Select(row => new SortedRow(row, Token(row, set, query, scope)))];
        Array.Sort(sorted, (left, right) => Compare(left.Token, right.Token, query));
        return sorted;
    }

    public static object?[] Token(object row, EntitySet set, Query query, Scope scope) =>
        [.. query.OrderBy.Select(order => order.Field.Value(row, scope)), set.Type.Key.Value(row, scope)];

    /// <summary>The index of the first row behind a token; 0 when there is none.</summary>
    /// <exception cref="ApiException">The token is not one of this order.</exception>
    public static int IndexAfter(SortedRow[] rows, IReadOnlyList<object?>? token, Query query)
    {
        if (token is null)
            return 0;
        if (token.Count != query.OrderBy.Count + 1)
            throw ApiException.QuerySyntax();
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(rows[middle].Token, token, query) <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static int Compare(IReadOnlyList<object?> left, IReadOnlyList<object?> right, Query query)
    {
        for (var i = 0; i < left.Count; i++)
        {
            var order = EdmValue.Compare(left[i], right[i], ignoreCase: false);
            if (order != 0)
                return i < query.OrderBy.Count && query.OrderBy[i].Descending ? -order : order;
        }
        return 0;
    }

    private static string Name(EntitySet set, Query query) =>
        $"{set.Path} {string.Join(',', query.OrderBy.Select(order => $"{order.Field.Name} {order.Descending}"))}";

    private sealed record Kept(long Changes, ExactOnlineSwitches Switches, SortedRow[] Rows);
}
