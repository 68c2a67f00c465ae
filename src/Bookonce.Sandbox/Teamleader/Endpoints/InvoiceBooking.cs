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
        var id = call.Subject(call.State.InvoiceShelf.Find, "Invoice").Id;
        call.State.Book(id, call.Body["on"].Required.Date()!.Value);
        return Answer.Done;
    }

    public static Answer Update(Call call)
    {
        var (state, body) = (call.State, call.Body);
        var invoice = call.Subject(state.InvoiceShelf.Find, "Invoice");
        if (!invoice.Booked)
            throw new Refusal(400, "Only a booked invoice can be updated this way", "id");
        if (IsLocked(call))
            throw state.Locked("Booked invoices cannot be edited");

        var groups = invoice.Groups;
        var totals = invoice.Totals;
        if (body["grouped_lines"].IsGiven)
        {
            var arithmetic = state.ArithmeticIn(invoice.Currency);
            groups = arithmetic.AddUpLines(
                new LinesInput(state, invoice.DepartmentId).Groups(body["grouped_lines"]),
                invoice.Discounts
            );
            totals = arithmetic.AddUp(groups, invoice.Discounts, stated: null);
        }
        var term = body["payment_term"].IsGiven ? body["payment_term"].ReadTerm() : invoice.Term;
        var date = body["invoice_date"].IsGiven ? body["invoice_date"].Required.Date() : invoice.Date;
        var traced = call.Switches.UpdateBooked == UpdateBookedTrace.Traced;
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
                    DueOn = moved ? term.DueOn(date!.Value, call.Switches.EndOfMonth) : invoice.DueOn,
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
                    CustomFields = CustomFields.Written(
                        call,
                        "invoice",
                        invoice.CustomFields,
                        mayBePartial: call.Switches.PartialOnBooked == PartialOnBooked.Honoured
                    ),
                    UpdatedAt = traced ? state.Now : invoice.UpdatedAt,
                }
            ).Settled(call.Switches.PaidAt)
        );
        if (traced)
            state.Raise("invoice.updated", invoice.Id);
        return Answer.Done;
    }

    public static Answer Delete(Call call)
    {
        call.State.DeleteInvoice(call.Body["id"].RequiredId());
        return Answer.Done;
    }

    static bool IsLocked(Call call)
    {
        var customFieldsAlone = !BookedFields.Any(field => call.Body[field].IsGiven);
        return call.State.BookedDocumentsLocked
            && !(customFieldsAlone && call.Switches.LockedCustomFields == LockedCustomFields.Accepted);
    }
}
