using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>How credit notes come about and go; their amounts are kept positive.</summary>
public sealed partial class TeamleaderState
{
    /// <summary>Credits a whole invoice.</summary>
    /// <exception cref="Refusal">It is a draft.</exception>
    public CreditNote Credit(Guid invoiceId, DateOnly date)
    {
        lock (Gate)
        {
            var invoice = CreditableInvoice(invoiceId);
            return Credit(invoice, date, invoice.Groups, invoice.Discounts, invoice.Totals, Switches.Credit);
        }
    }

    /// <summary>Credits an invoice with lines of the credit note's own.</summary>
    /// <exception cref="Refusal">It is a draft.</exception>
    public CreditNote CreditPartially(
        Guid invoiceId,
        DateOnly date,
        IReadOnlyList<LineGroup> groups,
        IReadOnlyList<Discount> discounts
    )
    {
        lock (Gate)
        {
            var invoice = CreditableInvoice(invoiceId);
            var arithmetic = ArithmeticIn(invoice.Currency);
            var lines = arithmetic.AddUpLines(groups, discounts);
            var totals = arithmetic.AddUp(lines, discounts, stated: null);
            return Credit(invoice, date, lines, discounts, totals, Switches.PartialCredit);
        }
    }

    /// <summary>Marks a credit note as settled, as users can do in the screens and programs cannot.</summary>
    public CreditNote SettleCreditNote(Guid id, DateTimeOffset paidAt)
    {
        lock (Gate)
        {
            var note = CreditNoteShelf.Find(id) ?? throw Unknown("Credit note");
            var settled = CreditNoteShelf.Put(note with { PaidAt = paidAt, UpdatedAt = Now });
            Raise("creditNote.updated", id);
            return settled;
        }
    }

    /// <summary>Deletes the last credit note of its year, as users can do in the screens and programs cannot.</summary>
    /// <exception cref="Refusal">There is a later one, or the account locks what is booked.</exception>
    public void DeleteCreditNote(Guid id)
    {
        lock (Gate)
        {
            var note = CreditNoteShelf.Find(id) ?? throw Unknown("Credit note");
            if (BookedDocumentsLocked)
                throw Locked("Booked credit notes cannot be deleted");
            if (!CreditNoteShelf.IsLast(note))
                throw new Refusal(400, "Only the last credit note can be deleted", "id");
            CreditNoteShelf.Remove(id);
            if (note is { InvoiceId: { } invoiceId, Credited: not 0 } && InvoiceShelf.Find(invoiceId) is { } invoice)
                Around((invoice with { Credited = invoice.Credited - note.Credited }).Settled(Switches.PaidAt));
            Raise("creditNote.deleted", id);
        }
    }

    CreditNote Credit(
        Invoice invoice,
        DateOnly date,
        IReadOnlyList<LineGroup> groups,
        IReadOnlyList<Discount> discounts,
        DocumentTotals totals,
        CreditEffect effect
    )
    {
        var amount = effect == CreditEffect.None ? 0 : totals.Payable;
        var note = CreditNoteShelf.Put(
            new CreditNote
            {
                Id = Ids.Next(),
                DepartmentId = invoice.DepartmentId,
                Number = NextCreditNoteNumber(invoice.DepartmentId, date),
                Date = date,
                InvoiceId = invoice.Id,
                Credited = amount,
                Invoicee = invoice.Invoicee,
                Currency = invoice.Currency,
                ExchangeRate = invoice.ExchangeRate,
                Groups = groups,
                Discounts = discounts,
                Totals = totals,
                DocumentTemplateId = invoice.DocumentTemplateId,
                CreatedAt = Now,
                UpdatedAt = Now,
            }
        );
        var credited = invoice with { Credited = invoice.Credited + amount };
        Around(effect == CreditEffect.ReducesDueAndMatches ? credited.Settled(Switches.PaidAt) : credited);
        Raise("creditNote.booked", note.Id);
        return note;
    }

    Invoice CreditableInvoice(Guid id)
    {
        var invoice = InvoiceShelf.Find(id) ?? throw Unknown("Invoice");
        return invoice.Booked ? invoice : throw new Refusal(400, "A draft invoice cannot be credited", "id");
    }
}
