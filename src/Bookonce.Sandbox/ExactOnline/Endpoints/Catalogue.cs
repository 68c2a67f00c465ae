using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>Every address of the service that the sandbox answers, found without regard to case.</summary>
internal static class Catalogue
{
    private static readonly Dictionary<string, EntitySet> Sets = new EntitySet[]
    {
        Divisions.Hrm,
        Divisions.System,
        Divisions.All,
        Journals.Set,
        Journals.Status,
        GLAccounts.Set,
        SmallMasters.FinancialPeriods,
        SmallMasters.PaymentConditions,
        SmallMasters.Currencies,
        SmallMasters.ExchangeRates,
        VatCodes.Set,
        VatCodes.PercentageSet,
        Accounts.Set,
        Accounts.Sync,
        SalesEntries.Set,
        SalesEntryLines.Set,
        Transactions.Set,
        TransactionLines.Set,
        TransactionLines.Bulk,
        TransactionLines.Sync,
        Receivables.Set,
        Receivables.Bulk,
        Receivables.PaymentTerms,
        Deletions.Set,
        GLAccounts.Bulk,
        GLAccounts.Sync,
        Accounts.Bulk,
        CostObjects.Centers,
        CostObjects.Units,
        Documents.Set,
        Documents.Bulk,
        Documents.Sync,
        Documents.Types,
        DocumentAttachments.Set,
        DocumentAttachments.Bulk,
        DocumentAttachments.Sync,
        GeneralJournalEntries.Set,
        GeneralJournalEntries.Lines,
        BankEntries.Bank,
        BankEntries.BankLines,
        BankEntries.Cash,
        BankEntries.CashLines,
        Returns.Set,
        Returns.Official,
        ReceivablesList.Set,
        Webhooks.Subscriptions,
        Webhooks.Topics,
    }.ToDictionary(set => set.Path, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<EntitySet> All => Sets.Values;

    public static EntitySet? Find(string path) => Sets.GetValueOrDefault(path);

    /// <summary>The addresses that have one service in common, such as <c>salesentry</c>.</summary>
    public static IReadOnlyList<EntitySet> OfService(string service) =>
        [
            .. Sets.Values.Where(set =>
                set.Path[..set.Path.LastIndexOf('/')].Equals(service, StringComparison.OrdinalIgnoreCase)
            ),
        ];

    public static Function? FindFunction(string path) => Functions.All.GetValueOrDefault(path);
}
