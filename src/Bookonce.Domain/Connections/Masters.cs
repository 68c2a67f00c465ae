namespace Bookonce.Domain.Connections;

/// <summary>A tax rate of a company entity in Teamleader.</summary>
/// <param name="Id">Its id; two tax rates may share one percentage.</param>
/// <param name="Description">As shown in Teamleader.</param>
/// <param name="Rate">A fraction: 0.21 is 21 %.</param>
public sealed record TaxRate(Guid Id, string Description, decimal Rate);

/// <summary>A product category of Teamleader, which stands for a ledger account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="LedgerNumber">The account number for this company entity; null when it has none.</param>
public sealed record ProductCategory(Guid Id, string Name, string? LedgerNumber);

/// <summary>The kinds of journal that matter here.</summary>
public enum JournalKind
{
    /// <summary>Type 20: the only kind a document can be booked in.</summary>
    Sales,

    /// <summary>Cash, bank and payment services: receivable lines there are payments, not documents.</summary>
    Money,

    /// <summary>General, opening balance, purchase and the rest.</summary>
    Other,
}

/// <summary>An Exact journal.</summary>
public sealed record Journal(
    string Code,
    string Description,
    JournalKind Kind,
    bool IsBlocked,
    string? Currency,
    bool AllowsOtherCurrencies
);

/// <summary>What a ledger account is for.</summary>
public enum LedgerKind
{
    /// <summary>Type 20: what customers owe.</summary>
    Receivable,

    /// <summary>Types 110, 140 and 160: revenue and other income.</summary>
    Revenue,

    /// <summary>Everything else.</summary>
    Other,
}

/// <summary>A ledger account of Exact.</summary>
public sealed record LedgerAccount(Guid Id, string Code, string Description, LedgerKind Kind, bool IsBlocked);

/// <summary>How Exact computes with a VAT code.</summary>
public enum VatCodeKind
{
    /// <summary>E: amounts exclude VAT.</summary>
    Excluding,

    /// <summary>I: amounts include VAT; unusable here, because documents are sent excluding VAT.</summary>
    Including,

    /// <summary>B: a base amount only, at zero per cent.</summary>
    BaseOnly,

    /// <summary>N: no VAT.</summary>
    None,
}

/// <summary>A VAT code of Exact.</summary>
/// <param name="Code">Without padding.</param>
/// <param name="Description">As shown in Exact.</param>
/// <param name="Rate">A fraction.</param>
/// <param name="Kind">How it computes.</param>
/// <param name="ForSales">Whether it may stand on a sales entry.</param>
/// <param name="IsReverseCharge">Whether the customer accounts for the VAT.</param>
/// <param name="EuListing">L goods, S services, T triangulation, N none: what the listing to the EU says.</param>
/// <param name="IsBlocked">Not to be used any more.</param>
public sealed record VatCode(
    string Code,
    string Description,
    decimal Rate,
    VatCodeKind Kind,
    bool ForSales,
    bool IsReverseCharge,
    string? EuListing,
    bool IsBlocked
)
{
    /// <summary>Whether a document, whose amounts exclude VAT, can be booked with it.</summary>
    public bool IsUsable => ForSales && !IsBlocked && Kind != VatCodeKind.Including;
}

/// <summary>A payment condition of Exact.</summary>
/// <param name="Code">Without padding.</param>
/// <param name="Description">As shown in Exact.</param>
/// <param name="Days">Days after the date, or after the month ends.</param>
/// <param name="MonthEnds">How many month ends are waited for.</param>
public sealed record PaymentCondition(string Code, string Description, int Days, int MonthEnds);

/// <summary>A period of a financial year, bounds included.</summary>
public sealed record Period(int Year, int Number, DateOnly From, DateOnly To);

/// <summary>A period that is closed for one journal.</summary>
public readonly record struct ClosedPeriod(string Journal, int Year, int Number);

/// <summary>Exact's own exchange rate from a date on.</summary>
/// <param name="Currency">The foreign currency.</param>
/// <param name="From">The first day.</param>
/// <param name="Rate">As Exact gives it.</param>
public sealed record ReferenceRate(string Currency, DateOnly From, decimal Rate);

/// <summary>What the books of an administration consist of, read from Exact.</summary>
public sealed record Masters
{
    /// <summary>The currency of the books.</summary>
    public required string Currency { get; init; }

    /// <inheritdoc cref="Journal"/>
    public IReadOnlyList<Journal> Journals { get; init; } = [];

    /// <inheritdoc cref="LedgerAccount"/>
    public IReadOnlyList<LedgerAccount> LedgerAccounts { get; init; } = [];

    /// <inheritdoc cref="VatCode"/>
    public IReadOnlyList<VatCode> VatCodes { get; init; } = [];

    /// <inheritdoc cref="PaymentCondition"/>
    public IReadOnlyList<PaymentCondition> PaymentConditions { get; init; } = [];

    /// <inheritdoc cref="Period"/>
    public IReadOnlyList<Period> Periods { get; init; } = [];

    /// <inheritdoc cref="ClosedPeriod"/>
    public IReadOnlyList<ClosedPeriod> ClosedPeriods { get; init; } = [];

    /// <summary>What was closed and filed when twins were last looked at; null while nobody had to know.</summary>
    public Closings? Closings { get; init; }

    /// <inheritdoc cref="ReferenceRate"/>
    public IReadOnlyList<ReferenceRate> Rates { get; init; } = [];

    /// <summary>The period that a date falls in; null when the financial year does not exist.</summary>
    public Period? PeriodOf(DateOnly date) =>
        Periods.FirstOrDefault(period => period.From <= date && date <= period.To);

    /// <summary>Whether a ledger account holds what customers owe.</summary>
    public bool IsReceivable(Guid? account) =>
        LedgerAccounts.Any(candidate => candidate.Id == account && candidate.Kind == LedgerKind.Receivable);

    /// <summary>Whether a period is closed for a journal.</summary>
    public bool IsClosed(string journal, Period period) =>
        ClosedPeriods.Contains(new ClosedPeriod(journal, period.Year, period.Number));
}
