using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary><c>creditNotes.list</c> and <c>creditNotes.info</c>. The list cannot be sorted; the sandbox gives it by date.</summary>
internal static class CreditNoteReading
{
    public static Answer List(Call call)
    {
        var rows = new Filter<CreditNote>(call, InOrder(call))
            .Ids(note => note.Id)
            .Id("department_id", note => note.DepartmentId)
            .UpdatedSince(note => note.UpdatedAt)
            .Id("invoice_id", note => note.InvoiceId)
            // No credit note of the sandbox belongs to a project.
            .Id("project_id", _ => null)
            .On("customer", InvoiceReading.OfCustomer<CreditNote>)
            .Date("credit_note_date_after", note => note.Date, (date, bound) => date >= bound)
            .Date("credit_note_date_before", note => note.Date, (date, bound) => date < bound)
            .Rows;
        return Answer.Data(call.Page(rows), note => Row(note.Shown(call.Switches)));
    }

    public static Answer Info(Call call)
    {
        var wire = InfoWire(
            call.Subject(call.State.CreditNoteShelf.Find, "Credit note").Shown(call.Switches),
            call.Switches
        );
        return Answer.Data(call.Switches.CreditNoteInfo == CreditNoteInfoShape.Array ? new JsonArray(wire) : wire);
    }

    static IEnumerable<CreditNote> InOrder(Call call) =>
        call.Switches.CreditNoteOrder switch
        {
            CreditNoteOrder.OldestFirst => call.State.CreditNoteShelf.ByDate,
            CreditNoteOrder.NewestFirst => call.State.CreditNoteShelf.ByDate.Reverse(),
            CreditNoteOrder.NoneAtAll => call.State.CreditNoteShelf.ByDate.OrderBy(note => note.Id),
        };

    static JsonObject Row(CreditNote note) => Common(note, note.Invoicee.ToRowWire(attention: false));

    static JsonObject InfoWire(CreditNote note, TeamleaderSwitches switches)
    {
        var wire = Common(note, note.Invoicee.ToInfoWire(attention: false));
        wire["discounts"] = note.DiscountsWire();
        wire["grouped_lines"] = note.GroupedLinesWire(currencyOfUnitPrice: true);
        wire["currency"] = note.Currency;
        wire["currency_exchange_rate"] = note.ExchangeRate.ToWire(switches);
        wire["document_template"] = Wire.Reference("documentTemplate", note.DocumentTemplateId);
        wire["peppol_status"] = note.PeppolStatus;
        return wire;
    }

    static JsonObject Common(CreditNote note, JsonObject invoicee) =>
        new()
        {
            ["id"] = note.Id,
            ["department"] = Wire.Reference("department", note.DepartmentId),
            ["credit_note_number"] = note.Number,
            ["credit_note_date"] = Wire.Date(note.Date),
            ["status"] = "booked",
            ["invoice"] = Wire.Reference("invoice", note.InvoiceId),
            ["paid"] = note.PaidAt is not null,
            ["paid_at"] = Wire.Moment(note.PaidAt),
            ["invoicee"] = invoicee,
            ["total"] = note.TotalsWire(),
            ["created_at"] = Wire.Moment(note.CreatedAt),
            ["updated_at"] = Wire.Moment(note.UpdatedAt),
        };
}
