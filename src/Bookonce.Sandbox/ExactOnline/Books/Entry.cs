namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The entry types that the sandbox makes (Transactions.Type).</summary>
public enum EntryType
{
    OpeningBalance = 10,
    SalesEntry = 20,
    SalesCreditNote = 21,
    CashFlow = 40,
    Other = 90,
}

/// <summary>One entry in a journal with its ledger lines. A sales entry also has the lines as they were entered.</summary>
public sealed class Entry : Row
{
    internal Entry(Stamp stamp)
        : base(stamp) { }

    /// <summary>The journal; with <see cref="Year"/> it is the series of the booking number.</summary>
    public required Journal Journal { get; set; }

    /// <summary>The booking number, unique in journal and financial year.</summary>
    public required int EntryNumber { get; set; }

    /// <summary>The financial year, which need not be the year of <see cref="Date"/>.</summary>
    public required int Year { get; set; }

    /// <summary>The period of the financial year.</summary>
    public required int Period { get; set; }

    /// <summary>The entry date; on a sales entry the invoice date.</summary>
    public required DateOnly Date { get; set; }
    public required EntryType Type { get; set; }

    /// <summary>20 open, 50 processed.</summary>
    public int Status { get; internal set; } = 20;

    /// <summary>ISO code; amounts that end in FC are in it, those in DC in the administration's own.</summary>
    public required string Currency { get; set; }

    /// <summary>Amounts in the administration's currency are those of the entry times this.</summary>
    public required decimal Rate { get; set; }
    public Account? Customer { get; set; }
    public PaymentCondition? PaymentCondition { get; set; }
    public DateOnly? DueDate { get; set; }
    public string? Description { get; set; }

    /// <summary>The customer's reference; never checked for duplicates.</summary>
    public string? YourRef { get; set; }
    public string? PaymentReference { get; set; }
    public string? ExternalLinkReference { get; set; }

    /// <summary>Beside the booking number; on a sales entry usually equal to it.</summary>
    public int? InvoiceNumber { get; set; }
    public int? OrderNumber { get; set; }

    /// <summary>The id of an attached document, or null.</summary>
    public Guid? Document { get; set; }

    /// <summary>The ledger lines in order of line number. They add up to zero in both currencies.</summary>
    public IReadOnlyList<TransactionLine> Lines { get; internal set; } = [];

    /// <summary>The lines of a sales entry as entered, excluding VAT; empty for other entries.</summary>
    public IReadOnlyList<SalesLine> SalesLines { get; internal set; } = [];

    /// <summary>Sales entry: total including VAT in the entry's currency, negative for a credit note.</summary>
    public decimal AmountFC { get; internal set; }

    /// <summary>Sales entry: total including VAT in the administration's currency.</summary>
    public decimal AmountDC { get; internal set; }

    /// <summary>Sales entry: the VAT in the entry's currency.</summary>
    public decimal VatAmountFC { get; internal set; }

    /// <summary>Sales entry: the VAT in the administration's currency.</summary>
    public decimal VatAmountDC { get; internal set; }

    /// <summary>The Type that the maker asked for, which the service may or may not heed.</summary>
    internal int? AskedType { get; set; }

    /// <summary>The order in which entries were entered.</summary>
    internal int Sequence { get; set; }
    internal bool IsSales => Journal.Type == JournalType.Sales;
}

/// <summary>A line of a sales entry as entered.</summary>
public sealed class SalesLine : Row
{
    internal SalesLine(Stamp stamp)
        : base(stamp) { }

    public required Entry Entry { get; init; }
    public int LineNumber { get; internal set; }
    public required GLAccount GLAccount { get; set; }
    public required VatCode VatCode { get; set; }

    /// <summary>Excluding VAT, in the entry's currency; negative on a credit note.</summary>
    public required decimal AmountFC { get; set; }

    /// <summary>Excluding VAT, in the administration's currency.</summary>
    public decimal AmountDC { get; internal set; }

