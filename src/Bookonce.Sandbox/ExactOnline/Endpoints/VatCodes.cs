using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>vat/VATCodes and vat/VatPercentages.</summary>
internal static class VatCodes
{
    private const string PercentagesPath = "vat/VatPercentages";

    public static EntityType PercentageType { get; } =
        new Table<Percentage>("VatPercentage", "ID")
            .ReadOnly(
                """
                ID:g, VATCodeID:g, LineNumber:i32, Percentage:d, StartDate:dt, EndDate:dt, Type:i16, Division:i32, Created:dt,
                Creator:g, CreatorFullName:s, Modified:dt, Modifier:g, ModifierFullName:s
                """
            )
            .InDivision()
            .Get("Created", row => row.Code.Created)
            .Get("Creator", row => row.Code.Creator.Id)
            .Get("CreatorFullName", row => row.Code.Creator.FullName)
            .Get("Modified", row => row.Code.Modified)
            .Get("Modifier", row => row.Code.Modifier.Id)
            .Get("ModifierFullName", row => row.Code.Modifier.FullName)
            .Get("ID", row => row.Id)
            .Get("VATCodeID", row => row.Code.Id)
            .Get("LineNumber", row => row.Line)
            .Get("Percentage", row => row.Rate.Fraction)
            .Get("StartDate", row => row.Rate.From)
            .Get("EndDate", row => row.Rate.Until)
            .Get("Type", _ => 0)
            .Build();

    public static EntityType Type { get; } =
        new Table<VatCode>("VATCode", "ID")
            .Writable(
                """
                ID:g, Account:g, CalculationBasis:by, Charged:b, Code:s, Description:s, EUSalesListing:s,
                ExcludeVATListing:by, GLDiscountPurchase:g, GLDiscountSales:g, GLToClaim:g, GLToPay:g, IntraStat:b,
                IntrastatType:s, IsBlocked:b, LegalText:s, OssCountry:s, TaxReturnType:i16, Type:s, VatDocType:s,
                VatMargin:by, VATPartialRatio:i16, VATPercentages:c, VATTransactionType:s
                """
            )
            .ReadOnly(
                """
                AccountCode:s, AccountName:s, Country:s, Division:i32, GLDiscountPurchaseCode:s,
                GLDiscountPurchaseDescription:s, GLDiscountSalesCode:s, GLDiscountSalesDescription:s, GLToClaimCode:s,
                GLToClaimDescription:s, GLToPayCode:s, GLToPayDescription:s, Percentage:d
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("Code", row => row.Code)
            .Padded("Code", 3)
            .Set("Code", (_, _) => { })
            .Get("Description", row => row.Description)
            .Set("Description", (row, value) => row.Description = (string)value!)
            .Get("Type", row => Descriptions.VatCodeType(row.Type))
            .Set("Type", (_, _) => { })
            .Get("VATTransactionType", row => row.TransactionType)
            .Set("VATTransactionType", (row, value) => row.TransactionType = (string)value!)
            .Get("Percentage", (row, scope) => row.FractionOn(scope.Division.Today))
            .Get("Charged", row => row.Charged)
            .Set("Charged", (row, value) => row.Charged = value is true)
            .Get("EUSalesListing", row => row.EUSalesListing)
            .Set("EUSalesListing", (row, value) => row.EUSalesListing = (string)value!)
            .Get("CalculationBasis", row => row.Kept("CalculationBasis") ?? 0)
            .Get("IntraStat", row => row.Kept("IntraStat") ?? false)
            .Get("GLToPay", row => row.GLToPay?.Id)
            .Set("GLToPay", (_, _) => { })
            .Get("GLToClaimCode", (row, scope) => Account(row, "GLToClaim", scope)?.Code)
            .Get("GLToClaimDescription", (row, scope) => Account(row, "GLToClaim", scope)?.Description)
            .Get("GLToPayCode", row => row.GLToPay?.Code)
            .Get("GLToPayDescription", row => row.GLToPay?.Description)
            .Get("IsBlocked", row => row.IsBlocked)
            .Set("IsBlocked", (row, value) => row.IsBlocked = value is true)
            .Children("VATPercentages", PercentagesPath, PercentageType, (row, _) => Percentages(row))
            .Build();

    public static EntitySet Set { get; } =
        new("vat/VATCodes", Type, new KeyedSource<Guid, VatCode>(division => division.VatCodeRows))
        {
            AllowsSkip = true,
            Post = VatCodeWrites.Post,
            Put = VatCodeWrites.Put,
            Delete = (scope, row) => scope.Division.DeleteVatCode((VatCode)row),
        };

    public static EntitySet PercentageSet { get; } =
        new(
            PercentagesPath,
            PercentageType,
            new ListSource<Percentage>(
                scope => scope.Division.VatCodeRows.Ordered.SelectMany(Percentages),
                row => row.Id
            )
        );

    private static GLAccount? Account(VatCode row, string field, Scope scope) =>
        row.Kept(field) is Guid id ? scope.Division.GLAccountRows.Find(id) : null;

    private static IEnumerable<Percentage> Percentages(VatCode code) =>
        code.Rates.Select((rate, index) => new Percentage(PercentageId(code.Id, index), code, index + 1, rate));

    // A rate has no id of its own in the books: the code's, with the line in the last byte.
    private static Guid PercentageId(Guid code, int index)
    {
        var bytes = code.ToByteArray();
        bytes[15] ^= (byte)(index + 1);
        return new Guid(bytes);
    }

    private sealed record Percentage(Guid Id, VatCode Code, int Line, VatRate Rate);
}
