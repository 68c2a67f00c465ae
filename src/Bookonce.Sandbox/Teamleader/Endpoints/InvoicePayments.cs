using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Payments of an invoice: they have no id of their own.</summary>
internal static class InvoicePayments
{
    public static Answer Register(Call call)
    {
        var invoice = call.Subject(call.State.InvoiceShelf.Find, "Invoice");
        var payment = new Payment(
            call.Body["paid_at"].Required.Moment()!.Value,
            call.Body["payment"].ReadMoney(invoice.Currency),
            Method(call)
        );
        call.State.RegisterPayment(invoice.Id, payment);
        return Answer.Done;
    }

    public static Answer Remove(Call call)
    {
        call.State.RemovePayments(call.Body["id"].RequiredId());
        return Answer.Done;
    }

    static Guid? Method(Call call)
    {
        var input = call.Body["payment_method_id"];
        return input.Id() is not { } id ? null
            : call.State.PaymentMethodsById.ContainsKey(id) ? id
            : throw input.Invalid;
    }
}
