using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>How common each value is in these very books, among the entries not yet known to be some document.</summary>
sealed class Rarity
{
    readonly int[] ofAmount;
    readonly int[] ofLookAlikes;
    readonly int[] ofAccount;
    readonly int[] untilDay;
    readonly int firstDay;

    public Rarity(EntrySheet entries, BookIndex index, int accounts, Explained explained)
    {
        Total = entries.Count + Weights.OrdinaryEntries;
        ofAmount = Counts(row => index.ByAmount[BookIndex.Amount(entries.Amount[row])]);
        ofLookAlikes = Counts(row =>
            index.ByAccountAndAmount[BookIndex.AccountAndAmount(entries.Account[row], entries.Amount[row])]
        );
        ofAccount = new int[accounts];
        foreach (var account in entries.Account)
            ofAccount[account]++;

        firstDay = entries.Count == 0 ? 0 : entries.Day[0];
        untilDay = new int[entries.Count == 0 ? 1 : entries.Day[^1] - firstDay + 2];
        foreach (var day in entries.Day)
            untilDay[day - firstDay + 1]++;
        for (var day = 1; day < untilDay.Length; day++)
            untilDay[day] += untilDay[day - 1];

        int[] Counts(RowsOf group)
        {
            var counts = new int[entries.Count];
            Ranges.Each(
                counts.Length,
                (from, to) =>
                {
                    for (var row = from; row < to; row++)
                    {
                        var rows = group(row);
                        // A group is counted by its first row, for all of them.
                        if (rows.Length == 0 || rows[0] != row)
                            continue;
                        var open = 0;
                        foreach (var other in rows)
                            open += explained.IsOpen(other) ? 1 : 0;
                        foreach (var other in rows)
                            counts[other] = explained.IsOpen(other) ? open - 1 : open;
                    }
                }
            );
            return counts;
        }
    }

    delegate ReadOnlySpan<int> RowsOf(int row);

    /// <summary>Entries of the books, and the ordinary ones beside them.</summary>
    public double Total { get; }

    /// <summary>Other entries with the amount of this one.</summary>
    public int OfAmount(int row) => ofAmount[row];

    /// <summary>Other entries with account and amount of this one.</summary>
    public int OfLookAlikes(int row) => ofLookAlikes[row];

    /// <summary>Entries of an account.</summary>
    public int OfAccount(int account) => ofAccount[account];

    /// <summary>The share of entries between two days, both included.</summary>
    public double OfDays(int from, int to)
    {
        var seen = Until(to + 1) - Until(from);
        return (seen + Weights.OrdinaryEntries * (to - from + 1) / Weights.OrdinaryDays) / Total;
    }

    int Until(int day) => untilDay[Math.Clamp(day - firstDay, 0, untilDay.Length - 1)];
}
