using Bookonce.Domain.Connections;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;

namespace Bookonce.Web.Journals;

/// <summary>The next booking number as far as it is known.</summary>
static class NextNumber
{
    /// <summary>One above the last; in a series that looks empty what a person typed; null when nobody knows.</summary>
    public static int? Of(SeriesRow row, ConnectionSettings settings) =>
        row.Last + 1 ?? settings.SeriesStarts.FirstOrDefault(start => start.Series == row.Series)?.Next;
}

/// <summary>Who gives the numbers of a series, in words.</summary>
static class NumberingWords
{
    public static string Name(NumberingMode mode) =>
        mode switch
        {
            NumberingMode.Fenced => "Bookonce reserves",
            NumberingMode.ExactNumbers => "Exact numbers",
            _ => "Not proved yet",
        };

    public static string Meaning(NumberingMode mode) =>
        mode switch
        {
            NumberingMode.Fenced =>
                "Exact was seen to refuse a number that is taken. Every try of a document carries the same one, so a lost answer cannot book it twice.",
            NumberingMode.ExactNumbers =>
                "Exact gives the number itself. After a lost answer the document waits until Bookonce has looked.",
            _ =>
                "Bookonce sends numbers, but has not seen yet that Exact refuses one that is taken. Until then a lost answer is waited out.",
        };
}
