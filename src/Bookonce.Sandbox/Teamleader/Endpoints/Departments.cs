using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>The company entities.</summary>
internal static class Departments
{
    public static Answer List(Call call)
    {
        var planted = call.State.DepartmentsById;
        var rows = new Filter<Department>(call, planted.Values)
            .Ids(department => department.Id)
            .Words("status", ["active", "archived"], Status)
            .Where(department =>
                !department.Archived
                || call.Switches.ArchivedDepartments == ArchivedDepartments.Listed
                || call.Body["filter"]["status"].HasValue
            )
            .Rows;
        var sorted = call.Sort(
            rows,
            [
                new SortField<Department>("default_department", (a, b) => IsOther(a).CompareTo(IsOther(b))),
                new SortField<Department>("created_at", (a, b) => a.CreatedAt.CompareTo(b.CreatedAt)),
            ],
            new SortField<Department>("name", (a, b) => string.CompareOrdinal(a.Name, b.Name))
        );
        return Answer.Data(sorted, Row);

        bool IsOther(Department department) => planted.GetAt(0).Key != department.Id;
    }

    public static Answer Info(Call call)
    {
        var department = call.Subject(call.State.DepartmentsById.GetValueOrDefault, "Department");
        var wire = Row(department);
        wire["address"] = department.Address?.ToWire();
        wire["telephones"] = Wire.List(department.Telephones, SharedWire.ToWire);
        wire["website"] = department.Website;
        wire["iban"] = department.Iban;
        wire["bic"] = department.Bic;
        wire["fiscal_regime"] = department.FiscalRegime;
        return Answer.Data(wire);
    }

    static JsonObject Row(Department department) =>
        new()
        {
            ["id"] = department.Id,
            ["name"] = department.Name,
            ["vat_number"] = department.VatNumber,
            ["currency"] = department.Currency,
            ["emails"] = Wire.List(department.Emails, SharedWire.ToWire),
            ["status"] = Status(department),
        };

    static string Status(Department department) => department.Archived ? "archived" : "active";
}
