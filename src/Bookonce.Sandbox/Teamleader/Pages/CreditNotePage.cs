using Bookonce.Sandbox.Html;
using Bookonce.Sandbox.Teamleader.Model;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Pages;

/// <summary>One credit note opened; only here can it be settled or deleted, programs cannot.</summary>
internal sealed class CreditNotePage(TeamleaderPages pages)
{
    const string Pattern = $"{TeamleaderPages.Root}/credit-notes/{{id:guid}}";

    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [("GET", Pattern, Show), ("POST", $"{Pattern}/settle", Settle), ("POST", $"{Pattern}/delete", Delete)];

    Task Show(HttpContext http)
    {
        var note = Subject(http);
        var invoice = note.InvoiceId is { } id ? pages.State.FindInvoice(id) : null;
        return pages.Send(
            http,
            $"Credit note {note.Number}",
            Markup.Of(
                $"""
                <dl>
                <dt>Customer</dt><dd>{note.Invoicee.Name}</dd>
                <dt>Date</dt><dd>{note.Date:yyyy-MM-dd}</dd>
                <dt>Of invoice</dt><dd>{(
                    invoice is null
                        ? Markup.Of($"none")
                        : Markup.Of($"""<a href="{TeamleaderPages.Root}/invoices/{invoice.Id}">{invoice.Number}</a>""")
                )}</dd>
                <dt>Total</dt><dd>{TeamleaderPages.Money(note.Totals.TaxInclusive, note.Currency)}</dd>
                <dt>Settled</dt><dd>{(note.PaidAt is { } paid ? paid.UtcDateTime.ToString("yyyy-MM-dd") : "no")}</dd>
                <dt>Booking number</dt><dd>{pages.BookingNumber(note.Id)}</dd>
                <dt>Id</dt><dd><code>{note.Id}</code></dd>
                </dl>
                {TeamleaderPages.Lines(note)}
                <h2>Do</h2>
                <div class="actions">
                <form method="post" action="{Address(note)}/settle"><button>Mark as settled</button></form>
                <form method="post" action="{Address(note)}/delete"><button>Delete</button></form>
                </div>
                """
            )
        );
    }

    Task Settle(HttpContext http)
    {
        var note = Subject(http);
        TeamleaderPages.Ask(() => pages.State.SettleCreditNote(note.Id, pages.State.Now));
        return Layout.SeeOther(http, Address(note));
    }

    Task Delete(HttpContext http)
    {
        var note = Subject(http);
        TeamleaderPages.Ask(() =>
        {
            pages.State.DeleteCreditNote(note.Id);
            return note;
        });
        return Layout.SeeOther(http, $"{TeamleaderPages.Root}/credit-notes");
    }

    CreditNote Subject(HttpContext http) =>
        pages.State.FindCreditNote(TeamleaderPages.Id(http)) ?? throw PageProblem.NotThere("such credit note");

    static string Address(CreditNote note) => $"{TeamleaderPages.Root}/credit-notes/{note.Id}";
}
