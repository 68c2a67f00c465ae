using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>salesentry/SalesEntryLines: the lines of sales entries as entered, excluding VAT.</summary>
internal static class SalesEntryLines
{
    public const string Path = "salesentry/SalesEntryLines";

    public static EntityType Type { get; } =
        new Table<SalesLine>("SalesEntryLine", "ID")
            .Writable(
                """
                ID:g, AmountFC:d, Asset:g, CostCenter:s, CostUnit:s, Description:s, EntryID:g, ExtraDutyAmountFC:d,
                ExtraDutyPercentage:d, From:dt, GLAccount:g, IntraStatArea:s, IntraStatCountry:s, IntraStatDeliveryTerm:s,
                IntraStatTransactionA:s, IntraStatTransactionB:s, IntraStatTransportMethod:s, Notes:s, Project:g, Quantity:d,
                SerialNumber:s, StatisticalNetWeight:d, StatisticalNumber:s, StatisticalQuantity:d, StatisticalValue:d,
                Subscription:g, TaxSchedule:g, To:dt, TrackingNumber:g, VATAmountFC:d, VATBaseAmountDC:d, VATBaseAmountFC:d,
                VATCode:s, VATPercentage:d
                """
            )
            .ReadOnly(
                """
                AmountDC:d, AssetDescription:s, CostCenterDescription:s, CostUnitDescription:s, Division:i32, GLAccountCode:s,
                GLAccountDescription:s, LineNumber:i32, ProjectDescription:s, SubscriptionDescription:s,
                TrackingNumberDescription:s, Type:i32, VATAmountDC:d, VATCodeDescription:s
                """
            )
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("EntryID", row => row.Entry.Id)
            .Get("LineNumber", row => row.LineNumber)
            .Get("GLAccount", row => row.GLAccount.Id)
            .Get("GLAccountCode", row => row.GLAccount.Code)
            .Get("GLAccountDescription", row => row.GLAccount.Description)
            .Get("AmountFC", row => row.AmountFC)
            .Get("AmountDC", row => row.AmountDC)
            .Get("VATCode", row => row.VatCode.Code)
            .Padded("VATCode", 3)
            .Get("VATCodeDescription", row => row.VatCode.Description)
            .Get("VATPercentage", row => row.VatCode.FractionOn(row.Entry.Date))
            .Get("VATAmountFC", row => row.VatAmountFC)
            .Get("VATAmountDC", row => row.VatAmountDC)
            .Get("VATBaseAmountFC", row => row.AmountFC)
            .Get("VATBaseAmountDC", row => row.AmountDC)
            .Get("Description", row => row.Description)
            .Get("Type", row => row.Entry.Type)
            .Get("CostCenterDescription", (row, scope) => CostObjects.Name(scope, "CostCenter", row.Kept("CostCenter")))
            .Get("CostUnitDescription", (row, scope) => CostObjects.Name(scope, "CostUnit", row.Kept("CostUnit")))
            .Build();

    public static EntitySet Set { get; } =
        new(
            Path,
            Type,
            new KeyedSource<Guid, SalesLine>(division => division.Ledger.SalesLines)
            {
                Index = { ["EntryID"] = OfEntry, ["ID"] = ById },
            }
        )
        {
            AllowsSkip = true,
            Post = Post,
            Put = Put,
            Delete = (scope, row) => scope.Division.DeleteSalesLine((SalesLine)row),
        };

    public static SalesLineDraft Draft(Body body) =>
        new(
            body.Id("GLAccount"),
            body.Number("AmountFC"),
            body.Text("VATCode"),
            body.Text("Description"),
            body.Number("VATAmountFC")
        )
        {
            Id = body.Id("ID"),
            VatFraction = body.Number("VATPercentage"),
            Kept = Writes.Kept(body, Type),
        };

    private static IEnumerable<object> OfEntry(Scope scope, object id) =>
        id is Guid given ? scope.Division.Ledger.SalesEntries.Find(given)?.SalesLines ?? [] : [];

    private static IEnumerable<object> ById(Scope scope, object id) =>
        id is Guid given && scope.Division.Ledger.SalesLines.Find(given) is { } line ? [line] : [];

    private static SalesLine Post(Scope scope, Body body)
    {
        if (body.Id("EntryID") is not { } id)
            throw new RefusedException(Refusal.Mandatory("EntryID", "EntryID"));
        if (scope.Division.Ledger.SalesEntries.Find(id) is not { } entry)
            throw new RefusedException(Refusal.UnknownReference("EntryID", "EntryID"));
        return scope.Division.AddSalesLine(entry, Draft(body));
    }

    // What the line names after the change, where the change does not name it.
    private static Dictionary<string, object?> KeptAfter(SalesLine line, Body body) =>
        new[] { "CostCenter", "CostUnit" }.ToDictionary(
            field => field,
            field => body.Has(field) ? body.Text(field) : line.Kept(field)
        );

    private static void Put(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, Type);
        Writes.RefuseNull(body, "GLAccount", "AmountFC", "VATCode");
        var line = (SalesLine)row;
        var amountChanges = body.Has("AmountFC") || body.Has("VATCode");
        scope.Division.ChangeSalesLine(
            line,
            new SalesLineDraft(
                body.Id("GLAccount") ?? line.GLAccount.Id,
                body.Number("AmountFC") ?? line.AmountFC,
                body.Text("VATCode") ?? line.VatCode.Code.PadRight(3),
                body.Has("Description") ? body.Text("Description") : line.Description,
                body.Has("VATAmountFC") ? body.Number("VATAmountFC")
                    : amountChanges ? null
                    : line.GivenVatFC
            )
            {
                VatFraction = body.Number("VATPercentage"),
                Kept = KeptAfter(line, body),
            }
        );
        line.Keeping(body, Type);
    }
}
