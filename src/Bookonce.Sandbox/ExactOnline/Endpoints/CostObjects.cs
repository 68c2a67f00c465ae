using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>hrm/Costcenters and hrm/Costunits.</summary>
internal static class CostObjects
{
    public static EntitySet Centers { get; } =
        Make("hrm/Costcenters", "Costcenter", "CostCenter", division => division.CostCenterRows, hasActive: true);

    public static EntitySet Units { get; } =
        Make("hrm/Costunits", "Costunit", "CostUnit", division => division.CostUnitRows, hasActive: false);

    /// <summary>The description of a code.</summary>
    /// <param name="field">CostCenter or CostUnit.</param>
    public static string? Name(Scope scope, string field, object? code) =>
        code is string text ? Find(Rows(scope.Division, field), text)?.Description : null;

    public static KeyedRows<Guid, CostObject> Rows(Division division, string field) =>
        field == "CostCenter" ? division.CostCenterRows : division.CostUnitRows;

    public static CostObject? Find(KeyedRows<Guid, CostObject> rows, string code) =>
        rows.Ordered.FirstOrDefault(row => row.Code == code.Trim());

    private static EntitySet Make(
        string path,
        string model,
        string field,
        Func<Division, KeyedRows<Guid, CostObject>> rows,
        bool hasActive
    )
    {
        var table = new Table<CostObject>(model, "ID")
            .Writable("ID:g, Code:s, Description:s, EndDate:dt")
            .ReadOnly("Division:i32")
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("Code", row => row.Code)
            .Set("Code", (_, _) => { })
            .Get("Description", row => row.Description)
            .Set("Description", (row, value) => row.Description = (string)value!)
            .Get("EndDate", row => row.EndDate)
            .Set("EndDate", (row, value) => row.EndDate = value is DateTime time ? DateOnly.FromDateTime(time) : null);
        if (hasActive)
            table
                .Writable("Active:b")
                .Get("Active", (row, scope) => row.EndDate is not { } end || end >= scope.Division.Today);
        var type = table.Build();
        return new(path, type, new KeyedSource<Guid, CostObject>(rows))
        {
            AllowsSkip = true,
            Post = (scope, body) => Post(scope, body, rows(scope.Division), field).Keeping(body, type),
            Put = (scope, row, body) => Put(scope, (CostObject)row, body, type),
            Delete = (scope, row) => scope.Division.DeleteCostObject(rows(scope.Division), (CostObject)row, field),
        };
    }

    private static CostObject Post(Scope scope, Body body, KeyedRows<Guid, CostObject> rows, string field)
    {
        var rules = new MasterRules(scope.Division);
        var code = rules.NewCode(body, taken: code => Find(rows, code) is not null);
        var description = rules.Mandatory(body, "Description", "Omschrijving");
        rules.ThrowIfAny();
        return field == "CostCenter"
            ? scope.Division.AddCostCenter(code, description)
            : scope.Division.AddCostUnit(code, description);
    }

    private static void Put(Scope scope, CostObject row, Body body, EntityType type)
    {
        Writes.RefuseWholeEntity(body, type);
        Writes.RefuseNull(body, "Code", "Description");
        var rules = new MasterRules(scope.Division);
        rules.SameCode(body, row.Code);
        rules.ThrowIfAny();
        row.Keeping(body, type);
        scope.Division.Changed(row);
    }
}
