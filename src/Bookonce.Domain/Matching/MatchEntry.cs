namespace Bookonce.Domain.Matching;

/// <summary>What the matcher knows of an entry, whether it comes from Exact or from a list.</summary>
public sealed record MatchEntry
{
    /// <summary>What tells it from every other entry; the last resort when an order is needed.</summary>
    public required string Id { get; init; }

    /// <summary>The journal's code.</summary>
    public string? Journal { get; init; }

    /// <summary>The financial year.</summary>
    public int? Year { get; init; }

    /// <summary>The booking number.</summary>
    public int? Number { get; init; }

    /// <summary>The entry date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The account's id or code.</summary>
    public string? Account { get; init; }

    /// <summary>The account's name.</summary>
    public string? AccountName { get; init; }

    /// <summary>The account's VAT number, as stored.</summary>
    public string? AccountVat { get; init; }

    /// <summary>The currency of <see cref="Amount"/>; null when the list has none.</summary>
    public string? Currency { get; init; }

    /// <summary>Including VAT, as the books count: an invoice up, a credit note down.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The same in the currency of the books, if known.</summary>
    public decimal? BookAmount { get; init; }

    /// <summary>The reference field, where most people type the document number.</summary>
    public string? YourRef { get; init; }

    /// <summary>The payment reference.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The text of the entry.</summary>
    public string? Description { get; init; }

    /// <summary>The invoice number that Exact keeps.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The address of the document that it carries; see <see cref="Documents.DocumentMark"/>.</summary>
    public string? Mark { get; init; }

    /// <summary>The id of the document that it is linked to: it is nobody's candidate, but teaches how these books are kept.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>Who entered it.</summary>
    public string? Creator { get; init; }

    /// <summary>Whether its journal is not a sales journal, so that it may repeat what was open long ago.</summary>
    public bool IsOpenItem { get; init; }
}
