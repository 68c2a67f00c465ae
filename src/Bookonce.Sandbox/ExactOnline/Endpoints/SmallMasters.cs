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
                .Get("Percentage", row => row.Kept("Percentage") ?? 1m)
                .Build(),
            new KeyedSource<Guid, PaymentCondition>(division => division.PaymentConditionRows)
        )
        {
            AllowsSkip = true,
            Post = PostCondition,
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
                .Writable("ID:g, SourceCurrency:s, StartDate:dt, Rate:d")
                .ReadOnly("SourceCurrencyDescription:s, TargetCurrency:s, TargetCurrencyDescription:s, Division:i32")
                .Audited()
                .InDivision()
                .Get("ID", row => row.Id)
                .Get("SourceCurrency", row => row.SourceCurrency)
                .Get("SourceCurrencyDescription", (row, scope) => CurrencyName(row.SourceCurrency, scope))
                .Get("TargetCurrency", (_, scope) => scope.Division.Currency)
                .Get("TargetCurrencyDescription", (_, scope) => CurrencyName(scope.Division.Currency, scope))
                .Get("StartDate", row => row.StartDate)
                .Get("Rate", (row, scope) => Stated(row.Rate, scope))
                .Build(),
            new KeyedSource<Guid, ExchangeRate>(division => division.ExchangeRateRows)
        )
        {
            AllowsSkip = true,
            Post = PostRate,
            Put = PutRate,
            Delete = (scope, row) => scope.Division.DeleteExchangeRate((ExchangeRate)row),
        };

    private static PaymentCondition PostCondition(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var code = rules.NewCode(body, taken: code => scope.Division.FindPaymentCondition(code) is not null);
        var description = rules.Mandatory(body, "Description", "Omschrijving");
        var (days, months) = (body.Whole("PaymentDays") ?? 0, body.Whole("PaymentEndOfMonths") ?? 0);
        if (days is < 0 or > 3650)
            rules.Refuse(Refusal.Invalid("PaymentDays", "PaymentDays"));
        if (months is < 0 or > 120)
            rules.Refuse(Refusal.Invalid("PaymentEndOfMonths", "PaymentEndOfMonths"));
        var method = body.Text("PaymentMethod") ?? "B";
        if (method is not ("B" or "I" or "K"))
            rules.Refuse(Refusal.Invalid("PaymentMethod", "PaymentMethod"));
        rules.ThrowIfAny();
        return scope
            .Division.AddPaymentCondition(code, description, days, months, method)
            .Keeping(body, PaymentConditions.Type);
    }

    private static ExchangeRate PostRate(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var currency = rules.Mandatory(body, "SourceCurrency", "Valuta").Trim();
        if (currency is not "")
            rules.Currency(currency);
        if (body.Date("StartDate") is null)
            rules.Refuse(Refusal.Mandatory("Begindatum", "Start date"));
        CheckRate(body, rules);
        rules.ThrowIfAny();
        return scope.Division.AddExchangeRate(
            currency,
            body.Date("StartDate")!.Value,
            Stated(body.Number("Rate")!.Value, scope)
        );
    }

    private static void PutRate(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, ExchangeRates.Type);
        Writes.RefuseNull(body, "StartDate", "Rate");
        var rate = (ExchangeRate)row;
        var rules = new MasterRules(scope.Division);
        if (body.Text("SourceCurrency") is { } currency && currency.Trim() != rate.SourceCurrency)
            rules.Refuse(Refusal.NotAllowed("Valuta", "Currency"));
        if (body.Has("Rate"))
            CheckRate(body, rules);
        rules.ThrowIfAny();
        rate.StartDate = body.Date("StartDate") ?? rate.StartDate;
        rate.Rate = body.Number("Rate") is { } given ? Stated(given, scope) : rate.Rate;
        scope.Division.Changed(rate);
    }

    private static void CheckRate(Body body, MasterRules rules)
    {
        if (body.Number("Rate") is null)
            rules.Refuse(Refusal.Mandatory("Koers", "Rate"));
        else if (body.Number("Rate") is <= 0.0000001m or > 10_000_000m)
            rules.Refuse(Refusal.Invalid("Koers", "Rate"));
    }

    // Either way round the other is one divided by it.
    private static decimal Stated(decimal rate, Scope scope) =>
        scope.Switches.ExchangeRateDirection == ExchangeRateDirection.OneForeignUnit || rate == 0m
            ? rate
            : Math.Round(1m / rate, 10);

    private static string? CurrencyName(string code, Scope scope) =>
        scope.Division.CurrencyRows.Find(code)?.Description;
}
