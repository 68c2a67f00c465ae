using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Duplicates;

namespace Bookonce.Output;

/// <summary>Findings on the screen and as JSON.</summary>
static class DuplicatesOutput
{
    public static void Json(Connection connection, FoundDuplicates found) =>
        Screen.Json(
            new
            {
                Connection = connection.Name,
                Administration = connection.Administration.Name,
                found.ReadAt,
                Findings = found.Findings.Select(finding => new
                {
                    Kind = KindOf(finding),
                    finding.Key,
                    finding.Date,
                    Documents = Documents(finding),
                    Entries = finding.Entries.Select(OfEntry),
                }),
                Summary = Summary(found),
            }
        );

    public static void Text(Connection connection, FoundDuplicates found)
    {
        Screen.Line($"{connection.Administration.Name}, as read {found.ReadAt:yyyy-MM-dd HH:mm} UTC");
        if (found.Findings is [])
            Screen.Line("Nothing stands in the books twice.");
        foreach (var finding in found.Findings)
        {
            Screen.Line("");
            Screen.Line(Words(finding));
            foreach (var twin in finding.Entries)
            {
                var entry = twin.Entry;
                Screen.Line(
                    $"  {entry.Series} {entry.Number} of {entry.Date:yyyy-MM-dd}, {entry.Amount} {entry.Currency}{(twin.IsLinked ? ", linked" : "")}: {Who(twin)}"
                );
                foreach (var (holds, mark) in new[] { (Known.Yes, "+"), (Known.Unknown, "?") })
                    if (twin.ForKeeping.Where(keeping => keeping.Holds == holds).ToArray() is [_, ..] keepings)
                        Screen.Line($"    {mark} {string.Join("; ", keepings.Select(keeping => keeping.Words))}");
            }
        }
    }

    static string Words(Finding finding) =>
        finding switch
        {
            Finding.Twins(var document, _, var twins) => $"{Name(document)} stands in the books {twins.Count} times:",
            Finding.TypedTwice(var entries) => $"Typed {entries.Count} times, and no document:",
            Finding.SameNumber(var series, var number, var holders) =>
                $"{string.Join(" and ", holders.Select(holder => Name(holder.Document)))} show one booking number, {series} {number}:",
            Finding.EntryGone(var document, var link, []) =>
                $"{Name(document)} was {link.Series} {link.BookingNumber}, which is gone from Exact.",
            Finding.EntryGone(var document, var link, _) =>
                $"{Name(document)} was {link.Series} {link.BookingNumber}, which is gone from Exact; it stands there now as:",
            _ => finding.Key,
        };

    static string Name(SalesDocument document) =>
        $"{(document.Kind == DocumentKind.Invoice ? "Invoice" : "Credit note")} {document.Number} of {document.Date:yyyy-MM-dd}, {document.Customer.Name}, {document.Gross} {document.Currency},";

    static string Who(Twin twin)
    {
        var by = twin.Entry.Creator is { } creator ? $"entered by {creator}" : "entered by nobody knows whom";
        var on = twin.Entry.EnteredAt is { } at ? $" on {at:yyyy-MM-dd}" : "";
        return $"{by}{on}{WordsOf(twin.Maker)}";
    }

    static string WordsOf(Maker maker) =>
        maker switch
        {
            Maker.Bookonce => ", by Bookonce",
            Maker.OtherIntegration => ", by the other integration",
            Maker.Hand => ", by hand",
            _ => "",
        };

    static string KindOf(Finding finding) =>
        finding switch
        {
            Finding.Twins => "twins",
            Finding.TypedTwice => "typedTwice",
            Finding.SameNumber => "sameNumber",
            _ => "entryGone",
        };

    static IEnumerable<object> Documents(Finding finding) =>
        finding switch
        {
            Finding.Twins(var document, var link, _) => [OfDocument(document, link, isEntryGone: false)],
            Finding.SameNumber(_, _, var holders) => holders.Select(holder =>
                OfDocument(holder.Document, holder.Link, holder.IsGone)
            ),
            Finding.EntryGone(var document, var link, _) => [OfDocument(document, link, isEntryGone: true)],
            _ => [],
        };

    static object OfDocument(SalesDocument document, Link? link, bool isEntryGone) =>
        new
        {
            document.Id,
            document.Kind,
            document.Number,
            document.Date,
            Customer = document.Customer.Name,
            Currency = document.Currency.Code,
            document.Gross,
            link?.Series.Journal,
            link?.Series.Year,
            link?.BookingNumber,
            LinkedEntry = link?.EntryId,
            IsEntryGone = isEntryGone,
        };

    static object OfEntry(Twin twin) =>
        new
        {
            twin.Entry.EntryId,
            twin.Entry.LineId,
            twin.Entry.Series.Journal,
            twin.Entry.Series.Year,
            twin.Entry.Number,
            twin.Entry.Date,
            Currency = twin.Entry.Currency.Code,
            twin.Entry.Amount,
            Relation = twin.Entry.AccountName,
            twin.Entry.YourRef,
            twin.Entry.Description,
            twin.IsLinked,
            MadeBy = twin.Maker,
            twin.Entry.Creator,
            twin.Entry.EnteredAt,
            twin.Entry.Changer,
            twin.Entry.ChangedAt,
            Probability = Math.Round(twin.Probability, 6),
            twin.Because,
            twin.Differences,
            ForKeeping = twin.ForKeeping,
        };

    static object Summary(FoundDuplicates found) =>
        new
        {
            Twins = found.Findings.Count(finding => finding is Finding.Twins),
            TypedTwice = found.Findings.Count(finding => finding is Finding.TypedTwice),
            SameNumber = found.Findings.Count(finding => finding is Finding.SameNumber),
            EntryGone = found.Findings.Count(finding => finding is Finding.EntryGone),
        };
}
