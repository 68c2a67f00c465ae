using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Previews;
using Bookonce.Engine.Store;
using Bookonce.Web.Documents;

namespace Bookonce.Web.Previews;

/// <summary>Verdicts as people see them.</summary>
static class VerdictWords
{
    /// <summary>In the order in which they are read.</summary>
    public static IReadOnlyList<MatchVerdict> All { get; } =
    [MatchVerdict.Linked, MatchVerdict.Adopt, MatchVerdict.Book, MatchVerdict.Ask, MatchVerdict.Twice];

    /// <summary>The look of the status that a verdict comes to.</summary>
    public static StatusLook LookOf(MatchVerdict verdict) =>
        StatusLook.Of(
            verdict switch
            {
                MatchVerdict.Linked => DocumentStatus.Linked,
                MatchVerdict.Adopt => DocumentStatus.Adopt,
                MatchVerdict.Ask => DocumentStatus.Ask,
                MatchVerdict.Twice => DocumentStatus.Twice,
                _ => DocumentStatus.Book,
            }
        );

    /// <summary>The same document as a row of the lists.</summary>
    public static DocumentRow RowOf(PreviewRow row) =>
        new(
            row.Document.Id,
            row.Document.Number,
            row.Document.Date,
            row.Document.DueDate,
            row.Document.Customer.Name,
            row.Document.Currency.Code,
            row.Document.Net,
            row.Document.Gross,
            row.Document.IsPaid,
            row.Status,
            row.Problem,
            row.Link?.BookingNumber,
            row.Link?.Series,
            row.Link?.Origin,
            row.IsMatched
        );
}
