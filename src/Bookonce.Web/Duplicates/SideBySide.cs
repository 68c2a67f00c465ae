using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Web.Shell;

namespace Bookonce.Web.Duplicates;

/// <summary>A column of a comparison: a document or an entry.</summary>
sealed record SideColumn(string Head, SalesDocument? Document, Twin? Twin);

/// <summary>A cell, and whether it says otherwise than it should.</summary>
sealed record SideCell(string Text, bool Differs);

/// <summary>A line of a comparison, a cell per column.</summary>
sealed record SideLine(string Name, IReadOnlyList<SideCell> Cells);

/// <summary>Puts a document and its entries beside each other, and marks what differs.</summary>
static class SideBySide
{
    public static (IReadOnlyList<SideColumn>, IReadOnlyList<SideLine>) Of(Finding finding)
    {
        SideColumn[] columns = finding switch
        {
            Finding.Twins(var document, _, var twins) => [Of(document), .. twins.Select(Of)],
            Finding.EntryGone(var document, _, var entries) => [Of(document), .. entries.Select(Of)],
            Finding.SameNumber(_, _, var holders) =>
            [
                .. holders.SelectMany(holder =>
                    holder.Entry is { } entry ? [Of(holder.Document), Of(entry)] : (SideColumn[])[Of(holder.Document)]
                ),
            ],
            _ => [.. finding.Entries.Select(Of)],
        };
        // Two documents of one number differ in everything, and nothing of it is wrong.
        return (columns, Lines(columns, marks: finding is not Finding.SameNumber));
    }

    static SideColumn Of(SalesDocument document) => new($"Document {document.Number}", document, null);

    static SideColumn Of(Twin twin) =>
        new($"{twin.Entry.Series.Journal} {twin.Entry.Number} ({twin.Entry.Series.Year})", null, twin);

    static IReadOnlyList<SideLine> Lines(SideColumn[] columns, bool marks)
    {
        SideLine?[] lines =
        [
            Line("Date", document => Show.Date(document.Date), entry => Show.Date(entry.Date)),
            Line("Due", document => Date(document.DueDate), entry => Date(entry.DueDate)),
            Line(
                "Amount",
                document => Show.Amount(document.SignedGross, document.Currency),
                entry => Show.Amount(entry.Amount, entry.Currency)
            ),
            Line("Customer", document => document.Customer.Name, entry => entry.AccountName, Letters),
            Line("Number", document => document.Number, entry => entry.YourRef, DocumentNumber.Normal),
            Line(
                "Payment reference",
                document => document.PaymentReference,
                entry => entry.PaymentReference,
                DocumentNumber.Normal
            ),
            Line("Description", _ => null, entry => entry.Description),
        ];
        return [.. lines.OfType<SideLine>()];

        SideLine? Line(
            string name,
            Func<SalesDocument, string?> ofDocument,
            Func<Entry, string?> ofEntry,
            Func<string, string>? normal = null
        )
        {
            var texts = Array.ConvertAll(
                columns,
                column => column.Document is { } document ? ofDocument(document) : ofEntry(column.Twin!.Entry)
            );
            if (texts.All(string.IsNullOrEmpty))
                return null;

            // Entries are held against the document, and against each other only where there is none.
            var first = columns[0].Document is null ? texts.FirstOrDefault(text => text is { Length: > 0 }) : texts[0];
            return new SideLine(name, [.. texts.Select(text => new SideCell(text ?? "", marks && IsOther(text)))]);

            // What is missing is no contradiction.
            bool IsOther(string? text) =>
                text is { Length: > 0 }
                && first is { Length: > 0 }
                && (normal is null ? text != first : normal(text) != normal(first));
        }
    }

    static string? Date(DateOnly? date) => date is null ? null : Show.Date(date);

    static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
