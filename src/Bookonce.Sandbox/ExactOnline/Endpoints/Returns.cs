using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>VAT returns: read/financial/Returns and financial/OfficialReturns.</summary>
internal static class Returns
{
    private const long VatType = 31;

    public static EntitySet Set { get; } =
        new(
            "read/financial/Returns",
            new Table<VatReturn>("Returns", "DocumentID")
                .ReadOnly(
                    """
                    DocumentID:g, Amount:d, Created:dt, Currency:s, Description:s, DocumentViewUrl:s, DueDate:dt, Frequency:s,
                    PayrollDeclarationType:s, Period:i16, PeriodDescription:s, Request:g, Status:i16, Subject:s, Type:i32,
                    Year:i16
                    """
                )
                .Get("DocumentID", row => row.Document)
                .Get("Amount", row => row.Amount)
                .Get("Created", row => row.Created)
                .Get("Currency", (_, scope) => scope.Division.Currency)
                .Get("Description", row => row.Description)
                .Get("DocumentViewUrl", (row, scope) => $"{scope.Host}/docs/DocView.aspx?DocumentID={row.Document:D}")
                .Get("DueDate", DueDate)
                .Get("Frequency", row => row.Frequency.ToString()[..1])
                .Get("Period", row => row.Period)
                .Get("PeriodDescription", row => VatReturn.Describe(row.Year, row.Period, row.Frequency))
                .Get("Request", row => row.Id)
                .Get("Status", row => row.Status)
                .Get("Subject", row => row.Description)
                .Get("Type", _ => VatType)
                .Get("Year", row => row.Year)
                .Build(),
            new ListSource<VatReturn>(scope => scope.Division.ReturnRows.Ordered, row => row.Document)
        )
        {
            PageSize = EntitySet.Unpaged,
        };

    public static EntityType OfficialType { get; } =
        new Table<VatReturn>("OfficialReturn", "ID")
            .Writable(
                """
                ID:g, Amount:d, Description:s, Document:g, Frequency:i32, IsCorrection:by, Period:i16, PresentationData:s,
                PresentationDate:dt, PresentationFile:bin, PresentationFileName:s, Reference:s, Status:i16, Type:i32, Year:i16
                """
            )
            .ReadOnly("Division:i32, DocumentSubject:s, Source:i32, TypeDescription:s")
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("Amount", row => row.Kept("Amount") ?? row.Amount)
            .Get("Description", row => row.Kept("Description") ?? row.Description)
            .Get("Document", row => row.Document)
            .Get("DocumentSubject", row => row.Description)
            .Get("Frequency", row => row.Frequency)
            .Get("IsCorrection", row => row.Kept("IsCorrection") ?? 0)
            .Get("Period", row => row.Period)
            .Get("PresentationFile", _ => null)
            .Get("Source", row => row.IsFromApi ? 2 : 1)
            .Get("Status", row => row.Status)
            .Get("Type", _ => VatType)
            .Get("TypeDescription", _ => "VAT return")
            .Get("Year", row => row.Year)
            .Build();

    public static EntitySet Official { get; } =
        new(
            "financial/OfficialReturns",
            OfficialType,
            new KeyedSource<Guid, VatReturn>(division => division.ReturnRows)
        )
        {
            Post = Post,
        };

    private static VatReturn Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var frequency = rules.Choice<ReturnFrequency>(body, "Frequency", fallback: null);
        if (body.Whole("Year") is null)
            rules.Refuse(Refusal.Mandatory("Jaar", "Year"));
        if (body.Whole("Period") is null && frequency != ReturnFrequency.Yearly)
            rules.Refuse(Refusal.Mandatory("Periode", "Period"));
        if (body.Whole("Type") is { } type && type != VatType)
            rules.Refuse(Refusal.NotAllowed("Type", "Type"));
        rules.ThrowIfAny();
        return scope
            .Division.AddVatReturn(
                body.Whole("Year")!.Value,
                body.Whole("Period") ?? 0,
                frequency,
                body.Whole("Status") ?? 20,
                isFromApi: true
            )
            .Keeping(body, OfficialType);
    }

    // The twentieth of the month after the period.
    private static object? DueDate(VatReturn row, Scope scope)
    {
        var last = scope
            .Division.PeriodRows.Ordered.Where(period => row.Covers(period.Year, period.Period))
            .Select(period => period.End)
            .DefaultIfEmpty()
            .Max();
        return last == default ? null : new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(19);
    }
}
