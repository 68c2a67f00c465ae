using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Credit notes come about here: of a whole invoice, or of the lines given. Their amounts are positive.</summary>
internal static class InvoiceCrediting
{
    public static Answer Credit(Call call)
    {
        var invoice = Subject(call);
        return Store(call, invoice, invoice.Groups, invoice.Discounts, invoice.Totals);
    }

    public static Answer CreditPartially(Call call)
    {
        var invoice = Subject(call);
        var arithmetic = call.State.ArithmeticIn(invoice.Currency);
        var groups = arithmetic.AddUpLines(
            new LinesInput(call.State, invoice.DepartmentId).Groups(call.Body["grouped_lines"])
        );
        var discounts = LinesInput.Discounts(call.Body["discounts"]);
        return Store(call, invoice, groups, discounts, arithmetic.AddUp(groups, discounts, stated: null));
    }

    static Answer Store(
        Call call,
        Invoice invoice,
        IReadOnlyList<LineGroup> groups,
        IReadOnlyList<Discount> discounts,
        DocumentTotals totals
    )
    {
        var state = call.State;
        var date = call.Body["credit_note_date"].Date() ?? call.Today;
        var note = state.CreditNoteShelf.Put(
            new CreditNote
            {
                Id = state.Ids.Next(),
                DepartmentId = invoice.DepartmentId,
                Number = state.NextCreditNoteNumber(invoice.DepartmentId, date),
                Date = date,
                InvoiceId = invoice.Id,
                Invoicee = invoice.Invoicee,
                Currency = invoice.Currency,
                ExchangeRate = invoice.ExchangeRate,
                Groups = groups,
                Discounts = discounts,
                Totals = totals,
                DocumentTemplateId = invoice.DocumentTemplateId,
                CreatedAt = state.Now,
                UpdatedAt = state.Now,
            }
        );
        InvoicePayments.Store(call, Credited(invoice, totals.Payable, call.Switches.Credit));
        return Answer.Created("creditNote", note.Id);
    }

    static Invoice Credited(Invoice invoice, decimal amount, CreditEffect effect)
    {
        if (effect == CreditEffect.None)
            return invoice;
        var credited = invoice with { Credited = invoice.Credited + amount };
        return effect == CreditEffect.ReducesDueAndMatches ? credited.Settled() : credited;
    }

    static Invoice Subject(Call call)
    {
        var invoice = call.Subject(call.State.InvoiceShelf.Find, "Invoice");
        return invoice.Booked ? invoice : throw new Refusal(400, "A draft invoice cannot be credited", "id");
    }
}
