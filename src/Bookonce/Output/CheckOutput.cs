using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Check;

namespace Bookonce.Output;

/// <summary>Two compared lists on the screen and as JSON.</summary>
static class CheckOutput
{
    /// <summary>More lines than this belong into the report.</summary>
    const int MostLines = 20;

    public static void Json(CheckedLists lists)
    {
        using var output = Console.OpenStandardOutput();
        CheckJson.Write(output, lists);
        output.Write("\n"u8);
    }

    public static void Text(CheckedLists lists)
    {
        var (summary, typedTwice) = (CheckSummary.Of(lists), lists.Check.TypedTwice.Count);
        Screen.Line(
            $"{Screen.Count(summary.Documents, "document", "documents")}, {Screen.Count(summary.Entries, "entry", "entries")}"
        );
        foreach (
            var (words, count) in new[]
            {
                ("linked by another integration's booking number", summary.Linked),
                ("found in the books", summary.Adopt),
                ("not in the books", summary.Book),
                ("to ask about", summary.Ask),
                ("twice in the books", summary.Twice),
                (
                    summary.Foreign == 1 ? "entry that belongs to no document" : "entries that belong to no document",
                    summary.Foreign
                ),
                ($"{(typedTwice == 1 ? "group" : "groups")} of entries typed twice without a document", typedTwice),
                (
                    summary.UnreadableRows == 1
                        ? "row left out because it cannot be read"
                        : "rows left out because they cannot be read",
                    summary.UnreadableRows
                ),
            }
        )
            if (count > 0)
                Screen.Line($"{count, 7} {words}");
        Tell(lists, MatchVerdict.Twice, "Twice in the books:");
        Tell(lists, MatchVerdict.Ask, "To ask about:");
        if (lists.Check.TypedTwice.Count > 0)
            Screen.Line("Typed twice without a document:");
        foreach (var group in lists.Check.TypedTwice.Take(MostLines))
            Screen.Line($"  {string.Join(" and ", group.Select(place => lists.Entries.Rows[place].Id))}");
    }

    public static int CodeOf(CheckSummary summary) =>
        summary.NeedsAPerson() ? ExitCode.SomethingForAPerson : ExitCode.Done;

    static void Tell(CheckedLists lists, MatchVerdict verdict, string heading)
    {
        int[] places =
        [
            .. Enumerable.Range(0, lists.Documents.Rows.Count).Where(place => lists.Check.VerdictOf(place) == verdict),
        ];
        if (places.Length == 0)
            return;

        Screen.Line(heading);
        foreach (var place in places.Take(MostLines))
        {
            var document = lists.Documents.Rows[place];
            Screen.Line($"  {document.Number ?? document.Id} {document.CustomerName} {document.Gross}".TrimEnd());
            foreach (var candidate in lists.Check.EntriesOf(place))
                Screen.Line(
                    $"    {lists.Entries.Rows[candidate.Entry].Id} {Percent(candidate.Probability)}: {string.Join(", ", lists.Check.Because(place, candidate.Entry))}"
                );
        }
        if (places.Length > MostLines)
            Screen.Line($"  and {places.Length - MostLines} more; --report shows them all");
    }

    /// <summary>Never rounded up to certainty.</summary>
    static string Percent(double probability) => $"{Math.Floor(probability * 100)} %";
}
