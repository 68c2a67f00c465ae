namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The kinds of journal that the service numbers (Journals.Type).</summary>
public enum JournalType
{
    Cash = 10,
    Bank = 12,
    PaymentService = 16,
    Sales = 20,
    ReturnInvoice = 21,
    Purchase = 22,
    ReceivedReturnInvoice = 23,
    General = 90,
}

/// <summary>A journal. Its next booking number is not here: see <see cref="Division.NextBookingNumber"/>.</summary>
public sealed class Journal : Row
{
    internal Journal(Stamp stamp)
        : base(stamp) { }

    /// <summary>The code that entries name, for example <c>70</c>; never padded.</summary>
    public required string Code { get; init; }
    public required string Description { get; set; }
    public required JournalType Type { get; init; }

    /// <summary>The journal's own currency; null means the administration's.</summary>
    public string? Currency { get; set; }

    /// <summary>Whether entries in other currencies than its own are allowed.</summary>
    public bool AllowVariableCurrency { get; set; } = true;

    /// <summary>Sales journal: the receivable account. Bank and cash: the bank account. Otherwise null.</summary>
    public GLAccount? GLAccount { get; set; }

    /// <summary>Nothing new is booked in a blocked journal.</summary>
    public bool IsBlocked { get; set; }
}

/// <summary>The ledger account types that the sandbox itself reasons about (GLAccounts.Type); others are passed as a number.</summary>
public enum GLAccountType
{
    Cash = 10,
    Bank = 12,
    Receivable = 20,
    Payable = 22,
    Vat = 24,
    OtherAssets = 32,
    CapitalStock = 50,
    General = 90,
    Revenue = 110,
    CostOfGoods = 111,
    OtherCosts = 120,
    ExceptionalIncome = 140,
    InterestIncome = 160,
}

/// <summary>A ledger account.</summary>
public sealed class GLAccount : Row
{
    internal GLAccount(Stamp stamp)
        : base(stamp) { }

    public required string Code { get; init; }
    public required string Description { get; set; }
    public required GLAccountType Type { get; set; }

    /// <summary>The VAT code of a line that names none, or null.</summary>
    public string? VatCode { get; set; }
    public bool IsBlocked { get; set; }

    /// <summary>The service calls an account of balance B or of profit and loss W.</summary>
    internal bool IsBalance => (int)Type < 110;

    /// <summary>Grows with every change, across all rows of the administration.</summary>
    public long RowVersion { get; internal set; }
}

/// <summary>How a VAT code treats the amount of a line (VATCodes.Type).</summary>
public enum VatCodeType
{
    /// <summary>E: VAT comes on top of the amount.</summary>
    Excluding,

    /// <summary>I: the amount contains the VAT.</summary>
    Including,

    /// <summary>B: only the base is reported, at 0 %.</summary>
    BaseOnly,

    /// <summary>N: no VAT.</summary>
    None,
}

/// <summary>A rate of a VAT code, as a fraction (0.21), valid from and until the given days, inclusive.</summary>
public sealed record VatRate(decimal Fraction, DateOnly? From = null, DateOnly? Until = null);

/// <summary>A VAT code.</summary>
public sealed class VatCode : Row
{
    internal VatCode(Stamp stamp)
        : base(stamp) { }

    /// <summary>At most three characters, unpadded here; the service shows it padded on the right to three.</summary>
    public required string Code { get; init; }
    public required string Description { get; set; }
    public required VatCodeType Type { get; init; }

    /// <summary>The rates, newest last; the one valid on the entry date counts.</summary>
    public required IReadOnlyList<VatRate> Rates { get; init; }

    /// <summary>B both, P purchase only, S sales only.</summary>
    public required string TransactionType { get; set; }

    /// <summary>Reverse charge: the customer owes the VAT.</summary>
    public bool Charged { get; set; }

    /// <summary>L goods, N none, S services, T triangulation.</summary>
    public required string EUSalesListing { get; set; }

    /// <summary>The account (type 24) that the VAT to pay is booked on.</summary>
    public GLAccount? GLToPay { get; set; }

    /// <summary>A blocked code cannot be used on new lines.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>The fraction that holds on a day; zero when no rate does.</summary>
    public decimal FractionOn(DateOnly day)
    {
        for (var i = Rates.Count - 1; i >= 0; i--)
        {
            var rate = Rates[i];
            if ((rate.From is not { } from || from <= day) && (rate.Until is not { } until || day <= until))
                return rate.Fraction;
        }
        return 0m;
    }

    internal bool AddsVat => Type == VatCodeType.Excluding && !Charged;
    internal bool OnSales => TransactionType is "B" or "S" && !IsBlocked;
}

/// <summary>A payment condition. The due date is the end of the month <see cref="EndOfMonths"/> later, then the days.</summary>
public sealed class PaymentCondition : Row
{
    internal PaymentCondition(Stamp stamp)
        : base(stamp) { }

    public required string Code { get; init; }
    public required string Description { get; set; }

    /// <summary>Days after the entry date or the month end.</summary>
    public required int Days { get; init; }

    /// <summary>How many month ends to count; zero counts the days from the entry date.</summary>
    public required int EndOfMonths { get; init; }

    /// <summary>B on credit, I collection, K cash.</summary>
    public required string Method { get; init; }

    /// <summary>The official example: 17 January with two month ends is 31 March, with 15 days more 15 April.</summary>
    internal DateOnly DueDate(DateOnly entryDate)
    {
        if (EndOfMonths == 0)
            return entryDate.AddDays(Days);
        var month = entryDate.AddMonths(EndOfMonths);
        return new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)).AddDays(Days);
    }
}

/// <summary>A period of a financial year. Whether it is closed is told per journal: see <see cref="Division.ClosePeriod"/>.</summary>
public sealed class FinancialPeriod : Row
{
    internal FinancialPeriod(Stamp stamp)
        : base(stamp) { }

    public required int Year { get; init; }
    public required int Period { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly End { get; init; }
}

/// <summary>A currency, known by its ISO code.</summary>
public sealed class Currency : Row
{
    internal Currency(Stamp stamp)
        : base(stamp) { }

    public required string Code { get; init; }
    public required string Description { get; init; }

    /// <summary>Digits after the point of an amount.</summary>
    public required int AmountPrecision { get; init; }
}

/// <summary>A cost centre or a cost unit (hrm/Costcenters, hrm/Costunits), which lines of entries can name.</summary>
public sealed class CostObject : Row
{
    internal CostObject(Stamp stamp)
        : base(stamp) { }

    public required string Code { get; init; }
    public required string Description { get; set; }

    /// <summary>From the day after it nothing is booked on it; null is never.</summary>
    public DateOnly? EndDate { get; set; }
}

/// <summary>The administration's own rate of a foreign currency from a day on: one unit of the source is this much of ours.</summary>
public sealed class ExchangeRate : Row
{
    internal ExchangeRate(Stamp stamp)
        : base(stamp) { }

    public required string SourceCurrency { get; init; }
    public required DateOnly StartDate { get; set; }

    /// <summary>How much of the administration's currency one unit of the source is.</summary>
    public required decimal Rate { get; set; }
}
