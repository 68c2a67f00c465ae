using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Booking an invoice, and what can still be done to it afterwards.</summary>
internal static class InvoiceBooking
{
    static readonly string[] BookedFields =
    [
        "invoicee",
        "payment_term",
        "project_id",
        "grouped_lines",
        "invoice_date",
        "note",
        "expected_payment_method",
        "invoice_content",
    ];

    public static Answer Book(Call call)
    {
        var shelf = call.State.InvoiceShelf;
        var draft = Subject(call);
        var on = call.Body["on"].Required.Date()!.Value;
        if (draft.Booked)
            throw new Refusal(400, "The invoice is already booked", "id");
        if (LastBooked(shelf, draft.DepartmentId, on.Year) is { } last && last.Date > on)
            throw new Refusal(400, "on must not be earlier than the last booked invoice of the fiscal year", "on");

        var reuse = call.Switches.FreedNumber == FreedNumber.Reused;
        shelf.Put(
            draft with
            {
                Status = InvoiceStatus.Outstanding,
                Number = call.State.NextInvoiceNumber(draft.DepartmentId, on, reuse),
                Date = on,
                DueOn = draft.Term.DueOn(on),
                PaymentReference = draft.PaymentReference ?? call.State.NextPaymentReference(),
                UpdatedAt = call.State.Now,
            }
        );
        return Answer.Done;
    }

    public static Answer Update(Call call)
    {
        var (state, body) = (call.State, call.Body);
        var invoice = Subject(call);
        if (!invoice.Booked)
            throw new Refusal(400, "Only a booked invoice can be updated this way", "id");
        if (IsLocked(call))
            throw new Refusal(403, "Booked invoices cannot be edited");

        var groups = invoice.Groups;
        var totals = invoice.Totals;
        if (body["grouped_lines"].IsGiven)
        {
            var arithmetic = state.ArithmeticIn(invoice.Currency);
            groups = arithmetic.AddUpLines(new LinesInput(state, invoice.DepartmentId).Groups(body["grouped_lines"]));
            totals = arithmetic.AddUp(groups, invoice.Discounts, stated: null);
        }
        var term = body["payment_term"].IsGiven ? body["payment_term"].ReadTerm() : invoice.Term;
        var date = body["invoice_date"].IsGiven ? body["invoice_date"].Required.Date() : invoice.Date;
        var moved = term != invoice.Term || date != invoice.Date;

        state.InvoiceShelf.Put(
            (
                invoice with
                {
                    Invoicee = body["invoicee"].IsGiven
                        ? InvoiceInput.Invoicee(call, body["invoicee"])
                        : invoice.Invoicee,
                    Term = term,
                    Date = date,
                    DueOn = moved ? term.DueOn(date!.Value) : invoice.DueOn,
                    Groups = groups,
                    Totals = totals,
                    ProjectId = body["project_id"].IdOr(invoice.ProjectId),
                    Note = body["note"].TextOr(invoice.Note),
                    Content = body["invoice_content"].IsGiven
                        ? InvoiceInput.Content(body["invoice_content"])
                        : invoice.Content,
                    ExpectedPaymentMethod = body["expected_payment_method"].IsGiven
                        ? InvoiceInput.ExpectedPaymentMethod(body["expected_payment_method"])
                        : invoice.ExpectedPaymentMethod,
                    CustomFields = CustomFields.Written(call, "invoice", invoice.CustomFields),
                    UpdatedAt = state.Now,
                }
            ).Settled()
        );
        return Answer.Done;
    }

    /// <summary>A draft goes; of the booked ones only the last of its year, whose traces are gone with it.</summary>
    public static Answer Delete(Call call)
    {
        var shelf = call.State.InvoiceShelf;
        var invoice = Subject(call);
        if (invoice.Booked && call.State.BookedDocumentsLocked)
            throw new Refusal(403, "Booked invoices cannot be deleted");
        if (invoice.Booked && !IsLast(shelf, invoice))
            throw new Refusal(400, "Only the last booked invoice can be deleted", "id");
        shelf.Remove(invoice.Id);
        return Answer.Done;
    }

    static Invoice Subject(Call call) => call.Subject(call.State.InvoiceShelf.Find, "Invoice");

    static bool IsLocked(Call call)
    {
        var customFieldsAlone = !BookedFields.Any(field => call.Body[field].IsGiven);
        return call.State.BookedDocumentsLocked
            && !(customFieldsAlone && call.Switches.LockedCustomFields == LockedCustomFields.Accepted);
    }

    static bool IsLast(DocumentShelf<Invoice> shelf, Invoice invoice) =>
        shelf.Numbers.IsLast(invoice)
        ?? LastBooked(shelf, invoice.DepartmentId, invoice.Date!.Value.Year)?.Id == invoice.Id;

    static Invoice? LastBooked(DocumentShelf<Invoice> shelf, Guid department, int year) =>
        shelf
            .ByDate.Reverse()
            .SkipWhile(invoice => invoice.Date is null || invoice.Date.Value.Year > year)
            .TakeWhile(invoice => invoice.Date!.Value.Year == year)
            .FirstOrDefault(invoice => invoice.Booked && invoice.DepartmentId == department);
}
