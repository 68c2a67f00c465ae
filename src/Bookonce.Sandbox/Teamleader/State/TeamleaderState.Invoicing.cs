using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>What users and programs do to invoices, with the rules of the service and the events that follow.</summary>
public sealed partial class TeamleaderState
{
    /// <summary>Makes a draft; number, payments and whether it was sent are not taken over. Answers it with its id and totals.</summary>
    /// <exception cref="ArgumentException">Something it refers to is not there; the message says what.</exception>
    public Invoice Draft(PlantedInvoice planted)
    {
        lock (Gate)
        {
            var draft = InvoiceOf(planted) with
            {
                Number = null,
                Status = InvoiceStatus.Draft,
                Payments = [],
                Sent = false,
            };
            return Drafted(draft);
        }
    }

    /// <summary>Books a draft: it gets its number, date, due date and payment reference.</summary>
    /// <exception cref="Refusal">It is booked already, or a later invoice of the year is.</exception>
    public Invoice Book(Guid id, DateOnly on)
    {
        lock (Gate)
        {
            var draft = InvoiceShelf.Find(id) ?? throw Unknown("Invoice");
            if (draft.Booked)
                throw new Refusal(400, "The invoice is already booked", "id");
            if (InvoiceShelf.Last(draft.DepartmentId, on.Year) is { } last && last.Date > on)
                throw new Refusal(400, "on must not be earlier than the last booked invoice of the fiscal year", "on");

            var booked = InvoiceShelf.Put(
                draft with
                {
                    Status = InvoiceStatus.Outstanding,
                    Number = NextInvoiceNumber(draft.DepartmentId, on, Switches.FreedNumber == FreedNumber.Reused),
                    Date = on,
                    DueOn = draft.Term.DueOn(on, Switches.EndOfMonth),
                    PaymentReference = draft.PaymentReference ?? NextPaymentReference(),
                    UpdatedAt = Now,
                }
            );
            Raise("invoice.booked", id);
            if (Switches.BookingEvents == BookingEvents.BookedAndUpdated)
                Raise("invoice.updated", id);
            return booked;
        }
    }

    /// <summary>Changes a booked invoice as a person does on screen, past the rules of the API.</summary>
    public Invoice Change(Invoice invoice)
    {
        lock (Gate)
        {
            var isTraced = Switches.UpdateBooked == UpdateBookedTrace.Traced;
            var changed = InvoiceShelf.Put(isTraced ? invoice with { UpdatedAt = Clock.GetUtcNow() } : invoice);
            Raise("invoice.updated", invoice.Id);
            return changed;
        }
    }

    /// <summary>Deletes a draft or the last booked invoice of its year, whose traces are gone with it.</summary>
    /// <exception cref="Refusal">A later invoice is booked, or the account locks what is booked.</exception>
    public void DeleteInvoice(Guid id)
    {
        lock (Gate)
        {
            var invoice = InvoiceShelf.Find(id) ?? throw Unknown("Invoice");
            if (invoice.Booked && BookedDocumentsLocked)
                throw Locked("Booked invoices cannot be deleted");
            if (invoice.Booked && !InvoiceShelf.IsLast(invoice))
                throw new Refusal(400, "Only the last booked invoice can be deleted", "id");
            InvoiceShelf.Remove(id);
            Raise("invoice.deleted", id);
        }
    }

    /// <summary>Adds a payment, in the invoice's currency. Answers the invoice as it is then.</summary>
    /// <exception cref="Refusal">It is a draft, or more than is due where a switch refuses that.</exception>
    public Invoice RegisterPayment(Guid id, Payment payment)
    {
        lock (Gate)
        {
            var invoice = PayableInvoice(id);
            if (Switches.Overpayment == Overpayment.Refused && payment.Amount > invoice.Due)
                throw new Refusal(400, "payment must not exceed the due amount", "payment");
            var paid = Around(invoice.WithPayment(payment, Switches.PaidAt));
            Raise("invoice.paymentRegistered", id);
            return paid;
        }
    }

    /// <summary>Removes all payments. Answers the invoice as it is then.</summary>
    /// <exception cref="Refusal">It is a draft.</exception>
    public Invoice RemovePayments(Guid id)
    {
        lock (Gate)
        {
            var open = Around(PayableInvoice(id).WithoutPayments());
            Raise("invoice.paymentRemoved", id);
            return open;
        }
    }

    /// <summary>Marks an invoice as sent by mail; no mail leaves the sandbox.</summary>
    public Invoice Send(Guid id)
    {
        lock (Gate)
        {
            var invoice = InvoiceShelf.Find(id) ?? throw Unknown("Invoice");
            var sent = Around(invoice with { Sent = true });
            Raise("invoice.sent", id);
            return sent;
        }
    }

    internal Invoice Drafted(Invoice draft)
    {
        var dated = draft.Date is null && Switches.DraftDates == DraftDates.Today ? draft with { Date = Today } : draft;
        InvoiceShelf.Put(
            dated with
            {
                DueOn = dated.Date is { } date ? dated.Term.DueOn(date, Switches.EndOfMonth) : null,
            }
        );
        Raise("invoice.drafted", draft.Id);
        return InvoiceShelf.Find(draft.Id)!;
    }

    /// <summary>Stores what changed around an invoice rather than in it.</summary>
    internal Invoice Around(Invoice invoice) =>
        InvoiceShelf.Put(
            Switches.UpdatedAt == UpdatedAtMoves.WithEveryChange ? invoice with { UpdatedAt = Now } : invoice
        );

    internal Refusal Locked(string title) => new(Switches.LockedStatus == LockedStatus.Forbidden ? 403 : 400, title);

    internal Refusal Unknown(string type) =>
        Switches.UnknownId == UnknownIdStatus.NotFound
            ? Refusal.NotFound($"{type} not found")
            : new Refusal(400, "id must be valid", "id");

    Invoice PayableInvoice(Guid id)
    {
        var invoice = InvoiceShelf.Find(id) ?? throw Unknown("Invoice");
        return invoice.Booked ? invoice : throw new Refusal(400, "A draft invoice has no payments", "id");
    }
}
