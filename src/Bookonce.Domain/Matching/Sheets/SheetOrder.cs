namespace Bookonce.Domain.Matching.Sheets;

/// <summary>Brings rows into an order that depends on what they say and not on how they came.</summary>
static class SheetOrder
{
    /// <summary>The rows by key, then by id.</summary>
    public static int[] Of(int count, Func<int, ulong> key, Func<int, string> id)
    {
        var (keys, rows) = (new ulong[count], new int[count]);
        for (var i = 0; i < count; i++)
            (keys[i], rows[i]) = (key(i), i);
        Array.Sort(keys, rows);

        for (int start = 0, end; start < count; start = end)
        {
            for (end = start + 1; end < count && keys[end] == keys[start]; end++) { }
            if (end - start > 1)
                rows.AsSpan(start..end).Sort((a, b) => string.CompareOrdinal(id(a), id(b)));
        }
        return rows;
    }

    /// <summary>A column in that order.</summary>
    public static T[] Column<T>(int[] order, Func<int, T> value)
    {
        var column = new T[order.Length];
        Ranges.Each(
            order.Length,
            (from, to) =>
            {
                for (var row = from; row < to; row++)
                    column[row] = value(order[row]);
            }
        );
        return column;
    }
}
