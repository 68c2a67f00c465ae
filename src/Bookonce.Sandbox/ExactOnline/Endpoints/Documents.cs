using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>documents/Documents with its bulk and sync twins, and documents/DocumentTypes.</summary>
internal static class Documents
{
    // Before what reads it.
    private static Kind[] Kinds { get; } =
    [
        new(DocumentType.SalesInvoice, "Sales invoice", 1),
        new(DocumentType.PurchaseInvoice, "Purchase invoice", 1),
        new(DocumentType.Miscellaneous, "Miscellaneous", 3),
    ];

    public static EntityType Type { get; } = Table("ID").Build();

    public static EntitySet Set { get; } =
        new("documents/Documents", Type, new KeyedSource<Guid, Document>(division => division.DocumentRows))
        {
            AllowsSkip = true,
            Post = Post,
            Put = Put,
            Delete = (scope, row) => scope.Division.DeleteDocument((Document)row),
        };

    public static EntitySet Bulk { get; } =
        new("bulk/Documents/Documents", Type, Set.Rows) { PageSize = 1000, NeedsSelect = true };

    public static EntitySet Sync { get; } =
        new(
            "sync/Documents/Documents",
            Table("Timestamp").ReadOnly("Timestamp:i64").Get("Timestamp", row => row.RowVersion).Build(),
            new VersionSource<Document>(division => division.DocumentLog, row => row.RowVersion)
        )
        {
            PageSize = 1000,
            OnlyFilter = ["Timestamp"],
        };

    public static EntitySet Types { get; } =
        new(
            "documents/DocumentTypes",
            new Table<Kind>("DocumentType", "ID")
                .ReadOnly(
                    """
                    ID:i32, Created:dt, Description:s, DocumentIsCreatable:b, DocumentIsDeletable:b, DocumentIsUpdatable:b,
                    DocumentIsViewable:b, Modified:dt, TypeCategory:i32
                    """
                )
                .Get("ID", row => row.Type)
                .Get("Description", row => row.Description)
                .Get("DocumentIsCreatable", _ => true)
                .Get("DocumentIsDeletable", _ => true)
                .Get("DocumentIsUpdatable", _ => true)
                .Get("DocumentIsViewable", _ => true)
                .Get("TypeCategory", row => row.Category)
                .Build(),
            new ListSource<Kind>(_ => Kinds, row => (long)row.Type)
        );

    /// <summary>The document that an entry refers to, or null.</summary>
    public static Document? DocumentIn(this Entry entry, Scope scope) =>
        entry.Document is { } id ? scope.Division.DocumentRows.Find(id) : null;

    private static Document Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        rules.Mandatory(body, "Subject", "Onderwerp");
        if (body.Whole("Type") is null)
            rules.Refuse(Refusal.Mandatory("Type", "Type"));
        rules.Currency(body.Text("Currency"));
        rules.ThrowIfAny();
        var draft = new DocumentDraft(body.Text("Subject")!, (DocumentType)body.Whole("Type")!.Value)
        {
            Id = body.Id("ID"),
            Account = body.Id("Account"),
            Date = body.Date("DocumentDate"),
        };
        return scope.Division.AddDocument(draft).Keeping(body, Type);
    }

    private static void Put(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, Type);
        Writes.RefuseNull(body, "Subject", "Type", "DocumentDate");
        var rules = new MasterRules(scope.Division);
        if (body.Whole("Type") is { } type && !Enum.IsDefined((DocumentType)type))
            rules.Refuse(Refusal.DocumentTypeNotAllowed);
        if (body.Id("Account") is { } account && !scope.Division.AccountRows.Contains(account))
            rules.Refuse(Refusal.UnknownReference("Relatie", "Account"));
        rules.Currency(body.Text("Currency"));
        rules.ThrowIfAny();
        ((Document)row).Keeping(body, Type);
        scope.Division.Changed((Document)row);
    }

    private static Account? AccountOf(Document row, Scope scope) =>
        row.Account is { } id ? scope.Division.AccountRows.Find(id) : null;

    private static Table<Document> Table(string key) =>
        new Table<Document>("Document", key)
            .Writable(
                """
                ID:g, Account:g, AmountFC:d, Body:s, Category:g, CategoryDescription:s, Contact:g, Currency:s, DocumentDate:dt,
                DocumentFolder:g, ExpiryDate:dt, FinancialTransactionEntryID:g, HID:i32, InheritShare:b, Language:s,
                Opportunity:g, Project:g, SalesInvoiceNumber:i32, SalesOrderNumber:i32, ShopOrderNumber:i32, Subject:s, Type:i32
                """
            )
            .ReadOnly(
                """
                AccountCode:s, AccountName:s, ContactFullName:s, Division:i32, DocumentFolderCode:s,
                DocumentFolderDescription:s, DocumentViewUrl:s, HasEmptyBody:b, ProjectCode:s, ProjectDescription:s,
                SendMethod:i32, TypeDescription:s
                """
            )
            .ReadOnly(
                """
                ProposedEntryStatus:i16, EntryStatusDescription:s, ActionRegenerateEntryProposal:b, ContractID:g,
                ContractNumber:s, Item:g, ItemCode:s, ItemDescription:s, TeamsMeetingId:s
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("HID", row => row.Number)
            .Set("HID", (_, _) => { })
            .Get("Subject", row => row.Subject)
            .Set("Subject", (row, value) => row.Subject = (string)value!)
            .Get("Type", row => row.Type)
            .Set("Type", (row, value) => row.Type = (DocumentType)(int)(long)value!)
            .Get("TypeDescription", row => Array.Find(Kinds, kind => kind.Type == row.Type)?.Description)
            .Get("Account", row => row.Account)
            .Set("Account", (row, value) => row.Account = (Guid?)value)
            .Get("AccountCode", (row, scope) => AccountOf(row, scope)?.Code)
            .Padded("AccountCode", -18)
            .Get("AccountName", (row, scope) => AccountOf(row, scope)?.Name)
            .Get("DocumentDate", row => row.Date)
            .Set("DocumentDate", (row, value) => row.Date = DateOnly.FromDateTime((DateTime)value!))
            .Get("DocumentViewUrl", (row, scope) => $"{scope.Host}/docs/DocView.aspx?DocumentID={row.Id:D}")
            .Get("HasEmptyBody", row => string.IsNullOrEmpty(row.Kept("Body") as string))
            .Get(
                "FinancialTransactionEntryID",
                (row, scope) =>
                    scope.Division.Ledger.ByDocument.GetValueOrDefault(row.Id)?.Id
                    ?? row.Kept("FinancialTransactionEntryID")
            );

    private sealed record Kind(DocumentType Type, string Description, int Category);
}
