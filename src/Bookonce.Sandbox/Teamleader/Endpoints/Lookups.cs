using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>The small lists of an account that only its users can change.</summary>
internal static class Lookups
{
    public static Answer PaymentTerms(Call call)
    {
        var terms = call.State.PaymentTermsById;
        var answer = Answer.Data(
            terms.Values,
            term =>
            {
                var row = new JsonObject { ["id"] = term.Id, ["type"] = term.Term.Type };
                if (term.Term.Days is { } days)
                    row["days"] = days;
                return row;
            }
        );
        answer.Body!["meta"] = new JsonObject { ["default"] = terms.Count > 0 ? terms.GetAt(0).Key : null };
        return answer;
    }

    public static Answer PaymentMethods(Call call) =>
        Answer.Data(
            call.Page(
                new Filter<PaymentMethod>(call, call.State.PaymentMethodsById.Values)
                    .Ids(method => method.Id)
                    .Words("status", ["active", "archived"], Status)
                    .Rows
            ),
            method => new JsonObject
            {
                ["id"] = method.Id,
                ["name"] = method.Name,
                ["status"] = Status(method),
            }
        );

    public static Answer CommercialDiscounts(Call call) =>
        Answer.Data(
            new Filter<CommercialDiscount>(call, call.State.CommercialDiscountsById.Values)
                .Id("department_id", discount => discount.DepartmentId)
                .Rows,
            discount => new JsonObject
            {
                ["id"] = discount.Id,
                ["name"] = discount.Name,
                ["department"] = Wire.Reference("department", discount.DepartmentId),
            }
        );

    /// <summary>Filtered on a department, the categories that have a ledger account there.</summary>
    public static Answer ProductCategories(Call call) =>
        Answer.Data(
            new Filter<ProductCategory>(call, call.State.ProductCategoriesById.Values)
                .On(
                    "department_id",
                    value =>
                    {
                        var id = value.RequiredId();
                        return category => category.Ledgers.Any(ledger => ledger.DepartmentId == id);
                    }
                )
                .Rows,
            category => new JsonObject
            {
                ["id"] = category.Id,
                ["name"] = category.Name,
                ["ledgers"] = Wire.List(
                    category.Ledgers,
                    ledger => new JsonObject
                    {
                        ["department"] = Wire.Reference("department", ledger.DepartmentId),
                        ["ledger_account_number"] = ledger.AccountNumber,
                    }
                ),
            }
        );

    public static Answer UnitsOfMeasure(Call call) =>
        Answer.Data(
            call.State.UnitsOfMeasureById.Values,
            unit => new JsonObject { ["id"] = unit.Id, ["name"] = unit.Name }
        );

    static string Status(PaymentMethod method) => method.Archived ? "archived" : "active";
}
