using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>
/// How these very books are kept: how often this hand leaves the number away, enters with another date or mistypes an amount.
/// Each habit is counted where everything else leaves no doubt, and <see cref="Weights"/> count as some pairs seen before.
/// </summary>
sealed class Habits
{
    /// <summary>How many pairs the standard habits weigh.</summary>
    const double Before = 60;

    readonly double[] numbers;
    readonly double[] otherNumbers;
    readonly double[] dates;
    readonly double[] amounts;

    Habits(Counts seen, double[] strangers)
    {
        numbers = Shares(seen.Numbers, Weights.Number);
        dates = Shares(seen.Dates, Weights.Date);
        amounts = Shares(seen.Amounts, Weights.Amount);
        otherNumbers = strangers;
    }

    /// <summary>How often an entry that is the document says this of its number.</summary>
    public double Number(NumberLevel level) => numbers[(int)level];

    /// <summary>How often any other entry does; only for what says nothing or something else.</summary>
    public double Strange(NumberLevel level) => otherNumbers[(int)level];

    public double Date(DateLevel level) => dates[(int)level];

    public double Amount(AmountLevel level) => amounts[(int)level];

    public static Habits Learn(
        DocumentSheet documents,
        EntrySheet entries,
        NameBook names,
        BookIndex index,
        Explained explained,
        Ties ties
    )
    {
        var seen = new Counts();
        foreach (
            var part in Ranges.Map(
                documents.Count,
                (from, to) =>
                {
                    var counts = new Counts();
                    for (var document = from; document < to; document++)
                        See(document, documents, entries, names, index, ties, counts);
                    return counts;
                }
            )
        )
            seen.Add(part);
        return new Habits(seen, Strangers(entries, explained));
    }

    static void See(
        int document,
        DocumentSheet documents,
        EntrySheet entries,
        NameBook names,
        BookIndex index,
        Ties ties,
        Counts counts
    )
    {
        var (gross, day, number) = (documents.Gross[document], documents.Day[document], documents.Number[document]);
        if (number.Counter == 0)
            return;

        // Customer, amount and day leave no doubt, so the number shows the habit.
        if (names.AccountsOf(documents.Party[document]) is [{ Who: >= Who.Same, Account: var account }, ..])
        {
            var alike = index.ByAccountAndAmount[BookIndex.AccountAndAmount(account, gross)];
            if (
                Only(alike, row => entries.Day[row] == day && entries.Amount[row] == gross && !ties.IsOurs(row)) is
                { } row
            )
                counts.Numbers[(int)NumberComparer.Compare(documents, document, entries, row)]++;
        }

        // The whole number and the customer leave no doubt, so amount shows the habit of dates, and the other way round.
        var numbered = number.IsFull ? index.ByNumber[number.Key] : default;
        var isOwn = (int row) =>
            !ties.IsOurs(row) && names.Compare(documents.Party[document], entries.Account[row]) >= Who.Similar;
        if (Only(numbered, row => Math.Abs(entries.Amount[row]) == Math.Abs(gross) && isOwn(row)) is { } equal)
            counts.Dates[(int)DateComparer.Compare(day, entries.Day[equal], entries.IsOpenItem[equal])]++;
        if (Only(numbered, row => entries.Day[row] == day && isOwn(row)) is { } same)
            counts.Amounts[(int)AmountComparer.Compare(gross, documents.Net[document], entries.Amount[same])]++;
    }

    /// <summary>The one row that fits; null for none or several.</summary>
    static int? Only(ReadOnlySpan<int> rows, Func<int, bool> fits)
    {
        const int most = 40;
        int? found = null;
        if (rows.Length > most)
            return null;
        foreach (var row in rows)
        {
            if (!fits(row))
                continue;
            if (found is not null)
                return null;
            found = row;
        }
        return found;
    }

    static double[] Strangers(EntrySheet entries, Explained explained)
    {
        var shares = Array.ConvertAll(Weights.Number, chances => chances.IfNot * Before);
        var open = Before;
        for (var row = 0; row < entries.Count; row++)
            if (explained.IsOpen(row))
            {
                open++;
                shares[(int)NumberComparer.Stranger(entries.NumbersOf(row), entries.HasReferenceText[row])]++;
            }
        return Array.ConvertAll(shares, share => share / open);
    }

    static double[] Shares(int[] seen, Chances[] before)
    {
        var total = seen.Sum() + Before;
        return [.. seen.Select((count, level) => (count + before[level].IfSame * Before) / total)];
    }

    sealed class Counts
    {
        public int[] Numbers { get; } = new int[Weights.Number.Length];

        public int[] Dates { get; } = new int[Weights.Date.Length];

        public int[] Amounts { get; } = new int[Weights.Amount.Length];

        public void Add(Counts other)
        {
            foreach (
                var (mine, theirs) in new[] { (Numbers, other.Numbers), (Dates, other.Dates), (Amounts, other.Amounts) }
            )
                for (var level = 0; level < mine.Length; level++)
                    mine[level] += theirs[level];
        }
    }
}
