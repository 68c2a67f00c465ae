using Bookonce.Sandbox.Html;
using Bookonce.Sandbox.Teamleader.Model;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Pages;

/// <summary>One invoice or draft opened, and what a person can do to it.</summary>
internal sealed class InvoicePage(TeamleaderPages pages)
{
    const string Pattern = $"{TeamleaderPages.Root}/invoices/{{id:guid}}";

    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            ("GET", Pattern, Show),
            ("POST", $"{Pattern}/book", Book),
            ("POST", $"{Pattern}/credit", Credit),
            ("POST", $"{Pattern}/payments", Pay),
            ("POST", $"{Pattern}/remove-payments", RemovePayments),
            ("POST", $"{Pattern}/delete", Delete),
        ];

    Task Show(HttpContext http)
    {
        var invoice = Subject(http);
        return pages.Send(
            http,
            invoice.Booked ? $"Invoice {invoice.Number}" : "Draft invoice",
            Markup.Of(
                $"""
                <dl>
                <dt>Customer</dt><dd>{invoice.Invoicee.Name}</dd>
                <dt>Date</dt><dd>{invoice.Date:yyyy-MM-dd}</dd>
                <dt>Due on</dt><dd>{invoice.DueOn:yyyy-MM-dd}</dd>
                <dt>Total</dt><dd>{Money(invoice, invoice.Totals.TaxInclusive)}, VAT {Money(
                    invoice,
                    invoice.Totals.TaxInclusive - invoice.Totals.TaxExclusive
                )}</dd>
                <dt>Still due</dt><dd>{Money(invoice, invoice.Due)}</dd>
                <dt>Payment reference</dt><dd>{invoice.PaymentReference}</dd>
                <dt>Booking number</dt><dd>{pages.BookingNumber(invoice.Id)}</dd>
                <dt>Changed</dt><dd>{invoice.UpdatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC</dd>
                <dt>Id</dt><dd><code>{invoice.Id}</code></dd>
                </dl>
                {TeamleaderPages.Lines(invoice)}
                {(invoice.Payments is [] ? Markup.Empty : Payments(invoice))}
                <h2>Do</h2>
                {(invoice.Booked ? Booked(invoice) : Draft(invoice))}
                <form method="post" action="{Address(invoice)}/delete" class="actions"><button>Delete</button></form>
                """
            )
        );
    }

    async Task Book(HttpContext http)
    {
        var (invoice, form) = (Subject(http), await Form.Read(http));
        var on = form.Date("on") ?? invoice.Date ?? pages.State.Today;
        TeamleaderPages.Ask(() => pages.State.Book(invoice.Id, on));
        await Layout.SeeOther(http, Address(invoice));
    }

    async Task Credit(HttpContext http)
    {
        var (invoice, form) = (Subject(http), await Form.Read(http));
        var note = TeamleaderPages.Ask(() => pages.State.Credit(invoice.Id, form.Date("date") ?? pages.State.Today));
        await Layout.SeeOther(http, $"{TeamleaderPages.Root}/credit-notes/{note.Id}");
    }

    async Task Pay(HttpContext http)
    {
        var (invoice, form) = (Subject(http), await Form.Read(http));
        var day = form.Date("date") ?? pages.State.Today;
        var payment = new Payment(
            new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
            form.Amount("amount") ?? invoice.Due
        );
        TeamleaderPages.Ask(() => pages.State.RegisterPayment(invoice.Id, payment));
        await Layout.SeeOther(http, Address(invoice));
    }

    Task RemovePayments(HttpContext http)
    {
        var invoice = Subject(http);
        TeamleaderPages.Ask(() => pages.State.RemovePayments(invoice.Id));
        return Layout.SeeOther(http, Address(invoice));
    }

    Task Delete(HttpContext http)
    {
        var invoice = Subject(http);
        TeamleaderPages.Ask(() =>
        {
            pages.State.DeleteInvoice(invoice.Id);
            return invoice;
        });
        return Layout.SeeOther(http, $"{TeamleaderPages.Root}/invoices");
    }

    Invoice Subject(HttpContext http) =>
        pages.State.FindInvoice(TeamleaderPages.Id(http)) ?? throw PageProblem.NotThere("such invoice");

    Markup Draft(Invoice invoice) =>
        Markup.Of(
            $"""
            <form method="post" action="{Address(invoice)}/book" class="actions">
            <label>Date <input type="date" name="on" value="{invoice.Date ?? pages.State.Today:yyyy-MM-dd}"></label>
            <button>Book</button></form>
            """
        );

    Markup Booked(Invoice invoice) =>
        Markup.Of(
            $"""
            <form method="post" action="{Address(invoice)}/payments" class="actions">
            <label>Paid on <input type="date" name="date" value="{pages.State.Today:yyyy-MM-dd}"></label>
            <label>Amount in {invoice.Currency} <input name="amount" inputmode="decimal" size="10" value="{invoice.Due:0.00}"></label>
            <button>Register this payment</button></form>
            <form method="post" action="{Address(invoice)}/credit" class="actions">
            <label>Date <input type="date" name="date" value="{pages.State.Today:yyyy-MM-dd}"></label>
            <button>Credit the whole invoice</button></form>
            """
        );

    static Markup Payments(Invoice invoice) =>
        Markup.Of(
            $"""
            <h2>Payments</h2>
            <ul>{invoice.Payments.Select(payment =>
                Markup.Of($"<li>{payment.PaidAt.UtcDateTime:yyyy-MM-dd}: {Money(invoice, payment.Amount)}</li>")
            )}</ul>
            <form method="post" action="{Address(invoice)}/remove-payments"><button>Remove the payments</button></form>
            """
        );

    static string Money(Invoice invoice, decimal amount) => TeamleaderPages.Money(amount, invoice.Currency);

    static string Address(Invoice invoice) => $"{TeamleaderPages.Root}/invoices/{invoice.Id}";
}
