using Bookonce.Domain.Proof;
using Bookonce.Engine.Pages;
using static Bookonce.Engine.Pages.PageText;

namespace Bookonce.Engine.Proof;

/// <summary>A statement as one page that stands alone.</summary>
public sealed class ProofPage
{
    const string Instant = "yyyy-MM-dd HH:mm 'UTC'";

    readonly DatedStatement made;
    readonly Statement statement;
    readonly LonePage page;

    ProofPage(DatedStatement made, LonePage page) => (this.made, statement, this.page) = (made, made.Statement, page);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(Stream stream, DatedStatement made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var (statement, administration) = (made.Statement, made.Connection.Administration);
        LonePage.Write(
            stream,
            $"{made.Connection.Name}: proof of {statement.From:yyyy-MM-dd} to {statement.To:yyyy-MM-dd}",
            $"Teamleader Focus, {made.Connection.DepartmentName}, against Exact Online, {administration.Name} ({administration.Division}); stated on {made.MadeAt.ToString(Instant)}",
            page => new ProofPage(made, page).Body()
        );
    }

    void Body()
    {
        page.Write($"<p><b>{Safe(statement.Outcome.Words)}</b></p>\n");
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
    }

    void Tiles() =>
        page.Tiles(
            new(statement.Documents, "documents"),
            new(statement.Entries, "entries"),
            new(statement.OneToOne, "one to one", "found"),
            new(statement.Open.Count, "open", "twice"),
            new(statement.Accepted.Count, "accepted differences", "ask"),
            new(statement.NothingToBook, "with nothing to book")
        );

    void Totals()
    {
        page.Write("<h2>Totals including VAT</h2>\n<p>Invoices count up, credit notes down.</p>\n");
        page.Table(
            [new("Currency"), new("Documents", "money"), new("Entries", "money"), new("Difference", "money")],
            statement.Totals.Select(row =>
                (string[])
                    [
                        Safe(row.Currency.Code),
                        Money(row.Documents),
                        Marked(Money(row.Entries), row.Difference != 0),
                        Money(row.Difference),
                    ]
            )
        );
    }

    void Vat()
    {
        page.Write("<h2>VAT per rate</h2>\n<p>What differs is marked.</p>\n");
        page.Table(
            [
                new("Currency and rate"),
                new("Documents, net", "money"),
                new("Documents, VAT", "money"),
                new("Entries, net", "money"),
                new("Entries, VAT", "money"),
            ],
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
        theirs is { } known ? Marked(Money(known), known != ours) : Marked("not known", differs: true);

    void Named(string heading, string words, IEnumerable<(string Number, string Words)> rows)
    {
        var all = rows.ToArray();
        page.Heading(heading, all.Length, words);
        if (all.Length > 0)
            page.Table(
                [new("Document", "day"), new("Why")],
                all.Select(row => (string[])[Safe(row.Number), Safe(row.Words)])
            );
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
}
