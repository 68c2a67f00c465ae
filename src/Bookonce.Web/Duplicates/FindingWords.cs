using System.Globalization;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Web.Shell;

namespace Bookonce.Web.Duplicates;

/// <summary>Findings in words.</summary>
static class FindingWords
{
    public static string Title(Finding finding) =>
        finding switch
        {
            Finding.Twins(var document, _, var twins) => $"{Name(document)} stands in the books {Times(twins.Count)}",
            Finding.TypedTwice(var entries) => $"Typed {Times(entries.Count)}, and no document",
            Finding.SameNumber(var series, var number, _) =>
                $"One booking number, {series?.Journal} {number}, for several documents",
            Finding.EntryGone(var document, _, _) => $"The entry of {Name(document).ToLowerInvariant()} is gone",
            _ => "Duplicate",
        };

    public static string About(Finding finding) =>
        finding switch
        {
            Finding.Twins(var document, _, _) => About(document),
            Finding.EntryGone(var document, _, _) => About(document),
            Finding.SameNumber(_, _, var holders) => string.Join(
                ", ",
                holders.Select(holder => holder.Document.Number)
            ),
            _ => finding.Entries[0].Entry.AccountName ?? "",
        };

    public static string Meaning(Finding finding) =>
        finding switch
        {
            Finding.Twins(_, null, _) => "None of these entries is linked. Each is the whole document; keep one.",
            Finding.Twins => "The linked entry stays linked. The other is the whole document as well; keep one.",
            Finding.TypedTwice => "These entries say the same, and belong to no document.",
            Finding.SameNumber(_, _, var holders) when holders.FirstOrDefault(holder => holder.IsGone) is { } gone =>
                $"The entry of {gone.Document.Number} was deleted in Exact, and its number was given again.",
            Finding.SameNumber => "A number is given once in a journal and year, so one of them is not right.",
            Finding.EntryGone(_, var link, []) =>
                $"It was {link.Series.Journal} {link.BookingNumber} ({link.Series.Year}), which somebody deleted in Exact. It keeps showing that number, and is not booked again by itself.",
            Finding.EntryGone(_, var link, _) =>
                $"It was {link.Series.Journal} {link.BookingNumber} ({link.Series.Year}), which somebody deleted in Exact, and it stands there anew.",
            _ => "",
        };

    /// <summary>Who entered it and when; the day only, because Exact's clock is not exact to the hour.</summary>
    public static string Entered(Twin twin)
    {
        var by = twin.Entry.Creator ?? "unknown";
        var on = twin.Entry.EnteredAt is { } at ? at.ToString("', 'yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return $"{by}{on}{Maker(twin.Maker)}";
    }

    static string Maker(Maker maker) =>
        maker switch
        {
            Domain.Duplicates.Maker.Bookonce => ", by Bookonce",
            Domain.Duplicates.Maker.OtherIntegration => ", by the other integration",
            Domain.Duplicates.Maker.Hand => ", by hand",
            _ => "",
        };

    static string Name(SalesDocument document) =>
        $"{(document.Kind == DocumentKind.Invoice ? "Invoice" : "Credit note")} {document.Number}";

    static string About(SalesDocument document) =>
        $"{document.Customer.Name}, {Show.Date(document.Date)}, {Show.Amount(document.SignedGross, document.Currency)}";

    static string Times(int count) => count == 2 ? "twice" : $"{count} times";
}
