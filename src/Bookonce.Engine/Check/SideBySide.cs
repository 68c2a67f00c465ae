using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Pages;
using static Bookonce.Engine.Pages.PageText;

namespace Bookonce.Engine.Check;

/// <summary>A document and its entries in columns beside each other, what differs marked.</summary>
static class SideBySide
{
    sealed record Line(string Name, string? Document, Func<MatchEntry, string?> Of, Func<MatchEntry, bool> Differs);

    /// <summary>A document with its candidates.</summary>
    public static void Write(LonePage page, CheckedLists lists, int place)
    {
        var (document, candidates) = (lists.Documents.Rows[place], lists.Check.EntriesOf(place));
        MatchEntry[] entries = [.. candidates.Select(candidate => lists.Entries.Rows[candidate.Entry])];
        Begin(page, [.. entries.Select(entry => entry.Id)], document.Number ?? document.Id);
        foreach (var line in Lines(document))
            Row(page, line, entries, withDocument: true);

        page.Write("<tr><th>Likely</th><td></td>");
        foreach (var candidate in candidates)
            page.Write(
                lists.Check.HeldFor(place) == candidate.Entry
                    ? "<td class=\"held\">kept by the other integration</td>"
                    : $"<td>{Math.Floor(candidate.Probability * 100)} %</td>"
            );
        page.Write("</tr>\n<tr><th>Because</th><td></td>");
        foreach (var candidate in candidates)
            page.Write($"<td>{Safe(string.Join(", ", lists.Check.Because(place, candidate.Entry)))}</td>");
        page.Write("</tr>\n</tbody></table></div>\n");
    }

    /// <summary>Entries without a document; what differs from the first is marked.</summary>
    public static void Write(LonePage page, MatchEntry[] entries)
    {
        Begin(page, [.. entries.Select(entry => entry.Id)], null);
        foreach (var line in Lines(entries[0]))
            Row(page, line, entries, withDocument: false);
        page.Write("</tbody></table></div>\n");
    }

    /// <summary>The total as the books count it.</summary>
    public static decimal InBooks(MatchDocument document) =>
        document.Kind == DocumentKind.CreditNote ? -Math.Abs(document.Gross) : document.Gross;

    static Line[] Lines(MatchDocument document) =>
        [
            new("Date", Date(document.Date), entry => Date(entry.Date), entry => entry.Date != document.Date),
            new(
                "Due",
                Date(document.DueDate),
                entry => Date(entry.DueDate),
                entry => entry.DueDate is not null && document.DueDate is not null && entry.DueDate != document.DueDate
            ),
            new(
                "Amount",
                Money(InBooks(document)),
                entry => Money(entry.Amount),
                entry => entry.Amount != InBooks(document)
            ),
            new(
                "Currency",
                document.Currency,
                entry => entry.Currency,
                entry => Differ(document.Currency, entry.Currency)
            ),
            new(
                "Customer",
                document.CustomerName,
                entry => entry.AccountName ?? entry.Account,
                entry => Differ(document.CustomerName, entry.AccountName)
            ),
            new(
                "Number",
                document.Number,
                entry => entry.YourRef ?? entry.InvoiceNumber,
                entry => Differ(document.Number, entry.YourRef ?? entry.InvoiceNumber)
            ),
            new(
                "Payment reference",
                document.PaymentReference,
                entry => entry.PaymentReference,
                entry => Differ(document.PaymentReference, entry.PaymentReference)
            ),
            new("Booking number", document.BookingNumber?.ToString(), Booking, _ => false),
            new("Description", null, entry => entry.Description, _ => false),
        ];

    static Line[] Lines(MatchEntry first) =>
        [
            new("Date", null, entry => Date(entry.Date), entry => entry.Date != first.Date),
            new("Amount", null, entry => Money(entry.Amount), _ => false),
            new(
                "Customer",
                null,
                entry => entry.AccountName ?? entry.Account,
                entry => Differ(first.AccountName, entry.AccountName)
            ),
            new("Reference", null, entry => entry.YourRef, entry => Differ(first.YourRef, entry.YourRef)),
            new(
                "Invoice number",
                null,
                entry => entry.InvoiceNumber,
                entry => Differ(first.InvoiceNumber, entry.InvoiceNumber)
            ),
            new("Booking number", null, Booking, _ => false),
            new("Description", null, entry => entry.Description, entry => Differ(first.Description, entry.Description)),
        ];

    static void Begin(LonePage page, string[] entries, string? document)
    {
        page.Write("<div class=\"wide\"><table class=\"side\">\n<thead><tr><th></th>");
        if (document is not null)
            page.Write($"<th>Document {Safe(document)}</th>");
        foreach (var entry in entries)
            page.Write($"<th>Entry {Safe(entry)}</th>");
        page.Write("</tr></thead>\n<tbody>\n");
    }

    static void Row(LonePage page, Line line, MatchEntry[] entries, bool withDocument)
    {
        // What neither side has is no news.
        if (line.Document is null && entries.All(entry => string.IsNullOrEmpty(line.Of(entry))))
            return;

        page.Write($"<tr><th>{line.Name}</th>");
        if (withDocument)
            page.Write($"<td>{Safe(line.Document)}</td>");
        foreach (var entry in entries)
            page.Write($"<td>{Marked(line.Of(entry), line.Differs(entry))}</td>");
        page.Write("</tr>\n");
    }

    static string? Booking(MatchEntry entry) =>
        entry.Number is { } number
            ? string.Join('/', new[] { entry.Journal, entry.Year?.ToString(), number.ToString() }.OfType<string>())
            : null;

    static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd");

    /// <summary>Two texts that a bookkeeper would not call the same; what one side lacks is no difference.</summary>
    static bool Differ(string? one, string? other) =>
        one is { Length: > 0 }
        && other is { Length: > 0 }
        && !string.Equals(DocumentNumber.Normal(one), DocumentNumber.Normal(other), StringComparison.Ordinal);
}
