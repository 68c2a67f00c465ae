namespace Bookonce.Teamleader;

/// <summary>What invoices and credit notes have in common. Amounts are in the document's currency and never recomputed here.</summary>
public abstract record Document
{
    /// <summary>The id: the only key, since numbers repeat and change.</summary>
    public string Id { get; init; } = "";

    /// <summary>The company entity.</summary>
    public Reference? Department { get; init; }

    /// <summary>Invoices: <c>draft</c>, <c>outstanding</c> or <c>matched</c>. Credit notes: <c>booked</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether it is paid.</summary>
    public bool? Paid { get; init; }

    /// <summary>When it was paid (UTC).</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The customer as he was when the document was made.</summary>
    public Invoicee? Invoicee { get; init; }

    /// <summary>The totals.</summary>
    public Total? Total { get; init; }

    /// <summary>The ISO code; told by <c>info</c> only.</summary>
    public string? Currency { get; init; }

    /// <summary>The rate to the account's currency; whether it multiplies or divides is not documented.</summary>
    public CurrencyExchangeRate? CurrencyExchangeRate { get; init; }

    /// <summary>Discounts on the whole document; told by <c>info</c> only.</summary>
    public IReadOnlyList<Discount> Discounts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The lines by section; told by <c>info</c> only.</summary>
    public IReadOnlyList<LineGroup> GroupedLines
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Where its electronic delivery stands; told by <c>info</c> only.</summary>
    public string? PeppolStatus { get; init; }
}

/// <summary>An invoice. Source: developer.focus.teamleader.eu, invoices.list and invoices.info.</summary>
public sealed record Invoice : Document
{
    /// <summary>The number, for example <c>2026 / 14</c>; null for a draft. Not unique, and may change.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The invoice date.</summary>
    public DateOnly? InvoiceDate { get; init; }

    /// <summary>The due date.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether it was sent.</summary>
    public bool? Sent { get; init; }

    /// <summary>The customer's order number.</summary>
    public string? PurchaseOrderNumber { get; init; }

    /// <summary>The payment reference, in Belgium the structured message.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The payment term by value; told by <c>info</c> only.</summary>
    public PaymentTerm? PaymentTerm { get; init; }

    /// <summary>The payments; told by <c>info</c> only.</summary>
    public IReadOnlyList<Payment> Payments
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The remark, plain text; told by <c>info</c> only.</summary>
    public string? Note { get; init; }

    /// <summary>The delivery date.</summary>
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>The page for people; told by <c>list</c> only.</summary>
    public string? WebUrl { get; init; }
}

/// <summary>A credit note; its amounts are positive. Source: developer.focus.teamleader.eu, creditNotes.list and creditNotes.info.</summary>
public sealed record CreditNote : Document
{
    /// <summary>The number, for example <c>2026/5</c>; not unique.</summary>
    public string? CreditNoteNumber { get; init; }

    /// <summary>The date.</summary>
    public DateOnly? CreditNoteDate { get; init; }

    /// <summary>The invoice it credits, if any.</summary>
    public Reference? Invoice { get; init; }
}
