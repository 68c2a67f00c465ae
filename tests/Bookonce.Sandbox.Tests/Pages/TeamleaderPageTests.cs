using System.Net;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Tests.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.Pages;

public sealed class TeamleaderPageTests
{
    const string Root = "/__sandbox/teamleader";
    static readonly SandboxOptions Demo = new() { World = WorldSize.Demo };

    static async Task<Invoice> Draft(Visitor visitor)
    {
        var state = visitor.Host.TeamleaderState;
        using var answer = await visitor.Submit(
            $"{Root}/invoices/new",
            ("customer", state.Companies[0].Name.ToUpperInvariant()),
            ("date", "2026-11-02"),
            ("text1", "Advies <b>"),
            ("quantity1", "2"),
            ("price1", "50.00"),
            ("tax1", "21%")
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return state.FindInvoice(Guid.Parse($"{answer.Headers.Location}".Split('/')[^1]))!;
    }

    static async Task<Invoice> Do(Visitor visitor, Invoice invoice, string what, params (string, string)[] fields)
    {
        using var answer = await visitor.Submit($"{Root}/invoices/{invoice.Id}/{what}", fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return visitor.Host.TeamleaderState.FindInvoice(invoice.Id)!;
    }

    [Fact]
    public async Task A_draft_is_written_booked_paid_and_credited_by_hand()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        var invoice = await Draft(visitor);
        Assert.Equal((InvoiceStatus.Draft, 121m), (invoice.Status, invoice.Totals.TaxInclusive));
        Assert.Contains("Advies &lt;b&gt;", await visitor.Page($"{Root}/invoices/{invoice.Id}"));

        invoice = await Do(visitor, invoice, "book", ("on", "2026-12-31"));
        Assert.StartsWith("2026 / ", invoice.Number);
        invoice = await Do(visitor, invoice, "payments", ("amount", "21.00"));
        Assert.Equal(100m, invoice.Due);
        invoice = await Do(visitor, invoice, "remove-payments");
        Assert.Equal(121m, invoice.Due);

        using var credited = await visitor.Submit($"{Root}/invoices/{invoice.Id}/credit", ("date", "2026-12-31"));
        var note = await visitor.Page($"{credited.Headers.Location}");
        Assert.Contains(invoice.Number!, note);
    }

    [Fact]
    public async Task The_columns_of_a_list_can_be_picked()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        var usual = await visitor.Page($"{Root}/invoices");
        Assert.Contains("<th scope=\"col\">Status</th>", usual);
        Assert.DoesNotContain("<th scope=\"col\" class=\"n\">Booking number</th>", usual);
        var picked = await visitor.Page($"{Root}/credit-notes?column=number&column=bookingNumber");
        Assert.DoesNotContain("<th scope=\"col\">Status</th>", picked);
        Assert.Contains("<th scope=\"col\" class=\"n\">Booking number</th>", picked);
    }

    [Fact]
    public async Task The_list_shows_the_booking_numbers_that_the_connector_noted()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        using var sync = await visitor.Submit("/__sandbox/connector/sync", ("from", "2026-10-01"));
        var entry = visitor.Books.Entries.Last(entry => entry.Journal.Code == "70");
        Assert.Contains(
            $"<td class=\"n\">{entry.EntryNumber}</td>",
            await visitor.Page($"{Root}/invoices?column=bookingNumber&search={Uri.EscapeDataString(entry.YourRef!)}")
        );
        Assert.Contains($"{entry.EntryNumber}", await visitor.Page("/__sandbox/connector"));
    }

    [Fact]
    public async Task A_refusal_of_the_account_is_told_on_the_page()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        var booked = visitor.Host.TeamleaderState.Invoices.First(invoice => invoice.Booked);
        using var refused = await visitor.Submit($"{Root}/invoices/{booked.Id}/book", ("on", "2026-11-02"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("already booked", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_credit_note_can_be_settled_and_the_last_one_deleted()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        var note = visitor.Host.TeamleaderState.CreditNotes[^1];
        using var settled = await visitor.Submit($"{Root}/credit-notes/{note.Id}/settle");
        Assert.NotNull(visitor.Host.TeamleaderState.FindCreditNote(note.Id)!.PaidAt);
    }
}
