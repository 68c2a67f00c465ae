using System.Globalization;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Previews;
using Bookonce.Web.Shell;

namespace Bookonce.Web.Previews;

/// <summary>Which documents of a preview are shown; kept in the address.</summary>
sealed record PreviewFilter(MatchVerdict? Verdict, string? Month, string? Search)
{
    public string Address =>
        PageAddress.Of("/preview", ("verdict", Verdict?.ToString()), ("month", Month), ("search", Search));

    public static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public bool Fits(PreviewRow row) =>
        (Verdict is null || row.Verdict == Verdict)
        && (Month is null || Name(row.Document.Date) == Month)
        && (Search is null || Texts(row).Any(text => text.Contains(Search, StringComparison.OrdinalIgnoreCase)));

    static IEnumerable<string> Texts(PreviewRow row) =>
        [
            row.Document.Number,
            row.Document.Customer.Name,
            .. row.Link is { } link ? [$"{link.BookingNumber}"] : (string[])[],
            .. row.Entries.Select(candidate => $"{candidate.Entry.Number} {candidate.Because}"),
        ];
}
