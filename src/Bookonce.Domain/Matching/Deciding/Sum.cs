namespace Bookonce.Domain.Matching.Deciding;

/// <summary>Finds which of a few amounts add up to another.</summary>
static class Sum
{
    /// <summary>The places of at least two amounts that add up to the total, as few as possible; null when none do.</summary>
    /// <param name="amounts">Cents, the likeliest first.</param>
    /// <param name="total">Cents.</param>
    /// <param name="most">The most amounts in a sum.</param>
    public static int[]? Of(long[] amounts, long total, int most)
    {
        for (var count = 2; count <= Math.Min(most, amounts.Length); count++)
            if (Find(amounts, total, count, 0) is { } found)
                return found;
        return null;
    }

    static int[]? Find(long[] amounts, long total, int count, int first)
    {
        for (var at = first; at + count <= amounts.Length; at++)
        {
            if (count == 1 && amounts[at] == total)
                return [at];
            // A credit note and its invoice add up to nothing, and to anything together with a third.
            if (
                count > 1
                && Math.Sign(amounts[at]) == Math.Sign(total)
                && Find(amounts, total - amounts[at], count - 1, at + 1) is { } rest
            )
                return [at, .. rest];
        }
        return null;
    }
}
