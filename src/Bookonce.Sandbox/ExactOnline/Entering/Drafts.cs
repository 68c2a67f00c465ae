namespace Bookonce.Sandbox.ExactOnline;

/// <summary>A sales entry or credit note to be entered. What is null is what the service fills in.</summary>
public sealed record SalesEntryDraft
{
    /// <summary>The code of a sales journal.</summary>
    public string? Journal { get; init; }

    /// <summary>The id of a relation with status C.</summary>
    public Guid? Customer { get; init; }

    /// <summary>Null is today.</summary>
    public DateOnly? EntryDate { get; init; }

    /// <summary>The lines, excluding VAT; negative amounts on a credit note.</summary>
    public required IReadOnlyList<SalesLineDraft> Lines { get; init; }

    /// <summary>The entry's own id; whether it is heeded is a switch.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>The booking number; null takes the next of the series.</summary>
    public int? EntryNumber { get; init; }

    /// <summary>The financial year; null follows the entry date.</summary>
    public int? Year { get; init; }

    /// <summary>The period; null follows the entry date.</summary>
    public int? Period { get; init; }

    /// <summary>The code of a payment condition; null takes the relation's.</summary>
    public string? PaymentCondition { get; init; }

    /// <summary>Null follows the payment condition.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>ISO code; null is the administration's own.</summary>
    public string? Currency { get; init; }

    /// <summary>Null takes the administration's own rate on the entry date.</summary>
    public decimal? Rate { get; init; }
    public string? YourRef { get; init; }
    public string? Description { get; init; }
    public string? PaymentReference { get; init; }
    public string? ExternalLinkReference { get; init; }

    /// <summary>What it does without a booking number is a switch.</summary>
    public int? InvoiceNumber { get; init; }
    public int? OrderNumber { get; init; }
    public Guid? Document { get; init; }

    /// <summary>20 or 21; whether it is heeded is a switch.</summary>
    public int? Type { get; init; }

    /// <summary>The last entry that was there when the request arrived; null sees all.</summary>
    internal int? SeenUpTo { get; init; }
}

/// <summary>A line of a sales entry.</summary>
/// <param name="GLAccount">The id of a ledger account.</param>
/// <param name="AmountFC">Excluding VAT, in the entry's currency.</param>
/// <param name="VatCode">Null takes the ledger account's.</param>
/// <param name="VatAmountFC">Takes the place of the computed VAT.</param>
public sealed record SalesLineDraft(
    Guid? GLAccount,
    decimal? AmountFC,
    string? VatCode = null,
    string? Description = null,
    decimal? VatAmountFC = null
)
{
    public Guid? Id { get; init; }

    /// <summary>A rate as a fraction, which stands in for a code when it is above zero.</summary>
    public decimal? VatFraction { get; init; }

    /// <summary>Fields that are only kept.</summary>
    internal IReadOnlyDictionary<string, object?> Kept { get; init; } = new Dictionary<string, object?>();
}

/// <summary>An entry in a general journal, or the opening balance. Its lines add up to zero.</summary>
/// <param name="Journal">The code of a general journal.</param>
public sealed record GeneralEntryDraft(string Journal, DateOnly Date, IReadOnlyList<GeneralLineDraft> Lines)
{
    /// <summary>The booking number; null takes the next of the series.</summary>
    public int? EntryNumber { get; init; }
    public int? Year { get; init; }
    public int? Period { get; init; }
    public string? Description { get; init; }
    public string? Currency { get; init; }

    /// <summary>Null takes the administration's own rate on the date.</summary>
    public decimal? Rate { get; init; }
}

/// <summary>A line of a general entry. On a receivable account and with a relation it is also an open item.</summary>
/// <param name="GLAccount">The id of a ledger account.</param>
/// <param name="AmountFC">Debit positive: what a customer owes is positive.</param>
/// <param name="Account">The id of a relation.</param>
public sealed record GeneralLineDraft(
    Guid GLAccount,
    decimal AmountFC,
    Guid? Account = null,
    string? YourRef = null,
    string? Description = null,
    DateOnly? DueDate = null
)
{
    /// <summary>The number of the invoice that the open item stands for.</summary>
    public int? InvoiceNumber { get; init; }
    public string? PaymentReference { get; init; }
}

/// <summary>A bank entry: one line per payment, against the journal's own bank account.</summary>
/// <param name="Journal">The code of a bank or cash journal.</param>
public sealed record BankEntryDraft(string Journal, DateOnly Date, IReadOnlyList<BankLineDraft> Lines)
{
    public int? EntryNumber { get; init; }
    public string? Description { get; init; }
}

/// <summary>A payment received.</summary>
/// <param name="Account">The id of the relation who paid.</param>
/// <param name="Amount">In the administration's currency; positive is received, negative is paid back.</param>
/// <param name="Pays">The receivable lines it is matched with, oldest first; empty leaves it unmatched.</param>
public sealed record BankLineDraft(Guid Account, decimal Amount, string? Description = null)
{
    public IReadOnlyList<Guid> Pays { get; init; } = [];

    /// <summary>What the payer wrote as reference.</summary>
    public string? YourRef { get; init; }
}
