namespace Bookonce.Domain.Numbering;

/// <summary>The booking numbers of a series: where they begin, end and go on, and which are missing.</summary>
/// <param name="Series">What is known of the series.</param>
/// <param name="Entries">How many entries stand there.</param>
/// <param name="First">The lowest number; null when no entry stands there.</param>
/// <param name="Last">The highest number; null when no entry stands there.</param>
/// <param name="Next">The number given next, as far as it can be known.</param>
/// <param name="Gaps">What is missing, in order.</param>
public sealed record SeriesReport(
    Series Series,
    int Entries,
    int? First,
    int? Last,
    NextBookingNumber Next,
    IReadOnlyList<Gap> Gaps
)
{
    /// <summary>Reports on a series.</summary>
    /// <param name="series">What is known of it; its highest number may be one that was deleted since.</param>
    /// <param name="used">Numbers of the entries that stand there, each once, in any order.</param>
    /// <param name="causes">What is known of numbers that no entry has.</param>
    public static SeriesReport Of(
        Series series,
        IReadOnlyCollection<int> used,
        IReadOnlyDictionary<int, GapCause> causes
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(used);
        int? first = used.Count == 0 ? null : used.Min();
        int? last = used.Count == 0 ? null : used.Max();
        var next = NextBookingNumber.Of(series, last);
        return new SeriesReport(
            series,
            used.Count,
            first,
            last,
            next,
            Numbering.Gaps.Of(series.Key, used, causes, next.Number)
        );
    }

    /// <summary>
    /// Holds what a person read in Exact against what is expected: the next number where it can be known, else the one after
    /// the highest ever seen. Null in a series of which nothing is known.
    /// </summary>
    public NumberCheck? Check(int shown) =>
        (Next.Number ?? Series.Highest + 1) is { } expected ? NumberCheck.Of(Series.Key, expected, Last, shown) : null;
}
