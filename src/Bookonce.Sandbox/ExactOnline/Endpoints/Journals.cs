using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>financial/Journals, and which of their periods are closed. The next booking number is told nowhere.</summary>
internal static class Journals
{
    public static EntityType Type { get; } =
        new Table<Journal>("Journal", "ID")
            .Writable(
                """
                ID:g, AllowVariableCurrency:b, AllowVariableExchangeRate:b, AllowVAT:b, AutoSave:b, Bank:g, BankAccountID:g,
                BankAccountIncludingMask:s, Code:s, Currency:s, Description:s, GLAccount:g, IsBlocked:b,
                PaymentInTransitAccount:g, PaymentServiceAccountIdentifier:s, PaymentServiceProvider:i32, Type:i32
                """
            )
            .ReadOnly(
                """
                BankAccountBICCode:s, BankAccountCountry:s, BankAccountDescription:s, BankAccountIBAN:s, BankAccountUseSEPA:b,
                BankAccountUseSepaDirectDebit:b, BankName:s, CurrencyDescription:s, Division:i32, GLAccountCode:s,
                GLAccountDescription:s, GLAccountType:i32, PaymentServiceProviderName:s
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("Code", row => row.Code)
            .Get("Description", row => row.Description)
            .Get("Type", row => row.Type)
            .Get("Currency", (row, scope) => row.Currency ?? scope.Division.Currency)
            .Get("AllowVariableCurrency", row => row.AllowVariableCurrency)
            .Get("AllowVariableExchangeRate", row => row.AllowVariableCurrency)
            .Get("AllowVAT", row => row.Type is JournalType.Sales or JournalType.Purchase or JournalType.General)
            .Get("GLAccount", row => row.GLAccount?.Id)
            .Get("GLAccountCode", row => row.GLAccount?.Code)
            .Get("GLAccountDescription", row => row.GLAccount?.Description)
            .Get("GLAccountType", row => row.GLAccount?.Type)
            .Get("IsBlocked", row => row.IsBlocked)
            .Build();

    public static EntitySet Set { get; } =
        new("financial/Journals", Type, new KeyedSource<Guid, Journal>(division => division.JournalRows))
        {
            AllowsSkip = true,
        };

    public static EntitySet Status { get; } =
        new(
            "read/financial/JournalStatusList",
            new Table<JournalPeriod>("JournalStatusList", "Journal")
                .ReadOnly(
                    """
                    Journal:s, JournalDescription:s, JournalType:i32, JournalTypeDescription:s, Year:i16, Period:i16, Status:i32,
                    StatusDescription:s
                    """
                )
                .Get("Journal", row => row.Journal.Code)
                .Get("JournalDescription", row => row.Journal.Description)
                .Get("JournalType", row => row.Journal.Type)
                .Get("JournalTypeDescription", row => Descriptions.JournalType(row.Journal.Type))
                .Get("Year", row => row.Period.Year)
                .Get("Period", row => row.Period.Period)
                .Get("Status", row => row.IsClosed ? 1 : 0)
                .Get("StatusDescription", row => row.IsClosed ? "Closed" : "Open")
                .Build(),
            new ListSource<JournalPeriod>(JournalPeriods, row => row.Journal.Code)
        )
        {
            PageSize = int.MaxValue - 1,
        };

    private static IEnumerable<JournalPeriod> JournalPeriods(Scope scope) =>
        from journal in scope.Division.JournalRows.Ordered
        from period in scope.Division.PeriodRows.Ordered.OrderBy(row => (row.Year, row.Period))
        select new JournalPeriod(journal, period, scope.Division.IsClosed(journal.Code, period.Year, period.Period));

    private sealed record JournalPeriod(Journal Journal, FinancialPeriod Period, bool IsClosed);
}
