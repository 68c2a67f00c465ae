using System.Globalization;

namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    internal KeyedRows<Guid, Journal> JournalRows { get; } = new(row => row.Id);
    internal KeyedRows<Guid, GLAccount> GLAccountRows { get; } = new(row => row.Id);
    internal KeyedRows<Guid, VatCode> VatCodeRows { get; } = new(row => row.Id);
    internal KeyedRows<Guid, PaymentCondition> PaymentConditionRows { get; } = new(row => row.Id);
    internal KeyedRows<Guid, FinancialPeriod> PeriodRows { get; } = new(row => row.Id);
    internal KeyedRows<string, Currency> CurrencyRows { get; } = new(row => row.Code);
    internal KeyedRows<Guid, CostObject> CostCenterRows { get; } = new(row => row.Id);
    internal KeyedRows<Guid, CostObject> CostUnitRows { get; } = new(row => row.Id);
    internal VersionLog<GLAccount> GLAccountLog { get; } = new(row => row.RowVersion);
    internal KeyedRows<Guid, ExchangeRate> ExchangeRateRows { get; } = new(row => row.Id);
    private readonly Dictionary<string, Journal> journals = [];
    private readonly Dictionary<string, GLAccount> glAccounts = [];
    private readonly Dictionary<string, VatCode> vatCodes = [];
    private readonly Dictionary<string, PaymentCondition> paymentConditions = [];
    private readonly Dictionary<(int Year, int Period), FinancialPeriod> periods = [];
    private readonly HashSet<(string Journal, int Year, int Period)> closed = [];

    /// <summary>The journals in the order in which they were added.</summary>
    public IReadOnlyList<Journal> Journals => Copy(journals.Values);

    /// <summary>The ledger accounts in the order in which they were added.</summary>
    public IReadOnlyList<GLAccount> GLAccounts => Copy(glAccounts.Values);

    /// <summary>The exchange rates in the order in which they were added.</summary>
    public IReadOnlyList<ExchangeRate> ExchangeRates => Copy(ExchangeRateRows.Ordered);

    /// <summary>The VAT codes in the order in which they were added.</summary>
    public IReadOnlyList<VatCode> VatCodes => Copy(vatCodes.Values);

    /// <summary>The payment conditions in the order in which they were added.</summary>
    public IReadOnlyList<PaymentCondition> PaymentConditions => Copy(paymentConditions.Values);

    /// <summary>The periods in the order in which they were added.</summary>
    public IReadOnlyList<FinancialPeriod> FinancialPeriods => Copy(periods.Values);

    /// <summary>Adds a ledger account. Codes are not padded.</summary>
    public GLAccount AddGLAccount(string code, string description, GLAccountType type, string? vatCode = null) =>
        Master(
            stamp => new GLAccount(stamp)
            {
                Code = code,
                Description = description,
                Type = type,
                VatCode = vatCode,
            },
            row =>
            {
                glAccounts.Add(row.Code, row);
                GLAccountRows.Add(row);
                row.RowVersion = NextRowVersion();
                GLAccountLog.Note(row, isNew: true);
            }
        );

    /// <summary>Adds a journal. A sales journal needs its receivable account, a bank or cash journal its bank account.</summary>
    public Journal AddJournal(
        string code,
        string description,
        JournalType type,
        GLAccount? glAccount = null,
        string? currency = null,
        bool allowVariableCurrency = true
    ) =>
        Master(
            stamp => new Journal(stamp)
            {
                Code = code,
                Description = description,
                Type = type,
                GLAccount = glAccount,
                Currency = currency,
                AllowVariableCurrency = allowVariableCurrency,
            },
            row =>
            {
                journals.Add(row.Code, row);
                JournalRows.Add(row);
            }
        );

    /// <summary>Adds a VAT code.</summary>
    /// <param name="fraction">For example 0.21.</param>
    /// <param name="glToPay">The account (type 24) that the VAT is booked on; needed where VAT is added.</param>
    /// <param name="charged">Reverse charge.</param>
    /// <param name="euSalesListing">L goods, N none, S services, T triangulation.</param>
    /// <param name="transactionType">B both, P purchase, S sales.</param>
    public VatCode AddVatCode(
        string code,
        string description,
        decimal fraction,
        VatCodeType type = VatCodeType.Excluding,
        GLAccount? glToPay = null,
        bool charged = false,
        string euSalesListing = "N",
        string transactionType = "B"
    ) =>
        AddVatCode(code, description, [new VatRate(fraction)], type, glToPay, charged, euSalesListing, transactionType);

    /// <summary>Adds a VAT code whose rate changed over time.</summary>
    public VatCode AddVatCode(
        string code,
        string description,
        IReadOnlyList<VatRate> rates,
        VatCodeType type = VatCodeType.Excluding,
        GLAccount? glToPay = null,
        bool charged = false,
        string euSalesListing = "N",
        string transactionType = "B"
    ) =>
        Master(
            stamp => new VatCode(stamp)
            {
                Code = code.Trim(),
                Description = description,
                Rates = rates,
                Type = type,
                GLToPay = glToPay,
                Charged = charged,
                EUSalesListing = euSalesListing,
                TransactionType = transactionType,
            },
            row =>
            {
                if (row.AddsVat && row.GLToPay is null && row.Rates.Any(rate => rate.Fraction != 0))
                    throw new ArgumentException(
                        $"VAT code {row.Code} adds VAT but names no account for it.",
                        nameof(glToPay)
                    );
                vatCodes.Add(row.Code, row);
                VatCodeRows.Add(row);
            }
        );

    /// <summary>Adds a payment condition: <paramref name="days"/> after the entry date or after the month end.</summary>
    /// <param name="method">B on credit, I collection, K cash.</param>
    public PaymentCondition AddPaymentCondition(
        string code,
        string description,
        int days,
        int endOfMonths = 0,
        string method = "B"
    ) =>
        Master(
            stamp => new PaymentCondition(stamp)
            {
                Code = code,
                Description = description,
                Days = days,
                EndOfMonths = endOfMonths,
                Method = method,
            },
            row =>
            {
                paymentConditions.Add(row.Code, row);
                PaymentConditionRows.Add(row);
            }
        );

    /// <summary>Adds a currency; the administration's own and the euro are there from the start.</summary>
    public Currency AddCurrency(string code, string description, int amountPrecision = 2) =>
        Master(
            stamp => new Currency(stamp)
            {
                Code = code,
                Description = description,
                AmountPrecision = amountPrecision,
            },
            CurrencyRows.Add
        );

    /// <summary>Adds a cost centre.</summary>
    public CostObject AddCostCenter(string code, string description) =>
        AddCostObject(CostCenterRows, code, description);

    /// <summary>Adds a cost unit.</summary>
    public CostObject AddCostUnit(string code, string description) => AddCostObject(CostUnitRows, code, description);

    /// <summary>Adds a rate: from the day on, one unit of the foreign currency is this much of ours.</summary>
    public ExchangeRate AddExchangeRate(string sourceCurrency, DateOnly startDate, decimal rate) =>
        Master(
            stamp => new ExchangeRate(stamp)
            {
                SourceCurrency = sourceCurrency,
                StartDate = startDate,
                Rate = rate,
            },
            ExchangeRateRows.Add
        );

    /// <summary>Adds a financial year of twelve periods that are the calendar months.</summary>
    public void AddFinancialYear(int year)
    {
        for (var month = 1; month <= 12; month++)
        {
            var first = new DateOnly(year, month, 1);
            AddFinancialPeriod(year, month, first, first.AddMonths(1).AddDays(-1));
        }
    }

    /// <summary>Adds a period of a financial year, both days inclusive: broken years are built of these.</summary>
    public FinancialPeriod AddFinancialPeriod(int year, int period, DateOnly start, DateOnly end) =>
        Master(
            stamp => new FinancialPeriod(stamp)
            {
                Year = year,
                Period = period,
                Start = start,
                End = end,
            },
            row =>
            {
                periods.Add((row.Year, row.Period), row);
                PeriodRows.Add(row);
            }
        );

    /// <summary>Closes a period of one journal: nothing more is booked there.</summary>
    public void ClosePeriod(string journal, int year, int period) => SetClosed(journal, year, period, isClosed: true);

    /// <summary>Opens a period of one journal again.</summary>
    public void OpenPeriod(string journal, int year, int period) => SetClosed(journal, year, period, isClosed: false);

    /// <summary>Whether the period is closed for the journal.</summary>
    public bool IsClosed(string journal, int year, int period)
    {
        lock (state.Gate)
            return closed.Contains((journal, year, period));
    }

    private CostObject AddCostObject(KeyedRows<Guid, CostObject> rows, string code, string description) =>
        Master(stamp => new CostObject(stamp) { Code = code, Description = description }, rows.Add);

    internal Journal? FindJournal(string code) => journals.GetValueOrDefault(code);

    internal GLAccount? FindGLAccount(string code) => glAccounts.GetValueOrDefault(code);

    internal VatCode? FindVatCode(string code) => vatCodes.GetValueOrDefault(code.Trim());

    internal PaymentCondition? FindPaymentCondition(string code) => paymentConditions.GetValueOrDefault(code.Trim());

    internal FinancialPeriod? FindPeriod(int year, int period) => periods.GetValueOrDefault((year, period));

    internal FinancialPeriod? PeriodOf(DateOnly date) =>
        periods.Values.FirstOrDefault(period => period.Start <= date && date <= period.End);

    internal decimal? RateOn(string currency, DateOnly date) =>
        ExchangeRateRows
            .Ordered.Where(rate => rate.SourceCurrency == currency && rate.StartDate <= date)
            .MaxBy(rate => rate.StartDate)
            ?.Rate;

    private void SetClosed(string journal, int year, int period, bool isClosed)
    {
        lock (state.Gate)
        {
            if (!journals.ContainsKey(journal) || !periods.ContainsKey((year, period)))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"There is no journal {journal} or period {year} - {period}."
                    ),
                    nameof(journal)
                );
            }
            Touch();
            _ = isClosed ? closed.Add((journal, year, period)) : closed.Remove((journal, year, period));
        }
    }

    private TRow Master<TRow>(Func<Stamp, TRow> make, Action<TRow> add)
        where TRow : Row
    {
        lock (state.Gate)
        {
            var row = make(new Stamp(NextId(), User.Actor, state.Clock.GetUtcNow()));
            add(row);
            Touch();
            return row;
        }
    }

    private TRow[] Copy<TRow>(IEnumerable<TRow> rows)
    {
        lock (state.Gate)
            return [.. rows];
    }
}
