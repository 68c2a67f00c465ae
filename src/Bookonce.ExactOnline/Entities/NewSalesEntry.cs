namespace Bookonce.ExactOnline;

/// <summary>
/// A sales entry to be created; members are written in this order. Source: REST reference, salesentry/SalesEntries.
/// </summary>
public sealed record NewSalesEntry
{
    /// <summary>A key of the caller's own; whether Exact honours it is not documented.</summary>
    public Guid? EntryID { get; init; }

    /// <summary>The booking number; one that is taken in the series is refused. Left out, the journal gives its next.</summary>
    public int? EntryNumber { get; init; }

    /// <summary>The code of a journal of type 20.</summary>
    public required string Journal { get; init; }

    /// <summary>The relation, of status <c>C</c>.</summary>
    public required Guid Customer { get; init; }

    /// <summary>The invoice date.</summary>
    public required DateOnly EntryDate { get; init; }

    /// <summary>The due date.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The financial year.</summary>
    public int? ReportingYear { get; init; }

    /// <summary>The period in the financial year.</summary>
    public int? ReportingPeriod { get; init; }

    /// <summary>The document's currency (FC).</summary>
    public string? Currency { get; init; }

    /// <summary>DC = FC × rate.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The code of the payment condition.</summary>
    public string? PaymentCondition { get; init; }

    /// <summary>The reference for payment by bank.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The customer's reference.</summary>
    public string? YourRef { get; init; }

    /// <summary>The order number.</summary>
    public int? OrderNumber { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>A link shown in Exact.</summary>
    public string? ExternalLinkReference { get; init; }

    /// <summary>21 for a credit note; read-only in the reference, yet sent by some. Leave it out unless a setting asks for it.</summary>
    public int? Type { get; init; }

    /// <summary>The attached document.</summary>
    public Guid? Document { get; init; }

    /// <summary>The lines; at least one.</summary>
    public required IReadOnlyList<NewSalesEntryLine> SalesEntryLines { get; init; }
}

/// <summary>A line of a sales entry to be created. Source: REST reference, salesentry/SalesEntryLines.</summary>
public sealed record NewSalesEntryLine
{
    /// <summary>The entry, when a line is added to one that exists.</summary>
    public Guid? EntryID { get; init; }

    /// <summary>The ledger account (its key, not its code).</summary>
    public required Guid GLAccount { get; init; }

    /// <summary>The VAT code; the ledger account's default when left out.</summary>
    public string? VATCode { get; init; }

    /// <summary>Amount excluding VAT in the document's currency, for VAT codes of type E, B and N; negative for a credit.</summary>
    public required decimal AmountFC { get; init; }

    /// <summary>VAT in the document's currency, instead of what Exact would compute.</summary>
    public decimal? VATAmountFC { get; init; }

    /// <summary>The quantity.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The code of the cost centre.</summary>
    public string? CostCenter { get; init; }

    /// <summary>The code of the cost unit.</summary>
    public string? CostUnit { get; init; }

    /// <summary>The project.</summary>
    public Guid? Project { get; init; }

    /// <summary>The first day of the time it is for, when revenue is spread.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the time it is for.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>The asset.</summary>
    public Guid? Asset { get; init; }

    /// <summary>The subscription.</summary>
    public Guid? Subscription { get; init; }

    /// <summary>The tracking number.</summary>
    public Guid? TrackingNumber { get; init; }

    /// <summary>The serial number.</summary>
    public string? SerialNumber { get; init; }
}
