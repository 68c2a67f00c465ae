using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Pages;
using static Bookonce.Engine.Pages.PageText;

namespace Bookonce.Engine.Check;

/// <summary>The comparison as one page that stands alone.</summary>
public sealed class CheckReport
{
    /// <summary>Longer lists are for programs.</summary>
    const int MostRows = 2_000;

    readonly CheckedLists lists;
    readonly LonePage page;

    CheckReport(CheckedLists lists, LonePage page) => (this.lists, this.page) = (lists, page);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(Stream stream, CheckedLists lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        LonePage.Write(
            stream,
            "Documents and books compared",
            $"{lists.Documents.File} against {lists.Entries.File}",
            page => new CheckReport(lists, page).Body()
        );
    }

    void Body()
    {
        Summary();
        MonthPlot.Write(page, lists);
        Twins();
        Questions();
        TypedTwice();
        Missing();
        Foreign();
        Found();
        Reading();
    }

    void Summary()
    {
        var summary = CheckSummary.Of(lists);
        Tile[] leftOut = summary.UnreadableRows > 0 ? [new(summary.UnreadableRows, "rows left out")] : [];
        page.Tiles([
            new(summary.Documents, "documents"),
            new(summary.Entries, "entries"),
            new(summary.Linked + summary.Adopt, "found once", "found"),
            new(summary.Book, "not in the books", "book"),
            new(summary.Ask, "to ask about", "ask"),
            new(summary.Twice, "twice in the books", "twice"),
            new(lists.Check.TypedTwice.Count, "typed twice without a document", "twice"),
            new(summary.Foreign, "entries of no document"),
            .. leftOut,
        ]);
    }

    void Twins() =>
        Compared(
            MatchVerdict.Twice,
            "Twice in the books",
            "Each of these documents has more than one entry. Keep one; what differs from the document is marked."
        );

    void Questions() =>
        Compared(
            MatchVerdict.Ask,
            "To ask about",
            "An entry may be the document, and nothing settles it. The likeliest stands first."
        );

    void Compared(MatchVerdict verdict, string heading, string words)
    {
        int[] places = [.. Places(verdict)];
        page.Heading(heading, places.Length, words);
        foreach (var place in places.Take(MostRows))
            SideBySide.Write(page, lists, place);
        More(places.Length);
    }

    void TypedTwice()
    {
        var groups = lists.Check.TypedTwice;
        page.Heading(
            "Typed twice without a document",
            groups.Count,
            "These entries are alike, and belong to no document."
        );
        foreach (var group in groups.Take(MostRows))
            SideBySide.Write(page, [.. group.Select(place => lists.Entries.Rows[place])]);
        More(groups.Count);
    }

    void Missing()
    {
        int[] places = [.. Places(MatchVerdict.Book)];
        page.Heading("Not in the books", places.Length, "No entry may be one of these.");
        Rows(
            [new("Document"), new("Date", "day"), new("Customer"), new("Amount", "money")],
            places.Select(place => Cells(lists.Documents.Rows[place])),
            places.Length
        );
    }

    void Foreign()
    {
        var places = lists.Check.Foreign;
        page.Heading(
            "Entries of no document",
            places.Count,
            "They were typed by hand, or their documents are not in the list."
        );
        Rows(
            [
                new("Entry"),
                new("Date", "day"),
                new("Customer"),
                new("Amount", "money"),
                new("Reference and description"),
            ],
            places.Select(place => Cells(lists.Entries.Rows[place])),
            places.Count
        );
    }

    void Found()
    {
        int[] places = [.. Places(MatchVerdict.Linked).Concat(Places(MatchVerdict.Adopt)).Order()];
        page.Heading("Found once", places.Length, "What differs from the document is marked.");
        Rows(
            [
                new("Document"),
                new("Date", "day"),
                new("Customer"),
                new("Amount", "money"),
                new("Entry"),
                new("Entry date", "day"),
                new("Entry amount", "money"),
                new("Because"),
            ],
            places.Select(place =>
            {
                var (document, candidate) = (lists.Documents.Rows[place], lists.Check.EntriesOf(place)[0]);
                var entry = lists.Entries.Rows[candidate.Entry];
                return (string[])
                    [
                        .. Cells(document),
                        Safe(entry.Id),
                        Marked($"{entry.Date:yyyy-MM-dd}", entry.Date != document.Date),
                        Marked(Money(entry.Amount), entry.Amount != SideBySide.InBooks(document)),
                        Safe(string.Join(", ", lists.Check.Because(place, candidate.Entry))),
                    ];
            }),
            places.Length
        );
    }

    void Reading()
    {
        string[] lines =
        [
            .. lists.Notes,
            .. lists.Documents.Unreadable.Concat(lists.Entries.Unreadable).Select(problem => $"Left out: {problem}"),
        ];
        if (lists.Check.CutDocuments > 0)
            lines =
            [
                .. lines,
                $"For {lists.Check.CutDocuments} documents not every similar entry was weighed, because too many are alike.",
            ];
        if (lines.Length == 0)
            return;

        page.Write("<h2>How the lists were read</h2>\n<ul>\n");
        foreach (var line in lines)
            page.Write($"<li>{Safe(line)}</li>\n");
        page.Write("</ul>\n");
    }

    static string[] Cells(MatchDocument document) =>
        [
            Safe(document.Number ?? document.Id) + (document.Kind == DocumentKind.CreditNote ? " (credit note)" : ""),
            $"{document.Date:yyyy-MM-dd}",
            Safe(document.CustomerName),
            $"{Money(SideBySide.InBooks(document))} {Safe(document.Currency)}",
        ];

    static string[] Cells(MatchEntry entry) =>
        [
            Safe(entry.Id),
            $"{entry.Date:yyyy-MM-dd}",
            Safe(entry.AccountName ?? entry.Account),
            $"{Money(entry.Amount)} {Safe(entry.Currency)}",
            Safe(string.Join(" · ", new[] { entry.YourRef, entry.InvoiceNumber, entry.Description }.OfType<string>())),
        ];

    IEnumerable<int> Places(MatchVerdict verdict) =>
        Enumerable.Range(0, lists.Documents.Rows.Count).Where(place => lists.Check.VerdictOf(place) == verdict);

    void Rows(TableColumn[] columns, IEnumerable<string[]> rows, int count)
    {
        if (count == 0)
            return;

        page.Table(columns, rows.Take(MostRows));
        More(count);
    }

    void More(int count)
    {
        if (count > MostRows)
            page.Write($"<p>And {count - MostRows} more; the JSON of the command holds all.</p>\n");
    }
}
