using System.Text.Json;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>A field that a list can be sorted on.</summary>
internal sealed record SortField<T>(string Name, Comparison<T> Compare);

/// <summary>A known field and its direction.</summary>
internal sealed record SortOrder<T>(SortField<T> Field, bool Descending);

/// <summary>Reads a call's <c>sort</c>: a list of objects; anything else and unknown fields are ignored.</summary>
internal static class Sorting
{
    public static IReadOnlyList<SortOrder<T>> Orders<T>(this Call call, params IReadOnlyList<SortField<T>> known)
    {
        if (call.Body["sort"] is not { Value.ValueKind: JsonValueKind.Array } sort)
            return [];
        return
        [
            .. from item in sort.Items()
            let name = item["field"]
            where name.Value.ValueKind == JsonValueKind.String
            let field = known.FirstOrDefault(field => field.Name == name.Text())
            where field is not null
            select new SortOrder<T>(field, item["order"].OneOf("asc", "desc") == "desc"),
        ];
    }

    /// <summary>The rows in the order the call asks for; without one, by <paramref name="usual"/>, ascending.</summary>
    public static IEnumerable<T> Sort<T>(
        this Call call,
        IEnumerable<T> rows,
        IReadOnlyList<SortField<T>> usual,
        params IReadOnlyList<SortField<T>> others
    )
    {
        var orders = call.Orders([.. usual, .. others]);
        return rows.InOrder(orders is [] ? [.. usual.Select(field => new SortOrder<T>(field, false))] : orders);
    }

    /// <summary>A stable sort.</summary>
    public static IEnumerable<T> InOrder<T>(this IEnumerable<T> rows, IReadOnlyList<SortOrder<T>> orders) =>
        rows.Order(
            Comparer<T>.Create(
                (left, right) =>
                {
                    foreach (var (field, descending) in orders)
                        if (field.Compare(left, right) is not 0 and var order)
                            return descending ? -order : order;
                    return 0;
                }
            )
        );
}
