using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Numbering;

/// <summary>Who gives the numbers of a series.</summary>
public enum NumberingMode
{
    /// <summary>No number was sent yet, so nobody knows whether Exact honours one.</summary>
    Untried,

    /// <summary>A sent number was honoured: Bookonce reserves numbers, and they fence.</summary>
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

    /// <summary>What the mode becomes after an answer to a try that carried a number.</summary>
    public static NumberingMode Learn(int sent, int given) =>
        sent == given ? NumberingMode.Fenced : NumberingMode.ExactNumbers;
}
