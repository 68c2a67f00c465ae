using System.Text;
using Bookonce.Domain.Proof;
using Bookonce.Engine.Check;

namespace Bookonce.Engine.Proof;

/// <summary>A statement as one page that stands alone: nothing is loaded, nothing is run, and it can be printed.</summary>
public sealed class ProofPage
{
    const string Instant = "yyyy-MM-dd HH:mm 'UTC'";

    readonly DatedStatement made;
    readonly Statement statement;
    readonly TextWriter page;

    ProofPage(DatedStatement made, TextWriter page) => (this.made, statement, this.page) = (made, made.Statement, page);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(Stream stream, DatedStatement made)
    {
        ArgumentNullException.ThrowIfNull(made);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        new ProofPage(made, writer).Write();
    }

    void Write()
    {
        var title = Safe($"{made.Connection.Name}: proof of {statement.From:yyyy-MM-dd} to {statement.To:yyyy-MM-dd}");
        page.Write(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>{ReportStyle.Css}</style>
            </head>
            <body>
            <h1>{title}</h1>
            <p class="files">Teamleader Focus, {Safe(made.Connection.DepartmentName)}, against Exact Online, {Safe(
                made.Connection.Administration.Name
            )} ({made.Connection.Administration.Division}); stated on {made.MadeAt.ToString(Instant)}</p>
            <p><b>{Safe(statement.Outcome.Words)}</b></p>

            """
        );
        Tiles();
        Totals();
        Vat();
        Named(
            "Open",
            "These documents keep both sides from agreeing.",
            statement.Open.Select(open => (open.Number, open.Words))
        );
        Named(
            "Accepted differences",
            "A person said that these may stay.",
            statement.Accepted.Select(accepted => (accepted.Number, accepted.Words))
        );
        Grounds();
        page.Write("</body>\n</html>\n");
    }

    void Tiles()
    {
        page.Write("<ul class=\"tiles\">\n");
        Tile(statement.Documents, "documents");
        Tile(statement.Entries, "entries");
        Tile(statement.OneToOne, "one to one", "found");
        Tile(statement.Open.Count, "open", "twice");
        Tile(statement.Accepted.Count, "accepted differences", "ask");
        Tile(statement.NothingToBook, "with nothing to book");
        page.Write("</ul>\n");
    }

    void Tile(int count, string words, string look = "") =>
        page.Write($"<li class=\"{look}\"><b>{count}</b> {words}</li>\n");

    void Totals()
    {
        page.Write("<h2>Totals including VAT</h2>\n<p>Invoices count up, credit notes down.</p>\n");
        Table(
            ["Currency", "Documents", "Entries", "Difference"],
            statement.Totals.Select(row =>
                (string[])
                    [
                        Safe(row.Currency.Code),
                        Money(row.Documents),
                        SideBySide.Marked(Money(row.Entries), row.Difference != 0),
                        Money(row.Difference),
                    ]
            )
        );
    }

    void Vat()
    {
        page.Write("<h2>VAT per rate</h2>\n<p>What differs is marked.</p>\n");
        Table(
            ["Currency and rate", "Documents, net", "Documents, VAT", "Entries, net", "Entries, VAT"],
            statement.Vat.Select(row =>
                (string[])
                    [
                        Safe($"{row.Currency.Code} {row.Rate * 100:0.##} %"),
                        Money(row.DocumentsTaxable),
                        Money(row.DocumentsVat),
                        Known(row.EntriesTaxable, row.DocumentsTaxable),
                        Known(row.EntriesVat, row.DocumentsVat),
                    ]
            )
        );
    }

    static string Known(decimal? theirs, decimal ours) =>
        theirs is { } known
            ? SideBySide.Marked(Money(known), known != ours)
            : SideBySide.Marked("not known", differs: true);

    void Named(string heading, string words, IEnumerable<(string Number, string Words)> rows)
    {
        var all = rows.ToArray();
        page.Write($"<h2>{heading} <small>{all.Length}</small></h2>\n<p>{(all.Length == 0 ? "None." : words)}</p>\n");
        if (all.Length == 0)
            return;
        page.Write("<div class=\"wide\"><table>\n<thead><tr><th>Document</th><th>Why</th></tr></thead>\n<tbody>\n");
        foreach (var row in all)
            page.Write($"<tr><td class=\"day\">{Safe(row.Number)}</td><td>{Safe(row.Words)}</td></tr>\n");
        page.Write("</tbody></table></div>\n");
    }

    void Grounds()
    {
        page.Write(
            $"""
            <h2>What this rests on</h2>
            <p>Documents as Teamleader had them on {made.DocumentsReadAt.ToString(
                Instant
            )}, entries as Exact had them on
            {made.EntriesReadAt.ToString(Instant)}; totals and VAT of the sales entries were read for this statement.
            An opening balance has no VAT to compare.</p>
            <p>The decision log had {made.Log.Sequence} lines then. The last one has the hash <code>{made.Log.Hash}</code>;
            <code>bookonce log verify --until {made.Log.Hash}</code> shows that nobody changed anything up to it.</p>

            """
        );
    }

    void Table(string[] headers, IEnumerable<string[]> rows)
    {
        page.Write("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var (place, header) in headers.Index())
            page.Write($"<th{Look(place)}>{header}</th>");
        page.Write("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Write("<tr>");
            foreach (var (place, cell) in row.Index())
                page.Write($"<td{Look(place)}>{cell}</td>");
            page.Write("</tr>\n");
        }
        page.Write("</tbody></table></div>\n");
    }

    static string Look(int place) => place == 0 ? "" : " class=\"money\"";

    static string Safe(string text) => CheckReport.Safe(text);

    static string Money(decimal amount) => CheckReport.Money(amount);
}
