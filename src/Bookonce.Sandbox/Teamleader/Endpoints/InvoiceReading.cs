using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary><c>invoices.list</c> and <c>invoices.info</c>.</summary>
internal static class InvoiceReading
{
    static readonly SortField<Invoice> ByNumber = new(
        "invoice_number",
        (a, b) => NaturalOrder.Compare(a.Number, b.Number)
    );
    static readonly SortField<Invoice> ByDate = new(
        "invoice_date",
        (a, b) => (a.Date ?? DateOnly.MaxValue).CompareTo(b.Date ?? DateOnly.MaxValue)
    );

    public static Answer List(Call call)
    {
        var lateFees = call.Includes("late_fees");
        var rows = new Filter<Invoice>(call, Ordered(call))
            .Ids(invoice => invoice.Id)
            .Term(invoice =>
                [invoice.Number, invoice.PurchaseOrderNumber, invoice.PaymentReference, invoice.Invoicee.Name]
            )
            .Text("invoice_number", invoice => invoice.Number)
            .Id("department_id", invoice => invoice.DepartmentId)
            .Id("deal_id", invoice => invoice.DealId)
            .Id("project_id", invoice => invoice.ProjectId)
            .Id("subscription_id", invoice => invoice.SubscriptionId)
            .Words("status", ["draft", "outstanding", "matched"], InvoiceWire.Status)
            .UpdatedSince(invoice => invoice.UpdatedAt)
            .Text("purchase_order_number", invoice => invoice.PurchaseOrderNumber)
            .Text("payment_reference", invoice => invoice.PaymentReference)
            .Date("invoice_date_after", invoice => invoice.Date, (date, bound) => date >= bound)
            .Date("invoice_date_before", invoice => invoice.Date, (date, bound) => date <= bound)
            .On("customer", value => OfCustomer<Invoice>(value))
            .Rows;
        return Answer.Data(call.Page(rows), invoice => InvoiceWire.Row(invoice, call.Switches, lateFees));
    }

    public static Answer Info(Call call) =>
        Answer.Data(
            InvoiceWire.Info(
                call.Subject(call.State.InvoiceShelf.Find, "Invoice"),
                call.Switches,
                call.Includes("late_fees")
            )
        );

    public static Func<T, bool> OfCustomer<T>(Input value)
        where T : Document
    {
        var customer = value.Object().ReadCustomer();
        return document => document.Invoicee.Customer == customer;
    }

    /// <summary>The shelf's own order serves every sort but one whose fields run in different directions.</summary>
    static IEnumerable<Invoice> Ordered(Call call)
    {
        var shelf = call.State.InvoiceShelf;
        var orders = call.Orders(ByNumber, ByDate);
        if (orders is [])
            return call.Switches.InvoiceOrder == DefaultInvoiceOrder.Ascending
                ? shelf.ByNumber
                : shelf.ByNumber.Reverse();
        var first = orders[0];
        var index = first.Field == ByDate ? shelf.ByDate : shelf.ByNumber;
        if (orders.Any(order => order.Descending != first.Descending))
            return index.InOrder(orders);
        return first.Descending ? index.Reverse() : index;
    }
}
