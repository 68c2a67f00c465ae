using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Payments of an invoice: they have no id of their own.</summary>
internal static class InvoicePayments
{
    public static Answer Register(Call call)
    {
        var invoice = Subject(call);
        var payment = new Payment(
            call.Body["paid_at"].Required.Moment()!.Value,
            call.Body["payment"].ReadMoney(invoice.Currency),
            Method(call)
        );
        Store(call, invoice.WithPayment(payment));
        return Answer.Done;
    }

    public static Answer Remove(Call call)
    {
        Store(call, Subject(call).WithoutPayments());
        return Answer.Done;
    }

    /// <summary>Stores what changed around an invoice rather than in it.</summary>
    public static void Store(Call call, Invoice invoice) =>
        call.State.InvoiceShelf.Put(
            call.Switches.UpdatedAt == UpdatedAtMoves.WithEveryChange
                ? invoice with
                {
                    UpdatedAt = call.State.Now,
                }
                : invoice
        );

    static Invoice Subject(Call call)
    {
        var invoice = call.Subject(call.State.InvoiceShelf.Find, "Invoice");
        return invoice.Booked ? invoice : throw new Refusal(400, "A draft invoice has no payments", "id");
    }

    static Guid? Method(Call call)
    {
        var input = call.Body["payment_method_id"];
        return input.Id() is not { } id ? null
            : call.State.PaymentMethodsById.ContainsKey(id) ? id
            : throw input.Invalid;
    }
}
