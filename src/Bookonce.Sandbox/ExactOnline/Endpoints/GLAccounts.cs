using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>financial/GLAccounts.</summary>
internal static class GLAccounts
{
    public static EntityType Type { get; } =
        new Table<GLAccount>("GLAccount", "ID")
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
            .Get("Description", row => row.Description)
            .Get("Type", row => row.Type)
            .Get("TypeDescription", row => Descriptions.GLAccountType(row.Type))
            .Get("BalanceType", row => row.IsBalance ? "B" : "W")
            .Get("BalanceSide", row => Descriptions.BalanceSide(row.Type))
            .Get("VATCode", row => row.VatCode)
            .Padded("VATCode", 3)
            .Get("VATDescription", (row, scope) => scope.Division.FindVatCode(row.VatCode ?? "")?.Description)
            .Get("UseCostcenter", _ => 0)
            .Get("UseCostunit", _ => 0)
            .Get("IsBlocked", row => row.IsBlocked)
            .Build();

    public static EntitySet Set { get; } =
        new("financial/GLAccounts", Type, new KeyedSource<Guid, GLAccount>(division => division.GLAccountRows))
        {
            AllowsSkip = true,
        };
}
