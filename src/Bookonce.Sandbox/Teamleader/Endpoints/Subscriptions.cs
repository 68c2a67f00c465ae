using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Subscriptions, which the sandbox knows by the invoices that they made: the newest one shows what they say.</summary>
internal static class Subscriptions
{
    public static Answer List(Call call)
    {
        var invoices = call.State.InvoiceShelf.ByDate.Where(invoice => invoice.SubscriptionId is not null);
        if (call.Body["filter"].Object()["invoice_id"].Id() is { } made)
        {
            var subscription = call.State.InvoiceShelf.Find(made)?.SubscriptionId;
            invoices = invoices.Where(invoice => invoice.SubscriptionId == subscription);
        }
        var newest = invoices.GroupBy(invoice => invoice.SubscriptionId!.Value).Select(group => group.Last());
        var rows = new Filter<Invoice>(call, newest)
            .Ids(invoice => invoice.SubscriptionId!.Value)
            .Id("deal_id", invoice => invoice.DealId)
            .On("customer", InvoiceReading.OfCustomer<Invoice>)
            .Words("status", ["active", "deactivated"], _ => "active")
            .Rows;
        var sorted = call.Sort(
            rows,
            [new SortField<Invoice>("title", (a, b) => string.CompareOrdinal(Title(a), Title(b)))],
            new SortField<Invoice>("created_at", (a, b) => a.CreatedAt.CompareTo(b.CreatedAt)),
            new SortField<Invoice>("status", (_, _) => 0)
        );
        return Answer.Data(call.Page(sorted), Row);
    }

    static string Title(Invoice invoice) =>
        invoice.Groups.SelectMany(group => group.Lines).Select(line => line.Description).FirstOrDefault() ?? "";

    static JsonObject Row(Invoice invoice)
    {
        var invoicee = invoice.Invoicee.ToRowWire(attention: true);
        invoicee.Remove("name");
        invoicee.Remove("vat_number");
        var total = invoice.TotalsWire();
        total.Remove("payable");
        return new JsonObject
        {
            ["id"] = invoice.SubscriptionId,
            ["title"] = Title(invoice),
            ["remarks"] = null,
            ["status"] = "active",
            ["department"] = Wire.Reference("department", invoice.DepartmentId),
            ["invoicee"] = invoicee,
            ["project"] = Wire.Reference("project", invoice.ProjectId),
            ["next_renewal_date"] = Wire.Date(invoice.Date?.AddMonths(1)),
            ["periodicity"] = "monthly",
            ["total"] = total,
            ["web_url"] = $"https://focus.teamleader.eu/subscription_detail.php?id={invoice.SubscriptionId}",
        };
    }
}
