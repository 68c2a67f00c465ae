namespace Bookonce.ExactOnline;

/// <summary>
/// Something a customer owes, open or paid. The sign of <see cref="AmountDC"/> is reported both ways: go by <see cref="IsFullyPaid"/>,
/// <see cref="Status"/> and the absolute value. Source: REST reference, cashflow/Receivables.
/// </summary>
public record Receivable
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The relation.</summary>
    public Guid? Account { get; init; }

    /// <summary>The name of the relation.</summary>
    public string? AccountName { get; init; }

    /// <summary>What is still open in the administration's currency; sign see above.</summary>
    public decimal? AmountDC { get; init; }

    /// <summary>What is still open in the document's currency; sign see above.</summary>
    public decimal? AmountFC { get; init; }

    /// <summary>The document's currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The due date.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>When it stopped being outstanding.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>The date of the entry.</summary>
    public DateOnly? EntryDate { get; init; }

    /// <summary>The booking number.</summary>
    public int? EntryNumber { get; init; }

    /// <summary>The invoice date.</summary>
    public DateOnly? InvoiceDate { get; init; }

    /// <summary>The invoice number.</summary>
    public int? InvoiceNumber { get; init; }

    /// <summary>Whether it is paid in full.</summary>
    public bool? IsFullyPaid { get; init; }

    /// <summary>The code of the journal.</summary>
    public string? Journal { get; init; }

    /// <summary>When it was last paid on.</summary>
    public DateOnly? LastPaymentDate { get; init; }

    /// <summary>The reference for payment by bank.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>20 open, 30 selected for collection, 40 processed, 50 matched.</summary>
    public int? Status { get; init; }

    /// <summary>The total in the administration's currency; positive for an invoice, negative for a credit note.</summary>
    public decimal? TransactionAmountDC { get; init; }

    /// <summary>The total in the document's currency; positive for an invoice, negative for a credit note.</summary>
    public decimal? TransactionAmountFC { get; init; }

    /// <summary>The sales entry.</summary>
    public Guid? TransactionEntryID { get; init; }

    /// <summary>The header line of the sales entry.</summary>
    public Guid? TransactionID { get; init; }

    /// <summary>The financial year of the sales entry.</summary>
    public int? TransactionReportingYear { get; init; }

    /// <summary>The period of the sales entry.</summary>
    public int? TransactionReportingPeriod { get; init; }

    /// <summary>The customer's reference.</summary>
    public string? YourRef { get; init; }

    /// <summary>When it was last changed; wall-clock time of the administration.</summary>
    public DateTime? Modified { get; init; }
}

/// <summary>A receivable or payable with its row version. Source: REST reference, sync/Cashflow/PaymentTerms.</summary>
public sealed record PaymentTerm : Receivable
{
    /// <summary>The row version.</summary>
    public long Timestamp { get; init; }

    /// <summary>20 receipt, 22 payment.</summary>
    public int? LineType { get; init; }
}
