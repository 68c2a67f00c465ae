namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The booking numbers of every journal and financial year: which are taken, and which comes next.</summary>
internal sealed class NumberSeries(Func<ExactOnlineSwitches> switches)
{
    private const int CountingDigits = 10_000;
    private readonly Dictionary<(string Journal, int Year), int> next = [];
    private readonly Dictionary<(string Journal, int Number), List<Entry>> taken = [];

    /// <summary>The entry that stands in the way of a number, or null when it is free.</summary>
    /// <param name="seenUpTo">Entries entered after this one do not count; null counts all.</param>
    public Entry? Holder(string journal, int year, int number, int? seenUpTo = null)
    {
        if (!taken.TryGetValue((journal, number), out var holders))
            return null;
        var uniqueness = switches().EntryNumberUniqueness;
        return holders.Find(entry =>
            (entry.Year == year || uniqueness == NumberUniqueness.PerJournal)
            && (uniqueness != NumberUniqueness.CheckedOnArrival || seenUpTo is not { } seen || entry.Sequence <= seen)
        );
    }

    /// <summary>Whether a caller may bring this number at all.</summary>
    public bool IsInRange(string journal, int year, int number) =>
        switches().EntryNumberRange switch
        {
            GivenNumberRange.OfTheSeries => number / CountingDigits == Next(journal, year) / CountingDigits,
            GivenNumberRange.FromNextOn => number >= Next(journal, year),
            _ => true,
        };

    /// <summary>The number that the screens show as next.</summary>
    public int Next(string journal, int year) =>
        next.TryGetValue((journal, year), out var number) ? number : First(journal, year);

    public void SetNext(string journal, int year, int number) => next[(journal, year)] = number;

    /// <summary>The number for an entry that brings none.</summary>
    public int Peek(string journal, int year)
    {
        var number = Next(journal, year);
        while (Holder(journal, year, number) is not null)
        {
            if (switches().TakenNextNumber == TakenNumber.Refused || number == int.MaxValue)
                throw new RefusedException(Refusal.NumberTaken);
            number++;
        }
        return number;
    }

    /// <param name="given">Whether the caller brought the number.</param>
    public void Take(Entry entry, bool given)
    {
        var (journal, year, number) = (entry.Journal.Code, entry.Year, entry.EntryNumber);
        if (!taken.TryGetValue((journal, number), out var holders))
            taken.Add((journal, number), holders = new(1));
        holders.Add(entry);
        if (
            number >= Next(journal, year)
            && (!given || switches().HigherNumberMovesCounter || number == Next(journal, year))
        )
            SetNext(journal, year, Math.Min(number, int.MaxValue - 1) + 1);
    }

    public void GiveBack(Entry entry)
    {
        var (journal, year, number) = (entry.Journal.Code, entry.Year, entry.EntryNumber);
        if (taken.TryGetValue((journal, number), out var holders) && holders.Remove(entry) && holders.Count is 0)
            taken.Remove((journal, number));
        var comesBack = switches().NumberGivenBack switch
        {
            NumberGivenBack.Never => false,
            NumberGivenBack.LastOnly => number == Next(journal, year) - 1,
            _ => number < Next(journal, year),
        };
        if (comesBack)
            SetNext(journal, year, number);
    }

    // The usual layout: two digits of the year, two of the journal, four that count.
    private static int First(string journal, int year)
    {
        var digits = 0;
        foreach (var letter in journal)
            digits = ((digits * 10) + (char.IsAsciiDigit(letter) ? letter - '0' : letter % 10)) % 100;
        return (year % 100 * 1_000_000) + (digits * CountingDigits) + 1;
    }
}
