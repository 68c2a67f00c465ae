namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>What invoices and credit notes have in common, as the sandbox keeps them. Immutable: a change makes a new one.</summary>
public abstract record Document
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The company entity that sent it.</summary>
    public required Guid DepartmentId { get; init; }

    /// <summary>The number as users read it, such as <c>2026 / 14</c>; null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>Bookkeeping date; a draft may have none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Copy of the customer's details at the time of writing.</summary>
    public required Invoicee Invoicee { get; init; }

    /// <summary>ISO code of the currency of all amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>Rate from <see cref="Currency"/> to the department's currency; 1 where they are the same.</summary>
    public required ExchangeRate ExchangeRate { get; init; }

    /// <summary>Lines in sections.</summary>
    public required IReadOnlyList<LineGroup> Groups { get; init; }

    /// <summary>Discounts on the whole document.</summary>
    public IReadOnlyList<Discount> Discounts { get; init; } = [];

    /// <summary>The amounts that the service shows, stated or computed. Positive for credit notes too.</summary>
    public required DocumentTotals Totals { get; init; }

    /// <summary>Layout.</summary>
    public Guid? DocumentTemplateId { get; init; }

    /// <summary>State on the Peppol network; null if never sent.</summary>
    public string? PeppolStatus { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Where an invoice is in its life.</summary>
public enum InvoiceStatus
{
    /// <summary>Not booked: no number.</summary>
    Draft,

    /// <summary>Booked, not fully paid.</summary>
    Outstanding,

    /// <summary>Booked and paid.</summary>
    Matched,
}

/// <summary>An invoice or draft.</summary>
public sealed record Invoice : Document
{
    /// <summary>Where it is in its life.</summary>
    public InvoiceStatus Status { get; init; }

    /// <summary>Whether it has a number and counts.</summary>
    public bool Booked => Status != InvoiceStatus.Draft;

    /// <summary>When payment is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The term it carries by value.</summary>
    public required Term Term { get; init; }

    /// <summary>Payments, oldest first, in the document's currency.</summary>
    public IReadOnlyList<Payment> Payments { get; init; } = [];

    /// <summary>Sum of its credit notes including VAT, as far as they reduce what is due; positive.</summary>
    public decimal Credited { get; init; }

    /// <summary>What is still open, in the document's currency.</summary>
    public decimal Due => Totals.Payable - Payments.Sum(payment => payment.Amount) - Credited;

    /// <summary>When it became fully paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Whether it was sent.</summary>
    public bool Sent { get; init; }

    /// <summary>The customer's order number.</summary>
    public string? PurchaseOrderNumber { get; init; }

    /// <summary>Structured reference, such as <c>+++102/4455/66718+++</c>.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>Plain text remarks.</summary>
    public string? Note { get; init; }

    /// <summary>Date of delivery.</summary>
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>Since when reminders are stopped.</summary>
    public DateOnly? OnHoldSince { get; init; }

    /// <summary><c>goods</c>, <c>services</c>, <c>goods_and_services</c> or null.</summary>
    public string? Content { get; init; }

    /// <summary>How payment is expected.</summary>
    public ExpectedPaymentMethod? ExpectedPaymentMethod { get; init; }

    /// <summary>Custom fields of context <c>invoice</c>.</summary>
    public IReadOnlyList<CustomFieldValue> CustomFields { get; init; } = [];

    /// <summary>The deal it came from.</summary>
    public Guid? DealId { get; init; }

    /// <summary>The project it belongs to.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The subscription that made it.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>The file it refers to.</summary>
    public Guid? FileId { get; init; }
}

/// <summary>A credit note; always booked.</summary>
public sealed record CreditNote : Document
{
    /// <summary>The invoice it credits; null for a free-standing one.</summary>
    public Guid? InvoiceId { get; init; }

    /// <summary>By how much it reduces what is due of its invoice; positive.</summary>
    public decimal Credited { get; init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? PaidAt { get; init; }
}

/// <summary>The customer's details as a document keeps them.</summary>
public sealed record Invoicee(CustomerReference Customer, string Name)
{
    /// <summary>Whether the customer was deleted and is not named any more.</summary>
    public bool CustomerGone { get; init; }

    /// <summary>VAT number.</summary>
    public string? VatNumber { get; init; }

    /// <summary>E-mail address for invoices.</summary>
    public string? Email { get; init; }

    /// <summary>National number.</summary>
    public string? NationalIdentificationNumber { get; init; }

    /// <summary>For whose attention: a typed name, or a contact with their name.</summary>
    public Attention? ForAttentionOf { get; init; }
}

/// <summary>For whose attention an invoice is.</summary>
public sealed record Attention(string Name, Guid? ContactId = null);

/// <summary>A payment, in the currency of its invoice; positive.</summary>
public sealed record Payment(DateTimeOffset PaidAt, decimal Amount, Guid? PaymentMethodId = null);

/// <summary>How payment is expected, such as <c>bank_transfer</c>.</summary>
public sealed record ExpectedPaymentMethod(string Method, string? Reference = null);
