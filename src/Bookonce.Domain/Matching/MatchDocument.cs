using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Matching;

/// <summary>What the matcher knows of a document, whether it comes from Teamleader or from a list.</summary>
public sealed record MatchDocument
{
    /// <summary>What tells it from every other document; the last resort when an order is needed.</summary>
    public required string Id { get; init; }

    /// <summary>Invoice or credit note.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>The number as printed, for example <c>2026 / 14</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The document date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it must be paid.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>What tells the customer's card from every other, if known.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The name on the document.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The VAT number on the document, as typed.</summary>
    public string? CustomerVat { get; init; }

    /// <summary>The currency of both totals; null when the list has none, which is the same as any.</summary>
    public string? Currency { get; init; }

    /// <summary>Total excluding VAT, if known.</summary>
    public decimal? Net { get; init; }

    /// <summary>Total including VAT; a credit note may carry either sign.</summary>
    public required decimal Gross { get; init; }

    /// <summary>The structured or free payment reference.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The booking number that another integration keeps for it, if known.</summary>
    public int? BookingNumber { get; init; }

    /// <summary>The address that an entry of ours would carry; see <see cref="DocumentMark"/>.</summary>
    public string? Mark { get; init; }

    /// <summary>Whether it has its entry already, so that anything else found for it is one too many.</summary>
    public bool IsLinked { get; init; }

    /// <summary>The total as the books count: a credit note down.</summary>
    internal decimal InBooks => Kind == DocumentKind.CreditNote ? -Math.Abs(Gross) : Gross;
}
