using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>VAT rates, a page at a time, and withholding rates, all at once.</summary>
internal static class TaxRates
{
    public static Answer List(Call call)
    {
        var sorted = call.Sort(
            OfDepartment(call, call.State.TaxRatesById.Values),
            [
                new SortField<TaxRate>("department_id", (a, b) => a.DepartmentId.CompareTo(b.DepartmentId)),
                new SortField<TaxRate>("rate", (a, b) => a.Rate.CompareTo(b.Rate)),
                new SortField<TaxRate>("description", (a, b) => string.CompareOrdinal(a.Description, b.Description)),
            ]
        );
        return Answer.Data(call.Page(sorted), Row);
    }

    public static Answer Withholding(Call call) =>
        Answer.Data(OfDepartment(call, call.State.WithholdingTaxRatesById.Values), Row);

    static IEnumerable<TaxRate> OfDepartment(Call call, IEnumerable<TaxRate> rates) =>
        new Filter<TaxRate>(call, rates).Id("department_id", rate => rate.DepartmentId).Rows;

    static JsonObject Row(TaxRate rate) =>
        new()
        {
            ["id"] = rate.Id,
            ["description"] = rate.Description,
            ["rate"] = Wire.Number(rate.Rate),
            ["department"] = Wire.Reference("department", rate.DepartmentId),
        };
}
