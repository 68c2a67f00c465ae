using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>financialtransaction/BankEntries, CashEntries and their lines, to be read and, while open, deleted.</summary>
internal static class BankEntries
{
    private static EntityType BankLineType { get; } = LineType("BankEntryLine");
    private static EntityType CashLineType { get; } = LineType("CashEntryLine");

    public static EntitySet Bank { get; } =
        Entries("financialtransaction/BankEntries", "BankEntry", "BankEntryLines", BankLineType, isBank: true);

    public static EntitySet BankLines { get; } =
        Lines("financialtransaction/BankEntryLines", BankLineType, isBank: true);

    public static EntitySet Cash { get; } =
        Entries("financialtransaction/CashEntries", "CashEntry", "CashEntryLines", CashLineType, isBank: false);

    public static EntitySet CashLines { get; } =
        Lines("financialtransaction/CashEntryLines", CashLineType, isBank: false);

    private static bool IsOf(Entry entry, bool isBank) =>
        isBank
            ? entry.Journal.Type is JournalType.Bank or JournalType.PaymentService
            : entry.Journal.Type == JournalType.Cash;

    private static EntitySet Entries(string path, string model, string lines, EntityType lineType, bool isBank)
    {
        var table = new Table<Entry>(model, "EntryID")
            .ReadOnly($"EntryID:g, {lines}:c")
            .ReadOnly(
                """
                BankStatementDocument:g, BankStatementDocumentNumber:i32, BankStatementDocumentSubject:s, ClosingBalanceFC:d,
                Created:dt, Currency:s, Division:i32, EntryNumber:i32, FinancialPeriod:i16, FinancialYear:i16, JournalCode:s,
                JournalDescription:s, Modified:dt, OpeningBalanceFC:d, Status:i16, StatusDescription:s
                """
            )
            .InDivision()
            .Get("EntryID", row => row.Id)
            .Get("OpeningBalanceFC", (row, scope) => Opening(row, scope))
            .Get("ClosingBalanceFC", (row, scope) => Opening(row, scope) + row.Lines[0].AmountFC)
            .Get("Created", row => row.Created)
            .Get("Modified", row => row.Modified)
            .Get("Currency", row => row.Currency)
            .Get("EntryNumber", row => row.EntryNumber)
            .Get("FinancialPeriod", row => row.Period)
            .Get("FinancialYear", row => row.Year)
            .Get("JournalCode", row => row.Journal.Code)
            .Get("JournalDescription", row => row.Journal.Description)
            .Get("Status", row => row.Status)
            .Get("StatusDescription", row => Descriptions.EntryStatus(row.Status))
            .Children(
                lines,
                $"financialtransaction/{lines}",
                lineType,
                (row, _) => row.Lines.Where(line => line.LineNumber > 0)
            );
        return new(
            path,
            table.Build(),
            new KindSource<Entry>(
                new KeyedSource<Guid, Entry>(division => division.Ledger.BankEntries),
                entry => IsOf(entry, isBank)
            )
        )
        {
            AllowsSkip = true,
            Delete = (scope, row) => scope.Division.DeleteEntry((Entry)row),
        };
    }

    private static EntitySet Lines(string path, EntityType type, bool isBank) =>
        new(
            path,
            type,
            new KindSource<TransactionLine>(
                new KeyedSource<Guid, TransactionLine>(division => division.Ledger.Lines),
                line => line.LineNumber > 0 && IsOf(line.Entry, isBank)
            )
        )
        {
            AllowsSkip = true,
        };

    private static decimal Opening(Entry entry, Scope scope) =>
        scope
            .Division.Ledger.BankEntries.Ordered.Where(other =>
                other.Journal == entry.Journal
                && (other.Date, other.Sequence).CompareTo((entry.Date, entry.Sequence)) < 0
            )
            .Sum(other => other.Lines[0].AmountFC);

    private static EntityType LineType(string model) =>
        new Table<TransactionLine>(model, "ID")
            .ReadOnly(
                """
                ID:g, Account:g, AccountCode:s, AccountName:s, AmountDC:d, AmountFC:d, AmountVATFC:d, Asset:g, AssetCode:s,
                AssetDescription:s, CostCenter:s, CostCenterDescription:s, CostUnit:s, CostUnitDescription:s, Date:dt,
                Description:s, Division:i32, Document:g, DocumentNumber:i32, DocumentSubject:s, EntryID:g, EntryNumber:i32,
                ExchangeRate:d, GLAccount:g, GLAccountCode:s, GLAccountDescription:s, LineNumber:i32, Notes:s, OffsetID:g,
                OurRef:i32, Project:g, ProjectCode:s, ProjectDescription:s, Quantity:d, VATCode:s, VATCodeDescription:s,
                VATPercentage:d, VATType:s
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("EntryID", row => row.Entry.Id)
            .Get("EntryNumber", row => row.Entry.EntryNumber)
            .Get("LineNumber", row => row.LineNumber)
            .Get("Date", row => row.Entry.Date)
            .Get("Account", row => row.Account?.Id)
            .Get("AccountCode", row => row.Account?.Code)
            .Padded("AccountCode", -18)
            .Get("AccountName", row => row.Account?.Name)
            // The lines of a bank entry state what came in; the ledger's have the other sign.
            .Get("AmountFC", row => -row.AmountFC)
            .Get("AmountDC", row => -row.AmountDC)
            .Get("Description", row => row.Description)
            .Get("ExchangeRate", row => row.Entry.Rate)
            .Get("GLAccount", row => row.GLAccount.Id)
            .Get("GLAccountCode", row => row.GLAccount.Code)
            .Get("GLAccountDescription", row => row.GLAccount.Description)
            .Get("OffsetID", row => row.OffsetId)
            .Build();
}
