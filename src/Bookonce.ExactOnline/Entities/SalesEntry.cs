using System.Text.Json.Serialization;

namespace Bookonce.ExactOnline;

/// <summary>An entry in a sales journal. FC is the document's currency, DC the administration's. Source: REST reference, salesentry/SalesEntries.</summary>
public record SalesEntry
{
    /// <summary>The key; every transaction line of the entry carries it.</summary>
    public Guid EntryID { get; init; }

    /// <summary>The booking number.</summary>
    public int? EntryNumber { get; init; }

    /// <summary>The invoice number; whether it follows the booking number depends on the journal.</summary>
    public int? InvoiceNumber { get; init; }

    /// <summary>The code of the journal.</summary>
    public string? Journal { get; init; }

    /// <summary>20 sales entry, 21 credit note; how Exact decides is not documented, so do not filter on it.</summary>
    public int? Type { get; init; }

    /// <summary>20 open, 50 processed.</summary>
    public int? Status { get; init; }

    /// <summary>The relation.</summary>
    public Guid? Customer { get; init; }

    /// <summary>The name of the relation.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The invoice date.</summary>
    public DateOnly? EntryDate { get; init; }

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

    /// <summary>Total including VAT in the administration's currency; negative for a credit.</summary>
    public decimal? AmountDC { get; init; }

    /// <summary>Total including VAT in the document's currency; negative for a credit.</summary>
    public decimal? AmountFC { get; init; }

    /// <summary>VAT in the administration's currency.</summary>
    public decimal? VATAmountDC { get; init; }

    /// <summary>VAT in the document's currency.</summary>
    public decimal? VATAmountFC { get; init; }

    /// <summary>The code of the payment condition.</summary>
    public string? PaymentCondition { get; init; }

    /// <summary>The reference for payment by bank.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The customer's reference; most integrations keep the document number here.</summary>
    public string? YourRef { get; init; }

    /// <summary>The order number.</summary>
    public int? OrderNumber { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>A link shown in Exact.</summary>
    public string? ExternalLinkReference { get; init; }

    /// <summary>The attached document.</summary>
    public Guid? Document { get; init; }

    /// <summary>When it was made; wall-clock time of the administration.</summary>
    public DateTime? Created { get; init; }

    /// <summary>Who made it.</summary>
    public string? CreatorFullName { get; init; }

    /// <summary>When it was last changed; wall-clock time of the administration.</summary>
    public DateTime? Modified { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? ModifierFullName { get; init; }
}

/// <summary>An entry with its lines, in one answer.</summary>
public sealed record WholeSalesEntry : SalesEntry
{
    /// <summary>Its lines. Whether a long list is cut is not documented, so add them up.</summary>
    [JsonConverter(typeof(ExactChildren<SalesEntryLine>))]
    public IReadOnlyList<SalesEntryLine> SalesEntryLines { get; init; } = [];
}

/// <summary>A line of a sales entry. Source: REST reference, salesentry/SalesEntryLines.</summary>
public sealed record SalesEntryLine
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The entry.</summary>
    public Guid EntryID { get; init; }

    /// <summary>The place in the entry.</summary>
    public int? LineNumber { get; init; }

    /// <summary>The ledger account.</summary>
    public Guid? GLAccount { get; init; }

    /// <summary>The code of the ledger account.</summary>
    public string? GLAccountCode { get; init; }

    /// <summary>The VAT code, padded to three.</summary>
    public string? VATCode { get; init; }

    /// <summary>The VAT rate as a fraction.</summary>
    public decimal? VATPercentage { get; init; }

    /// <summary>Amount excluding VAT in the document's currency (for VAT codes of type E, B and N).</summary>
    public decimal? AmountFC { get; init; }

    /// <summary>The same in the administration's currency.</summary>
    public decimal? AmountDC { get; init; }

    /// <summary>VAT in the document's currency.</summary>
    public decimal? VATAmountFC { get; init; }

    /// <summary>VAT in the administration's currency.</summary>
    public decimal? VATAmountDC { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The quantity.</summary>
    public decimal? Quantity { get; init; }

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
