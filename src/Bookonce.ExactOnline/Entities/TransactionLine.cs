using System.Text.Json.Serialization;

namespace Bookonce.ExactOnline;

/// <summary>
/// A line of the ledger. Line 0 is the header line and carries the total including VAT: positive for an invoice, negative for a credit note;
/// revenue and VAT lines have the opposite sign. Source: REST reference, bulk/Financial/TransactionLines.
/// </summary>
public record TransactionLine
{
    /// <summary>The key of the line; never changes.</summary>
    public Guid ID { get; init; }

    /// <summary>The entry.</summary>
    public Guid EntryID { get; init; }

    /// <summary>The booking number.</summary>
    public int? EntryNumber { get; init; }

    /// <summary>The code of the journal.</summary>
    public string? JournalCode { get; init; }

    /// <summary>The financial year.</summary>
    public int? FinancialYear { get; init; }

    /// <summary>The period in the financial year.</summary>
    public int? FinancialPeriod { get; init; }

    /// <summary>The date of the entry.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The place in the entry; 0 is the header line.</summary>
    public int LineNumber { get; init; }

    /// <summary>10 opening balance, 20 sales entry, 21 sales credit note, 40 cash flow, 90 other, 310 period closing …</summary>
    public int? Type { get; init; }

    /// <summary>20 open, 50 processed.</summary>
    public int? Status { get; init; }

    /// <summary>The relation.</summary>
    public Guid? Account { get; init; }

    /// <summary>The code of the relation, padded to 18.</summary>
    public string? AccountCode { get; init; }

    /// <summary>The code of the relation without its padding.</summary>
    [JsonIgnore]
    public string? TrimmedAccountCode => AccountCode?.Trim();

    /// <summary>The name of the relation.</summary>
    public string? AccountName { get; init; }

    /// <summary>The ledger account.</summary>
    public Guid? GLAccount { get; init; }

    /// <summary>The code of the ledger account.</summary>
    public string? GLAccountCode { get; init; }

    /// <summary>The amount in the administration's currency.</summary>
    public decimal AmountDC { get; init; }

    /// <summary>The amount in the document's currency.</summary>
    public decimal AmountFC { get; init; }

    /// <summary>VAT of the line in the document's currency.</summary>
    public decimal? AmountVATFC { get; init; }

    /// <summary>VAT base of the line in the document's currency.</summary>
    public decimal? AmountVATBaseFC { get; init; }

    /// <summary>The document's currency.</summary>
    public string? Currency { get; init; }

    /// <summary>DC = FC × rate.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>The VAT code, padded to three. See <see cref="TrimmedVATCode"/>.</summary>
    public string? VATCode { get; init; }

    /// <summary>The VAT code without its padding.</summary>
    [JsonIgnore]
    public string? TrimmedVATCode => VATCode?.Trim();

    /// <summary>The VAT rate as a fraction.</summary>
    public decimal? VATPercentage { get; init; }

    /// <summary>What the line is for VAT, for example <c>V</c> sales basis, <c>A</c> sales VAT to pay.</summary>
    public string? VATType { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The customer's reference.</summary>
    public string? YourRef { get; init; }

    /// <summary>The invoice number.</summary>
    public int? InvoiceNumber { get; init; }

    /// <summary>The reference for payment by bank.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The due date.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>On a receivable line of a sales entry: the line it is matched with, null while it is not.</summary>
    public Guid? OffsetID { get; init; }

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

/// <summary>A line of the ledger with its row version. Source: REST reference, sync/Financial/TransactionLines.</summary>
public sealed record SyncTransactionLine : TransactionLine
{
    /// <summary>The row version; grows with every change, regenerated when a division moves.</summary>
    public long Timestamp { get; init; }
}

/// <summary>Something that was deleted in the last two months. Source: REST reference, sync/Deleted.</summary>
public sealed record DeletedRow
{
    /// <summary>The row version.</summary>
    public long Timestamp { get; init; }

    /// <summary>The key of this row.</summary>
    public Guid ID { get; init; }

    /// <summary>What it was: 1 transaction line, 2 account, 10 payment term … There is no type for sales entries.</summary>
    public int EntityType { get; init; }

    /// <summary>The key of what was deleted (of the line, not the entry).</summary>
    public Guid EntityKey { get; init; }

    /// <summary>The user who deleted it.</summary>
    public Guid? DeletedBy { get; init; }

    /// <summary>When; wall-clock time of the administration.</summary>
    public DateTime? DeletedDate { get; init; }
}
