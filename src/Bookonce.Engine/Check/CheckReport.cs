using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Engine.Check;

/// <summary>The comparison as one page that stands alone: nothing is loaded, nothing is run, and it can be printed.</summary>
public sealed class CheckReport
{
    /// <summary>Longer lists are for programs.</summary>
    const int MostRows = 2_000;

    readonly CheckedLists lists;
    readonly TextWriter page;

    CheckReport(CheckedLists lists, TextWriter page) => (this.lists, this.page) = (lists, page);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(Stream stream, CheckedLists lists)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        new CheckReport(lists, writer).Write();
    }

    /// <summary>Text that can stand in the page, whatever a cell of the list holds.</summary>
    internal static string Safe(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>An amount with two decimals or more.</summary>
    internal static string Money(decimal amount) =>
        amount.ToString("#,0.00######", CultureInfo.InvariantCulture).Replace(",", " ");

    void Write()
    {
        page.Write(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Documents and books compared</title>
            <style>{ReportStyle.Css}</style>
            </head>
            <body>
            <h1>Documents and books compared</h1>
            <p class="files">{Safe(lists.Documents.File)} against {Safe(lists.Entries.File)}</p>

            """
        );
        Summary();
        MonthPlot.Write(page, lists);
        Twins();
        Questions();
        TypedTwice();
        Missing();
        Foreign();
        Found();
        Reading();
        page.Write("</body>\n</html>\n");
    }

    void Summary()
    {
        var summary = CheckSummary.Of(lists);
        page.Write("<ul class=\"tiles\">\n");
        Tile(summary.Documents, "documents");
        Tile(summary.Entries, "entries");
        Tile(summary.Linked + summary.Adopt, "found once", "found");
        Tile(summary.Book, "not in the books", "book");
        Tile(summary.Ask, "to ask about", "ask");
        Tile(summary.Twice, "twice in the books", "twice");
        Tile(lists.Check.TypedTwice.Count, "typed twice without a document", "twice");
        Tile(summary.Foreign, "entries of no document");
        if (summary.UnreadableRows > 0)
            Tile(summary.UnreadableRows, "rows left out");
        page.Write("</ul>\n");
    }

    void Tile(int count, string words, string look = "") =>
        page.Write($"<li class=\"{look}\"><b>{count}</b> {words}</li>\n");

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
        Heading(heading, places.Length, words);
        foreach (var place in places.Take(MostRows))
            SideBySide.Write(page, lists, place);
        More(places.Length);
    }

    void TypedTwice()
    {
        var groups = lists.Check.TypedTwice;
        Heading("Typed twice without a document", groups.Count, "These entries are alike, and belong to no document.");
        foreach (var group in groups.Take(MostRows))
            SideBySide.Write(page, [.. group.Select(place => lists.Entries.Rows[place])]);
        More(groups.Count);
    }

    void Missing()
    {
        int[] places = [.. Places(MatchVerdict.Book)];
        Heading("Not in the books", places.Length, "No entry may be one of these.");
        Rows(
            ["Document", "Date", "Customer", "Amount"],
            places.Select(place => Cells(lists.Documents.Rows[place])),
            places.Length
        );
    }

    void Foreign()
    {
        var places = lists.Check.Foreign;
        Heading(
            "Entries of no document",
            places.Count,
            "They were typed by hand, or their documents are not in the list."
        );
        Rows(
            ["Entry", "Date", "Customer", "Amount", "Reference and description"],
            places.Select(place => Cells(lists.Entries.Rows[place])),
            places.Count
        );
    }

    void Found()
    {
        int[] places = [.. Places(MatchVerdict.Linked).Concat(Places(MatchVerdict.Adopt)).Order()];
        Heading("Found once", places.Length, "What differs from the document is marked.");
        Rows(
            ["Document", "Date", "Customer", "Amount", "Entry", "Entry date", "Entry amount", "Because"],
            places.Select(place =>
            {
                var (document, candidate) = (lists.Documents.Rows[place], lists.Check.EntriesOf(place)[0]);
                var entry = lists.Entries.Rows[candidate.Entry];
                return (string[])
                    [
                        .. Cells(document),
                        Safe(entry.Id),
                        SideBySide.Marked($"{entry.Date:yyyy-MM-dd}", entry.Date != document.Date),
                        SideBySide.Marked(Money(entry.Amount), entry.Amount != SideBySide.InBooks(document)),
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

    void Heading(string heading, int count, string words) =>
        page.Write($"<h2>{heading} <small>{count}</small></h2>\n<p>{(count == 0 ? "None." : words)}</p>\n");

    void Rows(string[] headers, IEnumerable<string[]> rows, int count)
    {
        if (count == 0)
            return;

        page.Write("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var header in headers)
            page.Write($"<th{Look(header)}>{header}</th>");
        page.Write("</tr></thead>\n<tbody>\n");
        foreach (var row in rows.Take(MostRows))
        {
            page.Write("<tr>");
            foreach (var (place, cell) in row.Index())
                page.Write($"<td{Look(headers[place])}>{cell}</td>");
            page.Write("</tr>\n");
        }
        page.Write("</tbody></table></div>\n");
        More(count);
    }

    static string Look(string header) =>
        header.EndsWith("mount", StringComparison.Ordinal) ? " class=\"money\""
        : header.EndsWith("ate", StringComparison.Ordinal) ? " class=\"day\""
        : "";

    void More(int count)
    {
        if (count > MostRows)
            page.Write($"<p>And {count - MostRows} more; the JSON of the command holds all.</p>\n");
    }
}
