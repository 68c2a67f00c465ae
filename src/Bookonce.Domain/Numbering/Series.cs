using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Numbering;

/// <summary>Who gives the numbers of a series.</summary>
public enum NumberingMode
{
    /// <summary>
    /// Nothing is proved yet. A sent number that came back proves nothing, because it is the one that Exact would have
    /// given anyway. Numbers are sent, but a lost answer is waited out.
    /// </summary>
    Untried,

    /// <summary>Exact was seen to refuse a number that was taken: the reserved number keeps a second entry out.</summary>
    Fenced,

    /// <summary>A sent number was ignored or refused: Exact numbers, and a lost answer must be waited out.</summary>
    ExactNumbers,
}

/// <summary>What is known of the booking numbers of one journal and financial year.</summary>
/// <param name="Key">Journal and financial year.</param>
/// <param name="Numbering">Who gives the numbers.</param>
/// <param name="Highest">The highest number confirmed or ever seen; null in a series that looks empty.</param>
/// <param name="Reserved">The highest number held by an unknown intent; null when there is none.</param>
/// <param name="Start">The next number as a person read it in Exact; null when nobody said.</param>
public sealed record Series(SeriesKey Key, NumberingMode Numbering, int? Highest, int? Reserved, int? Start)
{
    /// <summary>
    /// The number to send next; null when Exact has to give it, because it does so anyway or because nothing is known.
    /// </summary>
    public int? Next =>
        Numbering == NumberingMode.ExactNumbers ? null
        : Highest is null && Reserved is null ? Start
        : Math.Max(Math.Max(Highest ?? 0, Reserved ?? 0) + 1, Highest is null ? Start ?? 0 : 0);

    /// <summary>What the first entry that is there teaches about its series; null when nothing.</summary>
    /// <param name="sent">The number that the try carried.</param>
    /// <param name="given">The number that the entry has.</param>
    /// <param name="refused">Whether the same entry was refused under a number before, and why that was.</param>
    public static NumberingMode? Learn(int? sent, int given, EarlierRefusal refused) =>
        (sent, refused) switch
        {
            ({ } number, _) when number != given => NumberingMode.ExactNumbers,
            (not null, EarlierRefusal.NumberTaken) => NumberingMode.Fenced,
            (null, EarlierRefusal.NumberSent) => NumberingMode.ExactNumbers,
            _ => null,
        };
}

/// <summary>Why an entry was refused before it went through.</summary>
public enum EarlierRefusal
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>It carried a number that something else holds.</summary>
    NumberTaken,

    /// <summary>It carried a free number, and went through without one.</summary>
    NumberSent,
}
