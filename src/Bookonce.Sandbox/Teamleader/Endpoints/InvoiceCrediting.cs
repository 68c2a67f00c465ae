using Bookonce.Sandbox.Teamleader.Http;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Credit notes come about here: of a whole invoice, or of the lines given.</summary>
internal static class InvoiceCrediting
{
    public static Answer Credit(Call call) =>
        Answer.Created("creditNote", call.State.Credit(call.Body["id"].RequiredId(), DateOf(call)).Id);

    public static Answer CreditPartially(Call call)
    {
        var invoice = call.Subject(call.State.InvoiceShelf.Find, "Invoice");
        var groups = new LinesInput(call.State, invoice.DepartmentId).Groups(call.Body["grouped_lines"]);
        var discounts = LinesInput.Discounts(call.Body["discounts"]);
        return Answer.Created("creditNote", call.State.CreditPartially(invoice.Id, DateOf(call), groups, discounts).Id);
    }

    static DateOnly DateOf(Call call) => call.Body["credit_note_date"].Date() ?? call.State.Today;
}
