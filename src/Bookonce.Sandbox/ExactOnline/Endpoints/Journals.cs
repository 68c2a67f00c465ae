using System.Text.Json;
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
            .Set("Description", (row, value) => row.Description = (string)value!)
            .Get("Type", row => row.Type)
            .Set("Type", (_, _) => { })
            .Set("Code", (_, _) => { })
            .Get("Currency", (row, scope) => row.Currency ?? scope.Division.Currency)
            .Set("Currency", (row, value) => row.Currency = (string?)value)
            .Get("CurrencyDescription", (row, scope) => CurrencyName(row, scope))
            .Get("AllowVariableCurrency", row => row.AllowVariableCurrency)
            .Set("AllowVariableCurrency", (row, value) => row.AllowVariableCurrency = value is true)
            .Get("AllowVariableExchangeRate", row => row.Kept("AllowVariableExchangeRate") ?? row.AllowVariableCurrency)
            .Get("AllowVAT", row => row.Kept("AllowVAT") ?? IsForVat(row.Type))
            .Get("AutoSave", row => row.Kept("AutoSave") ?? false)
            .Get("GLAccount", row => row.GLAccount?.Id)
            .Set("GLAccount", (_, _) => { })
            .Get("GLAccountCode", row => row.GLAccount?.Code)
            .Get("GLAccountDescription", row => row.GLAccount?.Description)
            .Get("GLAccountType", row => row.GLAccount?.Type)
            .Get("IsBlocked", row => row.IsBlocked)
            .Set("IsBlocked", (row, value) => row.IsBlocked = value is true)
            .Build();

    public static EntitySet Set { get; } =
        new("financial/Journals", Type, new KeyedSource<Guid, Journal>(division => division.JournalRows))
        {
            AllowsSkip = true,
            Post = Post,
            Put = Put,
            Delete = (scope, row) => scope.Division.DeleteJournal((Journal)row),
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
            PageSize = EntitySet.Unpaged,
        };

    private static Journal Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var code = rules.NewCode(body, taken: code => scope.Division.FindJournal(code) is not null);
        var description = rules.Mandatory(body, "Description", "Omschrijving");
        var type = rules.Choice<JournalType>(body, "Type", fallback: null);
        var account = rules.GLAccount(body.Id("GLAccount"), NeededBy(type));
        rules.Currency(body.Text("Currency"));
        rules.ThrowIfAny();
        return scope
            .Division.AddJournal(
                code,
                description,
                type,
                account,
                body.Text("Currency"),
                body.Flag("AllowVariableCurrency") ?? true
            )
            .Keeping(body, Type);
    }

    private static void Put(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, Type);
        Writes.RefuseNull(body, "Code", "Description", "Type");
        var journal = (Journal)row;
        var rules = new MasterRules(scope.Division);
        rules.SameCode(body, journal.Code);
        if (rules.Choice<JournalType>(body, "Type", journal.Type) != journal.Type)
            rules.Refuse(Refusal.NotAllowed("Dagboek (type)", "Journal (type)"));
        var account = body.Has("GLAccount")
            ? rules.GLAccount(body.Id("GLAccount"), NeededBy(journal.Type))
            : journal.GLAccount;
        rules.Currency(body.Text("Currency"));
        rules.ThrowIfAny();
        journal.GLAccount = account;
        journal.Keeping(body, Type);
        scope.Division.Changed(journal);
    }

    private static GLAccountType? NeededBy(JournalType type) =>
        type switch
        {
            JournalType.Sales => GLAccountType.Receivable,
            JournalType.Purchase => GLAccountType.Payable,
            JournalType.Bank => GLAccountType.Bank,
            JournalType.Cash => GLAccountType.Cash,
            _ => null,
        };

    private static bool IsForVat(JournalType type) =>
        type is JournalType.Sales or JournalType.Purchase or JournalType.General;

    private static string? CurrencyName(Journal row, Scope scope) =>
        scope.Division.CurrencyRows.Find(row.Currency ?? scope.Division.Currency)?.Description;

    // What its arguments are called is not known: year and period here, both optional.
    public static void StatusByPeriod(Scope scope, Func<string, object?> argument, Utf8JsonWriter json)
    {
        long? Number(string name) =>
            argument(name) switch
            {
                null => null,
                long number => number,
                _ => throw ApiException.QuerySyntax(),
            };

        var (year, period) = (Number("year"), Number("period"));
        var rows = JournalPeriods(scope)
            .Where(row =>
                (year ?? row.Period.Year) == row.Period.Year && (period ?? row.Period.Period) == row.Period.Period
            );
        new JsonShape(json, scope).List(Status, Query.Everything, new Page([.. rows], null, null), next: null);
    }

    private static IEnumerable<JournalPeriod> JournalPeriods(Scope scope) =>
        from journal in scope.Division.JournalRows.Ordered
        from period in scope.Division.PeriodRows.Ordered.OrderBy(row => (row.Year, row.Period))
        select new JournalPeriod(journal, period, scope.Division.IsClosed(journal.Code, period.Year, period.Period));

    private sealed record JournalPeriod(Journal Journal, FinancialPeriod Period, bool IsClosed);
}
