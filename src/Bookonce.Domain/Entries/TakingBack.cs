using Bookonce.Domain.Booking;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Entries;

/// <summary>
/// The words that an entry carries which a repair made to take another back. They stand in the books, so a memory that was put
/// back from a copy knows it too.
/// </summary>
public static class TakingBack
{
    const string Begin = "Takes back ";

    /// <summary>The words for what takes an entry back.</summary>
    /// <param name="series">Its series.</param>
    /// <param name="number">Its booking number.</param>
    public static string Words(SeriesKey series, int number) => $"{Begin}{series} {number}";

    /// <summary>Whether an entry takes another back, and so stands for no document, however much it looks like a credit note.</summary>
    /// <param name="entry">The entry.</param>
    public static bool Is(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Description is { } words
            && words.StartsWith(Begin, StringComparison.Ordinal)
            && words[Begin.Length..].Split(' ') is [var series, var number]
            && series.Contains('/', StringComparison.Ordinal)
            && number.All(char.IsAsciiDigit);
    }

    /// <summary>
    /// The entries that can stand for a document: without those that take another back, and those that one of them takes back.
    /// What a link holds stays, because a person may have said so.
    /// </summary>
    /// <param name="entries">Every entry of the administration.</param>
    /// <param name="linked">Its links.</param>
    /// <param name="denials">What was said: it is remembered also when somebody changes the words or the number.</param>
    public static IReadOnlyCollection<Entry> Apart(
        IReadOnlyCollection<Entry> entries,
        LinkedEntries linked,
        IReadOnlySet<Denial> denials
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(denials);
        var backs = entries.Where(Is).ToLookup(back => back.Description!);
        return [.. entries.Where(entry => linked.IsLinked(entry) || !IsNone(entry))];

        bool IsNone(Entry entry) => Is(entry) || IsTaken(entry) || denials.Contains(Denial.OfAll(entry.LineId));

        // A number is given again once it is free, so the words alone do not tell which entry was meant.
        bool IsTaken(Entry entry) =>
            backs[Words(entry.Series, entry.Number)]
                .Any(back => back.Amount == -entry.Amount && !(entry.EnteredAt > back.EnteredAt));
    }
}
