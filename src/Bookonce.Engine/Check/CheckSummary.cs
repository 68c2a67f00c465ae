using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Engine.Check;

/// <summary>How many of each.</summary>
/// <param name="Documents">Documents that were read.</param>
/// <param name="Entries">Entries that were read.</param>
/// <param name="Linked">Documents whose booking number and amount another integration holds.</param>
/// <param name="Adopt">Documents that certainly are one entry.</param>
/// <param name="Book">Documents that are in the books nowhere.</param>
/// <param name="Ask">Documents that may be there.</param>
/// <param name="Twice">Documents that are there more than once.</param>
/// <param name="Foreign">Entries in no document's list.</param>
/// <param name="UnreadableRows">Rows that were left out.</param>
public sealed record CheckSummary(
    int Documents,
    int Entries,
    int Linked,
    int Adopt,
    int Book,
    int Ask,
    int Twice,
    int Foreign,
    int UnreadableRows
)
{
    /// <summary>Groups of foreign entries that were typed more than once; listed by name in the object around it.</summary>
    internal int TypedTwice { get; init; }

    /// <summary>Whether a person has something to decide.</summary>
    public bool NeedsAPerson() => Ask + Twice + TypedTwice > 0;

    /// <summary>Counts.</summary>
    public static CheckSummary Of(CheckedLists lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var counts = new int[Enum.GetValues<MatchVerdict>().Length];
        for (var document = 0; document < lists.Documents.Rows.Count; document++)
            counts[(int)lists.Check.VerdictOf(document)]++;
        return new CheckSummary(
            lists.Documents.Rows.Count,
            lists.Entries.Rows.Count,
            counts[(int)MatchVerdict.Linked],
            counts[(int)MatchVerdict.Adopt],
            counts[(int)MatchVerdict.Book],
            counts[(int)MatchVerdict.Ask],
            counts[(int)MatchVerdict.Twice],
            lists.Check.Foreign.Count,
            lists.UnreadableRows
        )
        {
            TypedTwice = lists.Check.TypedTwice.Count,
        };
    }
}
