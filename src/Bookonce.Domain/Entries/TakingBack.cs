using Bookonce.Domain.Booking;

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
}
