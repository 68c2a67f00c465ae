using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>The lines of the ledger through three doors: regular, bulk and sync.</summary>
internal static class TransactionLines
{
    public const string Path = "financialtransaction/TransactionLines";

    public static EntityType Type { get; } = Table("ID").Build();

    public static EntitySet Set { get; } =
        new(Path, Type, Rows())
        {
            AllowsSkip = true,
            MandatoryFilter =
            [
                "EntryID",
                "ID",
                "Date",
                "FinancialYear",
                "FinancialPeriod",
                "JournalCode",
                "GLAccount",
                "GLAccountCode",
                "Account",
                "AccountCode",
                "EntryNumber",
                "InvoiceNumber",
                "Modified",
                "Type",
            ],
        };

    public static EntitySet Bulk { get; } =
        new("bulk/Financial/TransactionLines", Type, Rows())
        {
            PageSize = 1000,
            NeedsSelect = true,
            MandatoryFilter = Set.MandatoryFilter,
        };

    public static EntitySet Sync { get; } =
        new(
            "sync/Financial/TransactionLines",
            Table("Timestamp")
                .Without("ShopOrder")
                .ReadOnly("Timestamp:i64")
                .Get("Timestamp", row => row.RowVersion)
                .Build(),
            new VersionSource<TransactionLine>(division => division.Ledger.LineLog, row => row.RowVersion)
        )
        {
            PageSize = 1000,
            OnlyFilter = ["Timestamp"],
        };

    private static KeyedSource<Guid, TransactionLine> Rows() =>
        new(division => division.Ledger.Lines) { Index = { ["EntryID"] = OfEntry, ["ID"] = ById } };

    private static IEnumerable<object> OfEntry(Scope scope, object id) =>
        id is Guid given ? scope.Division.Ledger.Entries.Find(given)?.Lines ?? [] : [];

    private static IEnumerable<object> ById(Scope scope, object id) =>
        id is Guid given && scope.Division.Ledger.Lines.Find(given) is { } line ? [line] : [];

    // A revenue line has the id of the line as entered, which carries the rest.
    private static object? Kept(TransactionLine row, string field, Scope scope) =>
        scope.Division.Ledger.SalesLines.Find(row.Id)?.Kept(field);

    private static string? CostName(TransactionLine row, string field, Scope scope) =>
        CostObjects.Name(scope, field, Kept(row, field, scope));

    private static Table<TransactionLine> Table(string key) =>
        new Table<TransactionLine>("TransactionLine", key)
            .ReadOnly(
                """
                ID:g, Account:g, AccountCode:s, AccountName:s, AmountDC:d, AmountFC:d, AmountVATBaseFC:d, AmountVATFC:d,
                Asset:g, AssetCode:s, AssetDescription:s, CostCenter:s, CostCenterDescription:s, CostUnit:s,
                CostUnitDescription:s, Currency:s, Date:dt, Description:s, Division:i32, Document:g, DocumentNumber:i32,
                DocumentSubject:s, DueDate:dt, EntryID:g, EntryNumber:i32, ExchangeRate:d, ExternalLinkDescription:s,
                ExternalLinkReference:s, ExtraDutyAmountFC:d, ExtraDutyPercentage:d, FinancialPeriod:i16, FinancialYear:i16,
                GLAccount:g, GLAccountCode:s, GLAccountDescription:s, InvoiceNumber:i32, Item:g, ItemCode:s,
                ItemDescription:s, JournalCode:s, JournalDescription:s, LineNumber:i32, LineType:i16, Notes:s, OffsetID:g,
                OrderNumber:i32, PaymentDiscountAmount:d, PaymentReference:s, Project:g, ProjectCode:s, ProjectDescription:s,
                Quantity:d, SerialNumber:s, ShopOrder:g, Status:i16, Subscription:g, SubscriptionDescription:s,
                TrackingNumber:s, TrackingNumberDescription:s, Type:i32, VATCode:s, VATCodeDescription:s, VATPercentage:d,
                VATType:s, YourRef:s
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("EntryID", row => row.Entry.Id)
            .Get("EntryNumber", row => row.Entry.EntryNumber)
            .Get("LineNumber", row => row.LineNumber)
            .Get("LineType", _ => 0)
            .Get("JournalCode", row => row.Entry.Journal.Code)
            .Get("JournalDescription", row => row.Entry.Journal.Description)
            .Get("FinancialYear", row => row.Entry.Year)
            .Get("FinancialPeriod", row => row.Entry.Period)
            .Get("Date", row => row.Entry.Date)
            .Get("Type", row => row.Entry.Type)
            .Get("Status", row => row.Entry.Status)
            .Get("GLAccount", row => row.GLAccount.Id)
            .Get("GLAccountCode", row => row.GLAccount.Code)
            .Get("GLAccountDescription", row => row.GLAccount.Description)
            .Get("Account", row => row.Account?.Id)
            .Get("AccountCode", row => row.Account?.Code)
            .Padded("AccountCode", -18)
            .Get("AccountName", row => row.Account?.Name)
            .Get("AmountFC", row => row.AmountFC)
            .Get("AmountDC", row => row.AmountDC)
            .Get("AmountVATFC", row => row.VatAmountFC)
            .Get("AmountVATBaseFC", row => row.VatBaseFC)
            .Get("VATCode", row => row.VatCode?.Code)
            .Padded("VATCode", 3)
            .Get("VATCodeDescription", row => row.VatCode?.Description)
            .Get("VATPercentage", row => row.VatCode?.FractionOn(row.Entry.Date))
            .Get("VATType", row => row.VatType)
            .Get("Currency", row => row.Entry.Currency)
            .Get("ExchangeRate", row => row.Entry.Rate)
            .Get("Description", row => row.Description ?? row.Entry.Description)
            .Get("YourRef", row => row.YourRef)
            .Get("PaymentReference", row => row.PaymentReference)
            .Get("DueDate", row => row.DueDate)
            .Get("InvoiceNumber", row => row.InvoiceNumber)
            .Get("OrderNumber", row => row.Entry.OrderNumber)
            .Get("OffsetID", row => row.OffsetId)
            .Get("Document", row => row.Entry.Document)
            .Get("DocumentNumber", (row, scope) => row.Entry.DocumentIn(scope)?.Number)
            .Get("DocumentSubject", (row, scope) => row.Entry.DocumentIn(scope)?.Subject)
            .Get("ExternalLinkDescription", row => row.Entry.ExternalLinkReference)
            .Get("CostCenter", (row, scope) => Kept(row, "CostCenter", scope))
            .Get("CostCenterDescription", (row, scope) => CostName(row, "CostCenter", scope))
            .Get("CostUnit", (row, scope) => Kept(row, "CostUnit", scope))
            .Get("CostUnitDescription", (row, scope) => CostName(row, "CostUnit", scope))
            .Get("Notes", (row, scope) => Kept(row, "Notes", scope))
            .Get("Quantity", (row, scope) => Kept(row, "Quantity", scope))
            .Get("Project", (row, scope) => Kept(row, "Project", scope))
            .Get("ExternalLinkReference", row => row.Entry.ExternalLinkReference);
}
