using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>financial/GLAccounts.</summary>
internal static class GLAccounts
{
    public static EntityType Type { get; } = Table("ID").Build();

    public static EntitySet Set { get; } =
        new("financial/GLAccounts", Type, new KeyedSource<Guid, GLAccount>(division => division.GLAccountRows))
        {
            AllowsSkip = true,
            Post = Post,
            Put = Put,
            Delete = (scope, row) => scope.Division.DeleteGLAccount((GLAccount)row),
        };

    public static EntitySet Bulk { get; } =
        new("bulk/Financial/GLAccounts", Type, Set.Rows) { PageSize = 1000, NeedsSelect = true };

    public static EntitySet Sync { get; } =
        new(
            "sync/Financial/GLAccounts",
            Table("Timestamp").ReadOnly("Timestamp:i64").Get("Timestamp", row => row.RowVersion).Build(),
            new VersionSource<GLAccount>(division => division.GLAccountLog, row => row.RowVersion)
        )
        {
            PageSize = 1000,
            OnlyFilter = ["Timestamp"],
        };

    private static GLAccount Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var code = rules.NewCode(body, taken: code => scope.Division.FindGLAccount(code) is not null);
        var description = rules.Mandatory(body, "Description", "Omschrijving");
        var type = rules.Choice<GLAccountType>(body, "Type", GLAccountType.General);
        rules.VatCode(body.Text("VATCode"));
        rules.ThrowIfAny();
        return scope.Division.AddGLAccount(code, description, type).Keeping(body, Type);
    }

    private static void Put(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, Type);
        Writes.RefuseNull(body, "Code", "Description", "Type");
        var account = (GLAccount)row;
        var rules = new MasterRules(scope.Division);
        rules.SameCode(body, account.Code);
        rules.Choice<GLAccountType>(body, "Type", account.Type);
        rules.VatCode(body.Text("VATCode"));
        rules.ThrowIfAny();
        account.Keeping(body, Type);
        scope.Division.Changed(account);
    }

    private static bool IsMatched(GLAccountType type) => type is GLAccountType.Receivable or GLAccountType.Payable;

    private static Table<GLAccount> Table(string key) =>
        new Table<GLAccount>("GLAccount", key)
            .Writable(
                """
                ID:g, AssimilatedVATBox:i16, BalanceSide:s, BalanceType:s, BelcotaxType:i32, Code:s, Compress:b, Costcenter:s,
                Costunit:s, DeductibilityPercentages:c, Description:s, DescriptionTermID:i32, ExcludeVATListing:by,
                ExpenseNonDeductiblePercentage:d, IsBlocked:b, Matching:b, PrivateGLAccount:g, PrivatePercentage:d,
                ReportingCode:s, RevalueCurrency:b, SearchCode:s, Type:i32, UseCostcenter:by, UseCostunit:by, VATCode:s,
                VATGLAccountType:s, VATNonDeductibleGLAccount:g, VATNonDeductiblePercentage:d, VATSystem:s,
                YearEndCostGLAccount:g, YearEndReflectionGLAccount:g
                """
            )
            .ReadOnly(
                """
                CostcenterDescription:s, CostunitDescription:s, Division:i32, TypeDescription:s, VATDescription:s
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("Code", row => row.Code)
            .Set("Code", (_, _) => { })
            .Get("Description", row => row.Description)
            .Set("Description", (row, value) => row.Description = (string)value!)
            .Get("Type", row => row.Type)
            .Set("Type", (row, value) => row.Type = (GLAccountType)(int)(long)value!)
            .Get("TypeDescription", row => Descriptions.GLAccountType(row.Type))
            .Get("BalanceType", row => row.Kept("BalanceType") ?? (row.IsBalance ? "B" : "W"))
            .Get("BalanceSide", row => row.Kept("BalanceSide") ?? Descriptions.BalanceSide(row.Type))
            .Get("Compress", row => row.Kept("Compress") ?? false)
            .Get("Matching", row => row.Kept("Matching") ?? IsMatched(row.Type))
            .Get("RevalueCurrency", row => row.Kept("RevalueCurrency") ?? false)
            .Get("CostcenterDescription", (row, scope) => CostObjects.Name(scope, "CostCenter", row.Kept("Costcenter")))
            .Get("CostunitDescription", (row, scope) => CostObjects.Name(scope, "CostUnit", row.Kept("Costunit")))
            .Get("VATCode", row => row.VatCode)
            .Set("VATCode", (row, value) => row.VatCode = ((string?)value)?.Trim())
            .Padded("VATCode", 3)
            .Get("VATDescription", (row, scope) => scope.Division.FindVatCode(row.VatCode ?? "")?.Description)
            .Get("UseCostcenter", row => row.Kept("UseCostcenter") ?? 0)
            .Get("UseCostunit", row => row.Kept("UseCostunit") ?? 0)
            .Get("IsBlocked", row => row.IsBlocked)
            .Set("IsBlocked", (row, value) => row.IsBlocked = value is true);
}
