namespace Bookonce.Domain.Documents;

/// <summary>What a document is. Always decided from Teamleader, never from Exact's type or sign.</summary>
public enum DocumentKind
{
    /// <summary>A booked invoice.</summary>
    Invoice,

    /// <summary>A credit note.</summary>
    CreditNote,
}

/// <summary>Whom a document is for: a company or a contact (a person) in Teamleader.</summary>
public enum CustomerKind
{
    /// <summary>A company.</summary>
    Company,

    /// <summary>A contact, that is a person.</summary>
    Contact,
}

/// <summary>The identity of a customer in Teamleader.</summary>
public readonly record struct CustomerKey(CustomerKind Kind, Guid Id);

/// <summary>The customer as printed on the document, which may differ from the customer's card today.</summary>
/// <param name="Key">The card, or null when the reference is gone from Teamleader.</param>
/// <param name="Name">The name on the document.</param>
/// <param name="VatNumber">The VAT number on the document, as typed.</param>
public sealed record DocumentCustomer(CustomerKey? Key, string Name, string? VatNumber);

/// <summary>The taxable amount and the VAT of one rate, both positive on a credit note.</summary>
/// <param name="Rate">A fraction: 0.21 is 21 %.</param>
/// <param name="Taxable">Net amount in the document's currency.</param>
/// <param name="Vat">VAT in the document's currency, as stated by Teamleader.</param>
public sealed record VatTotal(decimal Rate, decimal Taxable, decimal Vat);

/// <summary>One line of a document.</summary>
/// <param name="Description">The text of the line.</param>
/// <param name="Net">Excluding VAT, after the line's own discount, in the document's currency.</param>
/// <param name="TaxRateId">The tax rate of the company entity; two ids may share one percentage.</param>
/// <param name="CategoryId">The product category, which stands for a ledger account; null when the line has none.</param>
public sealed record DocumentLine(string Description, decimal Net, Guid TaxRateId, Guid? CategoryId);

/// <summary>How long the customer has to pay.</summary>
public enum PaymentTermKind
{
    /// <summary>At once.</summary>
    Cash,

    /// <summary>A number of days after the invoice date.</summary>
    AfterInvoiceDate,

    /// <summary>A number of days relative to the end of the month after the invoice date.</summary>
    EndOfMonth,
}

/// <summary>A payment term by value: Teamleader gives no id on the document.</summary>
public readonly record struct PaymentTerm(PaymentTermKind Kind, int Days);

/// <summary>The exchange rate as the document states it. Which way it counts is not documented, so it is tried both ways.</summary>
public sealed record StatedRate(string From, string To, decimal Rate);

/// <summary>A booked invoice or credit note of Teamleader. Amounts of a credit note are positive, as Teamleader shows them.</summary>
public sealed record SalesDocument
{
    /// <summary>Teamleader's id, the only key: numbers may coincide and change.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc cref="DocumentKind"/>
    public required DocumentKind Kind { get; init; }

    /// <summary>The number as printed, for example <c>2026 / 14</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The document date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it must be paid; null on credit notes.</summary>
    public DateOnly? DueDate { get; init; }

    /// <inheritdoc cref="DocumentCustomer"/>
    public required DocumentCustomer Customer { get; init; }

    /// <summary>The currency of every amount here.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The stated exchange rate; null when the document is in the currency of its company entity.</summary>
    public StatedRate? Rate { get; init; }

    /// <summary>Total excluding VAT.</summary>
    public required decimal Net { get; init; }

    /// <summary>Total including VAT.</summary>
    public required decimal Gross { get; init; }

    /// <summary>VAT per rate, as Teamleader states it. This is what is booked.</summary>
    public required IReadOnlyList<VatTotal> VatTotals { get; init; }

    /// <summary>The lines; empty only when Teamleader shows none.</summary>
    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>Whether a discount on the whole document was given, beside the discounts of lines.</summary>
    public bool HasDiscount { get; init; }

    /// <summary>The structured or free payment reference.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The payment term; null on credit notes.</summary>
    public PaymentTerm? Term { get; init; }

    /// <summary>Paid in Teamleader.</summary>
    public bool IsPaid { get; init; }

    /// <summary>When Teamleader last changed it, UTC; what counts as a change is not documented.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The total with the sign of the books: a credit note counts down.</summary>
    public decimal SignedGross => Sign * Gross;

    /// <summary>1 for an invoice, −1 for a credit note.</summary>
    public int Sign => Kind == DocumentKind.CreditNote ? -1 : 1;

    /// <summary>The document's address: the mark that its entry carries for good.</summary>
    public string Mark => DocumentMark.Of(Kind, Id);
}
