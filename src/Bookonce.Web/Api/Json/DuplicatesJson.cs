using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Duplicates;

namespace Bookonce.Web.Api.Json;

/// <summary>Findings, as <c>duplicates.schema.json</c> says them.</summary>
public static class DuplicatesJson
{
    /// <summary>The object.</summary>
    public static object Of(Connection connection, FoundDuplicates found)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(found);
        return new
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
        };
    }

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
