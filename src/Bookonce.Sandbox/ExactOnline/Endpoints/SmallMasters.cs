using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>Payment conditions, periods, currencies and exchange rates.</summary>
internal static class SmallMasters
{
    public static EntitySet PaymentConditions { get; } =
        new(
            "cashflow/PaymentConditions",
            new Table<PaymentCondition>("PaymentCondition", "ID")
                .Writable(
                    """
                    ID:g, Code:s, CreditManagementScenario:g, Description:s, DiscountCalculation:s, DiscountPaymentDays:i32,
                    DiscountPercentage:d, PaymentDays:i32, PaymentDiscountType:s, PaymentEndOfMonths:i32, PaymentMethod:s,
                    Percentage:d, VATCalculation:s
                    """
                )
                .ReadOnly(
                    """
                    CreditManagementScenarioCode:s, CreditManagementScenarioDescription:s, Division:i32
                    """
                )
                .Audited()
                .InDivision()
                .Get("ID", row => row.Id)
                .Get("Code", row => row.Code)
                .Get("Description", row => row.Description)
                .Get("PaymentDays", row => row.Days)
                .Get("PaymentEndOfMonths", row => row.EndOfMonths)
                .Get("PaymentMethod", row => row.Method)
                .Get("Percentage", _ => 1m)
                .Build(),
            new KeyedSource<Guid, PaymentCondition>(division => division.PaymentConditionRows)
        )
        {
            AllowsSkip = true,
        };

    public static EntitySet FinancialPeriods { get; } =
        new(
            "financial/FinancialPeriods",
            new Table<FinancialPeriod>("FinancialPeriod", "ID")
                .ReadOnly("ID:g, Division:i32, EndDate:dt, FinPeriod:i16, FinYear:i16, StartDate:dt")
                .Audited()
                .InDivision()
                .Get("ID", row => row.Id)
                .Get("FinYear", row => row.Year)
                .Get("FinPeriod", row => row.Period)
                .Get("StartDate", row => row.Start)
                .Get("EndDate", row => row.End)
                .Build(),
            new KeyedSource<Guid, FinancialPeriod>(division => division.PeriodRows)
        )
        {
            AllowsSkip = true,
        };

    public static EntitySet Currencies { get; } =
        new(
            "general/Currencies",
            new Table<Currency>("Currency", "Code")
                .ReadOnly("Code:s, Description:s, AmountPrecision:d, PricePrecision:d, Created:dt, Modified:dt")
                .Get("Code", row => row.Code)
                .Get("Description", row => row.Description)
                .Get("AmountPrecision", row => row.AmountPrecision)
                .Get("PricePrecision", row => row.AmountPrecision)
                .Get("Created", row => row.Created)
                .Get("Modified", row => row.Modified)
                .Build(),
            new KeyedSource<string, Currency>(division => division.CurrencyRows)
        )
        {
            AllowsSkip = true,
        };

    public static EntitySet ExchangeRates { get; } =
        new(
            "financial/ExchangeRates",
            new Table<ExchangeRate>("ExchangeRate", "ID")
                .ReadOnly(
                    """
                    ID:g, SourceCurrency:s, SourceCurrencyDescription:s, TargetCurrency:s, TargetCurrencyDescription:s, StartDate:dt,
                    Rate:d, Division:i32
                    """
                )
                .Audited()
                .InDivision()
                .Get("ID", row => row.Id)
                .Get("SourceCurrency", row => row.SourceCurrency)
                .Get("SourceCurrencyDescription", (row, scope) => CurrencyName(row.SourceCurrency, scope))
                .Get("TargetCurrency", (_, scope) => scope.Division.Currency)
                .Get("TargetCurrencyDescription", (_, scope) => CurrencyName(scope.Division.Currency, scope))
                .Get("StartDate", row => row.StartDate)
                .Get("Rate", row => row.Rate)
                .Build(),
            new KeyedSource<Guid, ExchangeRate>(division => division.ExchangeRateRows)
        )
        {
            AllowsSkip = true,
        };

    private static string? CurrencyName(string code, Scope scope) =>
        scope.Division.CurrencyRows.Find(code)?.Description;
}