    /// <summary>The VAT that was given with the line and takes the place of the computed one, or null.</summary>
    public decimal? GivenVatFC { get; set; }

    /// <summary>The VAT that was booked, given or computed, in the entry's currency.</summary>
    public decimal VatAmountFC { get; internal set; }

    /// <summary>The same in the administration's currency.</summary>
    public decimal VatAmountDC { get; internal set; }
    public string? Description { get; set; }
}

/// <summary>A line of the ledger. Debit is positive: an invoice's receivable line is positive, its revenue and VAT negative.</summary>
public sealed class TransactionLine : Row
{
    internal TransactionLine(Stamp stamp)
        : base(stamp) { }

    public required Entry Entry { get; init; }

    /// <summary>0 is the receivable side of a sales entry, the bank side of a bank entry.</summary>
    public int LineNumber { get; internal set; }
    public required GLAccount GLAccount { get; set; }

    /// <summary>The relation, or null.</summary>
    public Account? Account { get; set; }

    /// <summary>In the entry's currency, debit positive.</summary>
    public decimal AmountFC { get; internal set; }

    /// <summary>In the administration's currency, debit positive.</summary>
    public decimal AmountDC { get; internal set; }
    public VatCode? VatCode { get; internal set; }

    /// <summary>V or X for the base of a sale or credit, A or Z for its VAT, S for none; null where VAT does not come in.</summary>
    public string? VatType { get; internal set; }

    /// <summary>Revenue line: its VAT, with the sign of its amount.</summary>
    public decimal? VatAmountFC { get; internal set; }

    /// <summary>Revenue and VAT line: the base, with the sign of its amount.</summary>
    public decimal? VatBaseFC { get; internal set; }
    public string? Description { get; set; }
    public string? YourRef { get; set; }
    public string? PaymentReference { get; set; }
    public DateOnly? DueDate { get; set; }
    public int? InvoiceNumber { get; set; }

    /// <summary>Receivable line: the line it is matched with, or null. Revenue and VAT lines: their own receivable line.</summary>
    public Guid? OffsetId { get; internal set; }

    /// <summary>What the line is in its entry, so that a change keeps its id: the entered line, or the VAT code of a VAT line.</summary>
    internal string Role { get; init; } = "";

    /// <summary>Grows with every change, across all rows of the administration.</summary>
    public long RowVersion { get; internal set; }
}

/// <summary>What a customer still has to pay, or has paid, on one receivable line (cashflow/Receivables).</summary>
public sealed class PaymentTerm : Row
{
    internal PaymentTerm(Stamp stamp)
        : base(stamp) { }

    /// <summary>The receivable line. A line that was paid in parts has several terms.</summary>
    public required TransactionLine Line { get; init; }

    /// <summary>The id of this part, not of the sales entry.</summary>
    public required Guid PartId { get; init; }

    /// <summary>This part's amount, positive for what a customer owes, whatever sign the service shows.</summary>
    public decimal AmountFC { get; internal set; }

    /// <summary>The same in the administration's currency.</summary>
    public decimal AmountDC { get; internal set; }

    /// <summary>20 open, 50 matched.</summary>
    public int Status { get; internal set; } = 20;

    /// <summary>Whether this part is matched with a payment or credit.</summary>
    public bool IsFullyPaid => Status == 50;
    public DateOnly? LastPaymentDate { get; internal set; }

    /// <summary>The line that paid this part, null while it is open.</summary>
    internal Guid? MatchedWith { get; set; }

    /// <summary>Grows with every change, across all rows of the administration.</summary>
    public long RowVersion { get; internal set; }
}

/// <summary>The trace of a deleted row (sync/Deleted), kept for two months.</summary>
/// <param name="EntityType">1 transaction line, 2 account, 10 payment term. There is none for entries.</param>
/// <param name="At">The moment in UTC.</param>
public sealed record DeletedRow(
    Guid Id,
    long RowVersion,
    int EntityType,
    Guid EntityKey,
    Guid DeletedBy,
    DateTimeOffset At
);
