using Bookonce.Sandbox.Teamleader.Http;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Documents on their way to the customer; nothing leaves the sandbox.</summary>
internal static class DocumentSending
{
    public static Answer Send(Call call)
    {
        var invoice = call.Subject(call.State.InvoiceShelf.Find, "Invoice");
        var content = call.Body["content"].Required.Object();
        content["subject"].RequiredText();
        content["body"].RequiredText();
        if (content["mail_template_id"].Id() is { } template && !call.State.MailTemplatesById.ContainsKey(template))
            throw content["mail_template_id"].Invalid;
        var recipients = call.Body["recipients"].Object();
        foreach (var key in new[] { "to", "cc", "bcc" })
        foreach (var recipient in recipients[key].Items())
            recipient.Object()["email"].RequiredText();
        foreach (var attachment in call.Body["attachments"].Items())
            if (call.State.FindFile(attachment.RequiredId()) is null)
                throw attachment.Invalid;
        call.State.Send(invoice.Id);
        return Answer.Done;
    }

    public static Answer InvoiceViaPeppol(Call call)
    {
        call.State.SendInvoiceViaPeppol(call.Subject(call.State.InvoiceShelf.Find, "Invoice").Id);
        return Answer.Done;
    }

    public static Answer CreditNoteViaPeppol(Call call)
    {
        call.State.SendCreditNoteViaPeppol(call.Subject(call.State.CreditNoteShelf.Find, "Credit note").Id);
        return Answer.Done;
    }
}
