using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>Sending over Peppol: booked documents only, and once only unless it failed. A switch decides how it ends.</summary>
public sealed partial class TeamleaderState
{
    /// <summary>Sends a booked invoice.</summary>
    /// <exception cref="Refusal">It is a draft, or was sent before.</exception>
    public Invoice SendInvoiceViaPeppol(Guid id)
    {
        lock (Gate)
        {
            var invoice = InvoiceShelf.Find(id) ?? throw Unknown("Invoice");
            if (!invoice.Booked)
                throw new Refusal(400, "Only a booked invoice can be sent via Peppol", "id");
            var sent =
                invoice.Sent || (Switches.Sent == SentMeaning.MailAndPeppol && Switches.Peppol == PeppolOutcome.Sent);
            var stored = Around(invoice with { PeppolStatus = Submitted(invoice), Sent = sent });
            RaisePeppol("invoice", id);
            return stored;
        }
    }

    /// <summary>Sends a credit note.</summary>
    /// <exception cref="Refusal">It was sent before.</exception>
    public CreditNote SendCreditNoteViaPeppol(Guid id)
    {
        lock (Gate)
        {
            var note = CreditNoteShelf.Find(id) ?? throw Unknown("Credit note");
            var moved = Switches.UpdatedAt == UpdatedAtMoves.WithEveryChange ? Now : note.UpdatedAt;
            var stored = CreditNoteShelf.Put(note with { PeppolStatus = Submitted(note), UpdatedAt = moved });
            RaisePeppol("creditNote", id);
            return stored;
        }
    }

    string Submitted(Document document)
    {
        if (document.PeppolStatus is not (null or "sending_failed"))
            throw new Refusal(400, "The document was already sent via Peppol", "id");
        return Switches.Peppol switch
        {
            PeppolOutcome.Sent => "sent",
            PeppolOutcome.Failed => "sending_failed",
            PeppolOutcome.StaysSending => "sending",
        };
    }

    void RaisePeppol(string subject, Guid id)
    {
        if (Switches.Peppol != PeppolOutcome.StaysSending)
            Raise($"{subject}.peppolSubmission{(Switches.Peppol == PeppolOutcome.Sent ? "Succeeded" : "Failed")}", id);
    }
}
