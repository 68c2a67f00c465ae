using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Engine.Duplicates;

namespace Bookonce.Output;

/// <summary>Findings on the screen.</summary>
static class DuplicatesOutput
{
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
}
