using System.Text.Json;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class InvoiceWritingTests
{
    [Fact]
    public async Task A_draft_has_no_number_until_it_is_booked()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Create("invoices.draft", account.DraftOf(950));
        var draft = await Info(account, id);
        Assert.Equal("draft", draft.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("invoice_number").ValueKind);
        Assert.Equal(1149.5m, Amount(draft, "tax_inclusive"));

        await account.Do("invoices.book", $$"""{"id":"{{id}}","on":"2026-03-02"}""");
        var booked = await Info(account, id);
        Assert.Equal("outstanding", booked.GetProperty("status").GetString());
        Assert.Equal("2026 / 1", booked.GetProperty("invoice_number").GetString());
        Assert.Equal("2026-04-01", booked.GetProperty("due_on").GetString());
        Assert.Matches(@"^\+\+\+\d{3}/\d{4}/\d{5}\+\+\+$", booked.GetProperty("payment_reference").GetString());
        Assert.Equal("factuur@dehalm.test", booked.GetProperty("invoicee").GetProperty("email").GetString());
    }

    [Fact]
    public async Task Numbers_run_per_department_and_fiscal_year()
    {
        await using var account = await FocusAccount.Open();
        await account.Booked(1, "2025-12-31");
        await account.Booked(1, "2026-01-01");
        var second = await account.Booked(1, "2026-01-01");
        Assert.Equal("2026 / 2", account.State.FindInvoice(second)!.Number);
        Assert.Equal(["2025 / 1", "2026 / 1", "2026 / 2"], account.State.Invoices.Select(invoice => invoice.Number));
    }

    [Fact]
    public async Task An_invoice_is_not_booked_before_the_last_one_of_its_year()
    {
        await using var account = await FocusAccount.Open();
        await account.Booked(1, "2026-03-05");
        var id = await account.Create("invoices.draft", account.DraftOf(1));
        Assert.Equal("on", (await account.Refused("invoices.book", $$"""{"id":"{{id}}","on":"2026-03-04"}""")).Field);
        await account.Do("invoices.book", $$"""{"id":"{{id}}","on":"2025-03-04"}""");
        Assert.Equal("2025 / 1", account.State.FindInvoice(id)!.Number);
    }

    [Fact]
    public async Task A_draft_is_booked_once()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(1);
        await account.Refused("invoices.book", $$"""{"id":"{{id}}","on":"2026-03-02"}""");
        Assert.Equal(("on must be present", "on"), await account.Refused("invoices.book", $$"""{"id":"{{id}}"}"""));
    }

    [Theory]
    [InlineData("end_of_month", "2026-03-02", "2026-04-30")]
    [InlineData("after_invoice_date", "2026-03-02", "2026-04-01")]
    [InlineData("cash", "2026-03-02", "2026-03-02")]
    [InlineData("end_of_month", "9999-12-31", "9999-12-31")]
    public async Task The_due_date_follows_from_the_term(string type, string on, string due)
    {
        await using var account = await FocusAccount.Open();
        var draft = account.DraftOf(1).Replace("after_invoice_date", type);
        var id = await account.Create("invoices.draft", draft);
        await account.Do("invoices.book", $$"""{"id":"{{id}}","on":"{{on}}"}""");
        Assert.Equal(due, (await Info(account, id)).GetProperty("due_on").GetString());
    }

    [Fact]
    public async Task A_tax_rate_of_another_department_is_refused()
    {
        await using var account = await FocusAccount.Open();
        var body = account.DraftOf(1).Replace($"{account.Rate21.Id}", $"{account.OtherRate.Id}");
        Assert.Equal("grouped_lines.0.line_items.0.tax_rate_id", (await account.Refused("invoices.draft", body)).Field);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{"title":""}""")]
    public async Task An_untitled_section_must_be_left_out(string section)
    {
        await using var account = await FocusAccount.Open();
        var body = account.DraftOf(1).Replace("{\"line_items\"", $$"""{"section":{{section}},"line_items" """);
        Assert.Equal("grouped_lines must be valid", (await account.Refused("invoices.draft", body)).Title);
    }

    [Theory]
    [InlineData("invoicee")]
    [InlineData("department_id")]
    [InlineData("payment_term")]
    [InlineData("grouped_lines")]
    public async Task A_draft_needs_its_mandatory_fields(string field)
    {
        await using var account = await FocusAccount.Open();
        var body = account.DraftOf(1).Replace($"\"{field}\"", "\"nothing\"");
        Assert.Equal(($"{field} must be present", field), await account.Refused("invoices.draft", body));
    }

    [Fact]
    public async Task A_draft_can_be_changed_and_a_booked_invoice_not_that_way()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Create("invoices.draft", account.DraftOf(100));
        await account.Do(
            "invoices.update",
            $$"""{"id":"{{id}}","purchase_order_number":"PO-1","discounts":[{"type":"percentage","value":10,"description":"x"}]}"""
        );
        Assert.Equal(90m, Amount(await Info(account, id), "tax_exclusive"));
        await account.Do("invoices.book", $$"""{"id":"{{id}}","on":"2026-03-02"}""");
        await account.Refused("invoices.update", $$"""{"id":"{{id}}","purchase_order_number":"PO-2"}""");
        Assert.Equal("PO-1", account.State.FindInvoice(id)!.PurchaseOrderNumber);
    }

    [Fact]
    public async Task A_booked_invoice_can_be_changed_in_some_fields_and_others_are_ignored()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await account.Do(
            "invoices.updateBooked",
            $$"""{"id":"{{id}}","note":"dank u","purchase_order_number":"PO-2","grouped_lines":[{{account.GroupOf(200)}}]}"""
        );
        var invoice = await Info(account, id);
        Assert.Equal("dank u", invoice.GetProperty("note").GetString());
        Assert.Equal(JsonValueKind.Null, invoice.GetProperty("purchase_order_number").ValueKind);
        Assert.Equal((242m, 242m), (Amount(invoice, "tax_inclusive"), Amount(invoice, "due")));
        Assert.Equal("2026 / 1", invoice.GetProperty("invoice_number").GetString());
        Assert.Equal("2026-03-02T08:01:00+00:00", invoice.GetProperty("updated_at").GetString());
    }

    [Theory]
    [InlineData(LockedCustomFields.Refused)]
    [InlineData(LockedCustomFields.Accepted)]
    public async Task A_locked_account_refuses_to_change_or_delete_what_is_booked(LockedCustomFields choice)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { LockedCustomFields = choice });
        var field = account.State.Plant(
            new CustomFieldDefinition
            {
                Context = "invoice",
                Type = "single_line",
                Label = "Exact boekstuknr.",
            }
        );
        var id = await account.Booked(100);
        account.State.BookedDocumentsLocked = true;
        await account.Refused("invoices.updateBooked", $$"""{"id":"{{id}}","note":"x"}""", 403);
        await account.Refused("invoices.delete", $$"""{"id":"{{id}}"}""", 403);
        var customFields = $$"""{"id":"{{id}}","custom_fields":[{"id":"{{field.Id}}","value":"26700014"}]}""";
        if (choice == LockedCustomFields.Accepted)
            await account.Do("invoices.updateBooked", customFields);
        else
            await account.Refused("invoices.updateBooked", customFields, 403);
    }

    [Theory]
    [InlineData(FreedNumber.Reused, "2026 / 2")]
    [InlineData(FreedNumber.Skipped, "2026 / 3")]
    public async Task Only_the_last_booked_invoice_can_be_deleted(FreedNumber freed, string next)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { FreedNumber = freed });
        var first = await account.Booked(1);
        var second = await account.Booked(2);
        await account.Refused("invoices.delete", $$"""{"id":"{{first}}"}""");
        await account.Do("invoices.delete", $$"""{"id":"{{second}}"}""");
        await account.Refused("invoices.info", $$"""{"id":"{{second}}"}""", 404);
        Assert.Equal(next, account.State.FindInvoice(await account.Booked(3))!.Number);
    }

    [Fact]
    public async Task A_copy_is_a_new_draft_that_says_the_same()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        await Pay(account, id, 121);
        var copy = await Info(account, await account.Create("invoices.copy", $$"""{"id":"{{id}}"}"""));
        Assert.Equal("draft", copy.GetProperty("status").GetString());
        Assert.Equal(0, copy.GetProperty("payments").GetArrayLength());
        Assert.Equal(121m, Amount(copy, "due"));
    }

    [Fact]
    public async Task Payments_settle_an_invoice_and_can_only_be_removed_together()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        await Pay(account, id, 100);
        Assert.Equal("outstanding", (await Info(account, id)).GetProperty("status").GetString());
        await Pay(account, id, 21);
        var paid = await Info(account, id);
        Assert.Equal("matched", paid.GetProperty("status").GetString());
        Assert.True(paid.GetProperty("paid").GetBoolean());
        Assert.Equal("2026-03-03T09:00:00+00:00", paid.GetProperty("paid_at").GetString());
        Assert.Equal((0m, 2), (Amount(paid, "due"), paid.GetProperty("payments").GetArrayLength()));

        await account.Do("invoices.removePayments", $$"""{"id":"{{id}}"}""");
        var open = await Info(account, id);
        Assert.Equal(("outstanding", 121m), (open.GetProperty("status").GetString(), Amount(open, "due")));
        Assert.Equal(JsonValueKind.Null, open.GetProperty("paid_at").ValueKind);
    }

    [Theory]
    [InlineData("""{"amount":1,"currency":"USD"}""", "payment.currency")]
    [InlineData("""{"currency":"EUR"}""", "payment.amount")]
    public async Task A_payment_that_does_not_fit_is_refused(string payment, string field)
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        var body = $$"""{"id":"{{id}}","payment":{{payment}},"paid_at":"2026-03-03T10:00:00+01:00"}""";
        Assert.Equal(field, (await account.Refused("invoices.registerPayment", body)).Field);
    }

    [Theory]
    [InlineData(UpdatedAtMoves.WithEveryChange, "2026-03-02T08:01:00+00:00")]
    [InlineData(UpdatedAtMoves.WithContentOnly, "2026-03-02T08:00:00+00:00")]
    public async Task Whether_a_payment_moves_updated_at_is_a_switch(UpdatedAtMoves choice, string expected)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { UpdatedAt = choice });
        var id = await account.Booked(100);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await Pay(account, id, 1);
        Assert.Equal(expected, (await Info(account, id)).GetProperty("updated_at").GetString());
    }

    [Fact]
    public async Task A_whole_credit_note_repeats_the_invoice_in_positive_amounts()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        var body = $$"""{"id":"{{id}}","credit_note_date":"2026-03-10"}""";
        var note = await Credit(account, "invoices.credit", body);
        Assert.Equal("2026/1", note.GetProperty("credit_note_number").GetString());
        Assert.Equal("2026-03-10", note.GetProperty("credit_note_date").GetString());
        Assert.Equal(id, note.GetProperty("invoice").GetProperty("id").GetGuid());
        Assert.Equal(121m, Amount(note, "payable"));
        Assert.Equal(0m, Amount(await Info(account, id), "due"));
    }

    [Fact]
    public async Task A_partial_credit_note_has_lines_of_its_own()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        var note = await Credit(
            account,
            "invoices.creditPartially",
            $$"""{"id":"{{id}}","grouped_lines":[{{account.GroupOf(10)}}]}"""
        );
        Assert.Equal("2026-03-02", note.GetProperty("credit_note_date").GetString());
        Assert.Equal(12.1m, Amount(note, "tax_inclusive"));
        Assert.Equal(108.9m, Amount(await Info(account, id), "due"));
    }

    [Theory]
    [InlineData(CreditEffect.ReducesDue, "outstanding", 0)]
    [InlineData(CreditEffect.ReducesDueAndMatches, "matched", 0)]
    [InlineData(CreditEffect.None, "outstanding", 121)]
    public async Task What_a_credit_note_does_to_its_invoice_is_a_switch(CreditEffect effect, string status, int due)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { Credit = effect });
        var id = await account.Booked(100);
        await Credit(account, "invoices.credit", $$"""{"id":"{{id}}"}""");
        var invoice = await Info(account, id);
        Assert.Equal((status, due), (invoice.GetProperty("status").GetString(), Amount(invoice, "due")));
    }

    [Fact]
    public async Task A_draft_can_be_neither_credited_nor_paid()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Create("invoices.draft", account.DraftOf(1));
        await account.Refused("invoices.credit", $$"""{"id":"{{id}}"}""");
        await account.Refused("invoices.removePayments", $$"""{"id":"{{id}}"}""");
        await account.Do("invoices.delete", $$"""{"id":"{{id}}"}""");
    }

    [Fact]
    public async Task A_draft_in_another_currency_carries_a_rate_to_the_departments()
    {
        await using var account = await FocusAccount.Open();
        var more = ""","currency":{"code":"JPY","exchange_rate":0.0056}""";
        var draft = await Info(account, await account.Create("invoices.draft", account.DraftOf(101, more)));
        Assert.Equal("JPY", draft.GetProperty("currency").GetString());
        Assert.Equal(0.0056m, draft.GetProperty("currency_exchange_rate").GetProperty("rate").GetDecimal());
        Assert.Equal(122m, Amount(draft, "tax_inclusive"));
        await account.Refused("invoices.draft", account.DraftOf(1, ""","currency":{"code":"XXX"}"""));
    }

    static Task<JsonElement> Info(FocusAccount account, Guid id) =>
        account.Data("invoices.info", $$"""{"id":"{{id}}"}""");

    static async Task<JsonElement> Credit(FocusAccount account, string endpoint, string body)
    {
        var id = await account.Create(endpoint, body);
        return await account.Data("creditNotes.info", $$"""{"id":"{{id}}"}""");
    }

    static Task Pay(FocusAccount account, Guid id, decimal amount) =>
        account.Do(
            "invoices.registerPayment",
            $$"""{"id":"{{id}}","payment":{"amount":{{amount}},"currency":"EUR"},"paid_at":"2026-03-03T10:00:00+01:00"}"""
        );

    static decimal Amount(JsonElement document, string total) =>
        document.GetProperty("total").GetProperty(total).GetProperty("amount").GetDecimal();
}
