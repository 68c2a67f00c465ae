using System.Text.Json.Serialization;

namespace Bookonce.ExactOnline;

/// <summary>A journal. Source: REST reference, financial/Journals.</summary>
public sealed record Journal
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The code, by which entries name it.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Description { get; init; }

    /// <summary>10 cash, 12 bank, 16 payment service, 20 sales, 21 return invoice, 22 purchase, 90 general.</summary>
    public int Type { get; init; }

    /// <summary>The currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether entries may be in another currency.</summary>
    public bool? AllowVariableCurrency { get; init; }

    /// <summary>Whether it is blocked.</summary>
    public bool? IsBlocked { get; init; }

    /// <summary>For a sales journal, the receivable account.</summary>
    public Guid? GLAccount { get; init; }

    /// <summary>The code of that account.</summary>
    public string? GLAccountCode { get; init; }
}

/// <summary>Whether a period of a journal is open. Source: REST reference, read/financial/JournalStatusList.</summary>
public sealed record JournalStatus
{
    /// <summary>The code of the journal.</summary>
    public string Journal { get; init; } = "";

    /// <summary>The financial year.</summary>
    public int Year { get; init; }

    /// <summary>The period in the financial year.</summary>
    public int Period { get; init; }

    /// <summary>0 open, 1 closed.</summary>
    public int Status { get; init; }

    /// <summary>Whether nothing can be booked there any more.</summary>
    [JsonIgnore]
    public bool IsClosed => Status == 1;
}

/// <summary>A declaration, VAT or other. Source: REST reference, read/financial/Returns.</summary>
public sealed record VatReturn
{
    /// <summary>The key: the document it is shown by.</summary>
    public Guid DocumentID { get; init; }

    /// <summary>31 VAT, 32 sales listing, 146 payroll.</summary>
    public int? Type { get; init; }

    /// <summary>The financial year.</summary>
    public int? Year { get; init; }

    /// <summary>The month or quarter of the year.</summary>
    public int? Period { get; init; }

    /// <summary><c>M</c>onth, <c>Q</c>uarter, <c>Y</c>ear; <c>A</c> is seen too.</summary>
    public string? Frequency { get; init; }

    /// <summary>10 concept, 20 open, 30 approved, 40 realized, 50 processed; others are seen and not explained.</summary>
    public int? Status { get; init; }
}

/// <summary>A ledger account. Source: REST reference, financial/GLAccounts.</summary>
public sealed record GLAccount
{
    /// <summary>The key, by which lines name it.</summary>
    public Guid ID { get; init; }

    /// <summary>The code.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Description { get; init; }

    /// <summary>20 receivable, 24 VAT, 110 revenue, 140 exceptional income, 160 interest income …</summary>
    public int Type { get; init; }

    /// <summary><c>B</c> balance sheet, <c>W</c> profit and loss.</summary>
    public string? BalanceType { get; init; }

    /// <summary><c>D</c> debit, <c>C</c> credit.</summary>
    public string? BalanceSide { get; init; }

    /// <summary>Whether it is blocked.</summary>
    public bool? IsBlocked { get; init; }

    /// <summary>The default VAT code, padded to three.</summary>
    public string? VATCode { get; init; }

    /// <summary>0 optional, 1 mandatory, 2 no.</summary>
    public int? UseCostcenter { get; init; }

    /// <summary>0 optional, 1 mandatory, 2 no.</summary>
    public int? UseCostunit { get; init; }
}

/// <summary>A VAT code. Source: REST reference, vat/VATCodes.</summary>
public sealed record VatCode
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The code as stored, padded to three. See <see cref="TrimmedCode"/>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The code without its padding.</summary>
    [JsonIgnore]
    public string TrimmedCode => Code.Trim();

    /// <summary>The name.</summary>
    public string? Description { get; init; }

    /// <summary>The rate as a fraction (0.21).</summary>
    public decimal? Percentage { get; init; }

    /// <summary><c>E</c> excluding, <c>I</c> including, <c>B</c> base amount only, <c>N</c> no VAT.</summary>
    public string? Type { get; init; }

    /// <summary><c>B</c> both, <c>P</c> purchase, <c>S</c> sales; only B and S can be used on sales.</summary>
    public string? VATTransactionType { get; init; }

    /// <summary>Whether VAT is reverse-charged.</summary>
    public bool? Charged { get; init; }

    /// <summary><c>L</c> goods, <c>N</c> none, <c>S</c> services, <c>T</c> triangulation.</summary>
    public string? EUSalesListing { get; init; }

    /// <summary>Whether it is blocked.</summary>
    public bool? IsBlocked { get; init; }

    /// <summary>The ledger account of VAT to pay.</summary>
    public Guid? GLToPay { get; init; }
}

/// <summary>A payment condition. Source: REST reference, cashflow/PaymentConditions.</summary>
public sealed record PaymentCondition
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The code, by which entries name it.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Description { get; init; }

    /// <summary>Days added after the month ends.</summary>
    public int? PaymentDays { get; init; }

    /// <summary>Month ends to go to first.</summary>
    public int? PaymentEndOfMonths { get; init; }

    /// <summary><c>B</c> on credit, <c>I</c> collection, <c>K</c> cash.</summary>
    public string? PaymentMethod { get; init; }
}

/// <summary>A period of a financial year. Source: REST reference, financial/FinancialPeriods.</summary>
public sealed record FinancialPeriod
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The financial year.</summary>
    public int FinYear { get; init; }

    /// <summary>The period in the year.</summary>
    public int FinPeriod { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly StartDate { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly EndDate { get; init; }
}

/// <summary>A currency. Source: REST reference, general/Currencies.</summary>
public sealed record Currency
{
    /// <summary>The code, three letters.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Description { get; init; }

    /// <summary>The precision of amounts as Exact states it.</summary>
    public decimal? AmountPrecision { get; init; }
}

/// <summary>An exchange rate. Source: REST reference, financial/ExchangeRates.</summary>
public sealed record ExchangeRate
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The foreign currency.</summary>
    public string? SourceCurrency { get; init; }

    /// <summary>The administration's currency.</summary>
    public string? TargetCurrency { get; init; }

    /// <summary>The first day it holds.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>1 target = this many of the source, as the reference words it; verify with a real entry before relying on the direction.</summary>
    public decimal? Rate { get; init; }
}
