namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>What a booked document that is put into the state directly says. What is left out follows from the rest.</summary>
public abstract record PlantedDocument
{
    /// <summary>The company entity that sent it.</summary>
    public required Guid DepartmentId { get; init; }

    /// <summary>The customer; must be planted before.</summary>
    public required CustomerReference Customer { get; init; }

    /// <summary>Bookkeeping date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Lines in sections; totals of lines are computed.</summary>
    public required IReadOnlyList<LineGroup> Groups { get; init; }

    /// <summary>Any text; when null, the next number of the department and year.</summary>
    public string? Number { get; init; }

    /// <summary>ISO code; when null, the department's.</summary>
    public string? Currency { get; init; }

    /// <summary>Units of the department's currency for one unit of <see cref="Currency"/>.</summary>
    public decimal ExchangeRate { get; init; } = 1m;

    /// <summary>Discounts on the whole document.</summary>
    public IReadOnlyList<Discount> Discounts { get; init; } = [];

    /// <summary>Totals to show instead of what the lines give.</summary>
    public StatedTotals? Stated { get; init; }

    /// <summary>The customer's details on the document; when null, copied from the customer.</summary>
    public Invoicee? Invoicee { get; init; }

    /// <summary>When it was made; when null, the state's clock.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed; when null, when it was made.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A booked invoice to plant.</summary>
public sealed record PlantedInvoice : PlantedDocument
{
    /// <summary>When null, the customer's term, else the account's default.</summary>
    public Term? Term { get; init; }

    /// <summary>When null, follows from date and term.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Payments; once they reach the payable amount the invoice is matched.</summary>
    public IReadOnlyList<Payment> Payments { get; init; } = [];

    /// <summary>Structured reference.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The customer's order number.</summary>
    public string? PurchaseOrderNumber { get; init; }

    /// <summary>Plain text remarks.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it was sent.</summary>
    public bool Sent { get; init; } = true;

    /// <summary>Date of delivery.</summary>
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>Custom fields of context <c>invoice</c>.</summary>
    public IReadOnlyList<CustomFieldValue> CustomFields { get; init; } = [];

    /// <summary>The subscription that made it.</summary>
    public Guid? SubscriptionId { get; init; }
}

/// <summary>A booked credit note to plant; amounts are positive.</summary>
public sealed record PlantedCreditNote : PlantedDocument
{
    /// <summary>The invoice it credits; null for a free-standing one.</summary>
    public Guid? InvoiceId { get; init; }

    /// <summary>When it was settled; null when not.</summary>
    public DateTimeOffset? PaidAt { get; init; }
}

/// <summary>Totals that a document states itself, in its currency; they may differ by cents from what its lines give.</summary>
/// <param name="Taxes">Taxable amount and VAT per percentage.</param>
/// <param name="TaxExclusive">Total without VAT.</param>
/// <param name="TaxInclusive">Total with VAT.</param>
/// <param name="Payable">What the customer has to pay.</param>
public sealed record StatedTotals(
    IReadOnlyList<TaxTotal> Taxes,
    decimal TaxExclusive,
    decimal TaxInclusive,
    decimal Payable
);
