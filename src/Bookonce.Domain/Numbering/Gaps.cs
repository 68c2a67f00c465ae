using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Numbering;

/// <summary>The one rule by which booking numbers are called missing.</summary>
public static class Gaps
{
    static readonly GapCause[] MostTellingFirst =
    [
        GapCause.Reserved,
        GapCause.DeletedByRepair,
        GapCause.DeletedByPerson,
        GapCause.Refused,
        GapCause.NeverSeen,
    ];

    /// <summary>
    /// The cause that is told where a number has several. A refused number may have been given again: an entry that had it,
    /// or a try that still holds it, explains more.
    /// </summary>
    /// <param name="causes">What is known of one number; at least one.</param>
    public static GapCause Foremost(IEnumerable<GapCause> causes) =>
        causes.MinBy(cause => Array.IndexOf(MostTellingFirst, cause));

    /// <summary>
    /// The gaps of a series, in order. Nothing is missing before the first number that is used: where a series begins is
    /// free to choose.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="used">Numbers of the entries that stand there, in any order.</param>
    /// <param name="causes">What is known of numbers that no entry has; of others nobody asks.</param>
    /// <param name="next">The number that is given next, where it is known: what was given before it counts too.</param>
    public static IReadOnlyList<Gap> Of(
        SeriesKey series,
        IEnumerable<int> used,
        IReadOnlyDictionary<int, GapCause> causes,
        int? next = null
    )
    {
        ArgumentNullException.ThrowIfNull(causes);
        int[] numbers = [.. used.Distinct().Order()];
        if (numbers is [])
            return [];

        int[] ends = next is { } given && given > numbers[^1] ? [.. numbers, given] : numbers;
        int[] told = [.. causes.Keys.Order()];
        return
        [
            .. ends.Zip(ends.Skip(1))
                .SelectMany(pair => Between(series, pair.First + 1, pair.Second - 1, told, causes)),
        ];
    }

    /// <summary>Cuts a hole where the cause changes; a hole may be as wide as a jump to other numbers.</summary>
    static IEnumerable<Gap> Between(
        SeriesKey series,
        int from,
        int to,
        int[] told,
        IReadOnlyDictionary<int, GapCause> causes
    )
    {
        Gap? open = null;
        foreach (var piece in Pieces(from, to, told, causes))
        {
            if (open is { } last && last.Cause == piece.Cause)
            {
                open = last with { To = piece.To };
                continue;
            }
            if (open is not null)
                yield return open;
            open = new Gap(series, piece.From, piece.To, piece.Cause);
        }
        if (open is not null)
            yield return open;
    }

    static IEnumerable<(int From, int To, GapCause Cause)> Pieces(
        int from,
        int to,
        int[] told,
        IReadOnlyDictionary<int, GapCause> causes
    )
    {
        var at = Array.BinarySearch(told, from);
        for (var index = at < 0 ? ~at : at; index < told.Length && told[index] <= to; index++)
        {
            if (told[index] > from)
                yield return (from, told[index] - 1, GapCause.NeverSeen);
            yield return (told[index], told[index], causes[told[index]]);
            from = told[index] + 1;
        }
        if (from <= to)
            yield return (from, to, GapCause.NeverSeen);
    }
}
