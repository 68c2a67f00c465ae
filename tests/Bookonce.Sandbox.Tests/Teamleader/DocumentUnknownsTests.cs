using System.Text.Json;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>What the switches of documents, amounts and payments change.</summary>
public sealed class DocumentUnknownsTests
{
    [Theory]
    [InlineData(CreditNoteSign.Positive, 1)]
    [InlineData(CreditNoteSign.Negative, -1)]
    public async Task The_sign_of_a_credit_note_is_a_switch(CreditNoteSign choice, int sign)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { CreditNoteSign = choice });
        var id = await account.Booked(100);
        var note = await account.Create("invoices.credit", $$"""{"id":"{{id}}"}""");
        var info = await account.Data("creditNotes.info", $$"""{"id":"{{note}}"}""");
        Assert.Equal(sign * 121m, Total(info, "payable"));
        Assert.Equal(sign * 121m, Total((await account.Data("creditNotes.list"))[0], "tax_inclusive"));
        var line = info.GetProperty("grouped_lines")[0].GetProperty("line_items")[0];
        Assert.Equal(sign, line.GetProperty("quantity").GetDecimal());
        Assert.Equal(0m, Total(await Info(account, id), "due"));
    }

    [Fact]
    public async Task The_order_of_credit_notes_is_a_switch()
    {
        await using var account = await FocusAccount.Open();
        var notes = new[] { 3, 1, 2 }.Select(day => account.PlantCreditNote(new DateOnly(2026, 3, day))).ToList();
        Assert.Equal(notes.OrderBy(note => note.Date).Select(note => note.Id), await Ids());
        account.State.Switches = new TeamleaderSwitches { CreditNoteOrder = CreditNoteOrder.NewestFirst };
        Assert.Equal(notes.OrderByDescending(note => note.Date).Select(note => note.Id), await Ids());
        account.State.Switches = new TeamleaderSwitches { CreditNoteOrder = CreditNoteOrder.NoneAtAll };
        Assert.Equal(notes.Select(note => note.Id).Order(), await Ids());

        async Task<IEnumerable<Guid>> Ids() =>
            (await account.Data("creditNotes.list")).EnumerateArray().Select(row => row.GetProperty("id").GetGuid());
    }

    [Theory]
    [InlineData(DraftDates.Null, null, null)]
    [InlineData(DraftDates.Today, "2026-03-02", "2026-04-01")]
    public async Task The_dates_of_a_draft_are_a_switch(DraftDates choice, string? date, string? due)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { DraftDates = choice });
        var draft = await Info(account, await account.Create("invoices.draft", account.DraftOf(1)));
        Assert.Equal(date, draft.GetProperty("invoice_date").GetString());
        Assert.Equal(due, draft.GetProperty("due_on").GetString());
    }

    [Theory]
    [InlineData(EndOfMonthRule.MonthThenDays, "2026-03-10")]
    [InlineData(EndOfMonthRule.DaysThenMonth, "2026-02-28")]
    public void What_end_of_month_means_is_a_switch(EndOfMonthRule rule, string due) =>
        Assert.Equal(
            DateOnly.ParseExact(due, "yyyy-MM-dd"),
            new Term("end_of_month", 10).DueOn(new DateOnly(2026, 2, 10), rule)
        );

    [Theory]
    [InlineData(SameCurrencyRate.One, JsonValueKind.Object)]
    [InlineData(SameCurrencyRate.Null, JsonValueKind.Null)]
    public async Task A_rate_to_the_same_currency_is_a_switch(SameCurrencyRate choice, JsonValueKind kind)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { SameCurrencyRate = choice });
        account.PlantInvoice(new DateOnly(2026, 3, 1));
        Assert.Equal(kind, (await account.Data("invoices.list"))[0].GetProperty("currency_exchange_rate").ValueKind);
    }

    [Theory]
    [InlineData(UpdateBookedTrace.Traced, "2026-03-02T08:01:00+00:00")]
    [InlineData(UpdateBookedTrace.Silent, "2026-03-02T08:00:00+00:00")]
    public async Task Whether_updateBooked_moves_updated_at_is_a_switch(UpdateBookedTrace choice, string updatedAt)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { UpdateBooked = choice });
        var id = await account.Booked(1);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await account.Do("invoices.updateBooked", $$"""{"id":"{{id}}","note":"x"}""");
        Assert.Equal(updatedAt, (await Info(account, id)).GetProperty("updated_at").GetString());
    }

    [Fact]
    public async Task A_lock_is_403_or_400_by_switch()
    {
        await using var account = await FocusAccount.Open();
        var body = $$"""{"id":"{{await account.Booked(1)}}","note":"x"}""";
        account.State.BookedDocumentsLocked = true;
        await account.Refused("invoices.updateBooked", body, 403);
        account.State.Switches = new TeamleaderSwitches { LockedStatus = LockedStatus.BadRequest };
        await account.Refused("invoices.updateBooked", body);
        await account.Refused("invoices.delete", body);
    }

    [Theory]
    [InlineData("invoices.update", PartialOnBooked.Ignored, 2)]
    [InlineData("invoices.updateBooked", PartialOnBooked.Honoured, 2)]
    [InlineData("invoices.updateBooked", PartialOnBooked.Ignored, 1)]
    public async Task A_partial_update_keeps_the_custom_fields_that_it_does_not_name(
        string endpoint,
        PartialOnBooked choice,
        int left
    )
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { PartialOnBooked = choice });
        var (first, second) = (await Field(account, "Een"), await Field(account, "Twee"));
        var id = await account.Create(
            "invoices.draft",
            account.DraftOf(1, $$""","custom_fields":[{"id":"{{first}}","value":"1"}]""")
        );
        if (endpoint == "invoices.updateBooked")
            await account.Do("invoices.book", $$"""{"id":"{{id}}","on":"2026-03-02"}""");
        await account.Do(
            endpoint,
            $$"""{"id":"{{id}}","custom_fields":[{"id":"{{second}}","value":"2"}],"custom_fields_update_strategy":"partial"}"""
        );
        Assert.Equal(left, (await Info(account, id)).GetProperty("custom_fields").GetArrayLength());
        await account.Do(endpoint, $$"""{"id":"{{id}}","custom_fields":[{"id":"{{second}}","value":"3"}]}""");
        Assert.Equal(1, (await Info(account, id)).GetProperty("custom_fields").GetArrayLength());
    }

    [Fact]
    public async Task A_required_custom_field_may_be_enforced_on_drafts()
    {
        await using var account = await FocusAccount.Open();
        await account.Create(
            "customFieldDefinitions.create",
            """{"label":"Boekstuk","type":"single_line","context":"invoice","required":true}"""
        );
        await account.Create("invoices.draft", account.DraftOf(1));
        account.State.Switches = new TeamleaderSwitches { RequiredCustomFields = RequiredCustomFields.Enforced };
        Assert.Equal("custom_fields", (await account.Refused("invoices.draft", account.DraftOf(1))).Field);
    }

    [Fact]
    public async Task A_context_has_room_for_so_many_custom_fields()
    {
        await using var account = await FocusAccount.Open();
        for (var i = 0; i < 25; i++)
            await Field(account, $"Veld {i}");
        var one = """{"label":"x","type":"single_line","context":"invoice"}""";
        Assert.Equal("context", (await account.Refused("customFieldDefinitions.create", one)).Field);
        var deal = await account.Create("customFieldDefinitions.create", one.Replace("invoice", "deal"));
        var info = await account.Data("customFieldDefinitions.info", $$"""{"id":"{{deal}}"}""");
        Assert.Equal("sale", info.GetProperty("context").GetString());
    }

    [Theory]
    [InlineData(PaidAtMoment.LastPayment, "2026-03-05T00:00:00+00:00")]
    [InlineData(PaidAtMoment.FirstPayment, "2026-03-03T00:00:00+00:00")]
    public async Task When_several_payments_paid_an_invoice_is_a_switch(PaidAtMoment choice, string paidAt)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { PaidAt = choice });
        var id = await account.Booked(100);
        await account.Do("invoices.registerPayment", Payment(id, 100, "2026-03-03"));
        await account.Do("invoices.registerPayment", Payment(id, 21, "2026-03-05"));
        Assert.Equal(paidAt, (await Info(account, id)).GetProperty("paid_at").GetString());
    }

    [Fact]
    public async Task Paying_too_much_leaves_less_than_nothing_due_or_is_refused()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        account.State.Switches = new TeamleaderSwitches { Overpayment = Overpayment.Refused };
        await account.Refused("invoices.registerPayment", Payment(id, 121.01m, "2026-03-03"));
        account.State.Switches = new TeamleaderSwitches();
        await account.Do("invoices.registerPayment", Payment(id, 130, "2026-03-03"));
        Assert.Equal(-9m, Total(await Info(account, id), "due"));
    }

    [Theory]
    [InlineData(CreditEffect.ReducesDue, 111)]
    [InlineData(CreditEffect.None, 121)]
    public async Task What_a_partial_credit_note_does_is_a_switch_of_its_own(CreditEffect choice, int due)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { PartialCredit = choice });
        var id = await account.Booked(100);
        var body =
            $$"""{"id":"{{id}}","grouped_lines":[{{account.GroupOf(10).Replace($"{account.Rate21.Id}", $"{account.Rate0.Id}")}}]}""";
        await account.Create("invoices.creditPartially", body);
        Assert.Equal(due, Total(await Info(account, id), "due"));
    }

    [Fact]
    public async Task Only_the_last_credit_note_is_deleted_and_its_invoice_owes_again()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(100);
        var body = $$"""{"id":"{{id}}","grouped_lines":[{{account.GroupOf(10)}}]}""";
        var first = await account.Create("invoices.creditPartially", body);
        var second = await account.Create("invoices.creditPartially", body);
        Assert.ThrowsAny<Exception>(() => account.State.DeleteCreditNote(first));
        account.State.DeleteCreditNote(second);
        Assert.Equal(108.9m, Total(await Info(account, id), "due"));
    }

    [Fact]
    public async Task Discounts_rounding_and_line_totals_are_switches()
    {
        await using var account = await FocusAccount.Open();
        const string ten = """{"type":"percentage","value":10,"description":"a"}""";
        var more = $$""","discounts":[{{ten}},{{ten}}]""";
        Assert.Equal((81m, 100m, 100m), await Totals(new TeamleaderSwitches()));
        Assert.Equal((80m, 100m, 100m), await Totals(new TeamleaderSwitches { Discounts = DiscountCombination.Sum }));
        var shared = new TeamleaderSwitches { LineTotals = LineTotalsMeaning.WithDocumentDiscount };
        Assert.Equal((81m, 81m, 100m), await Totals(shared));

        account.State.Switches = new TeamleaderSwitches { VatRounding = VatRounding.PerLine };
        var twice = $"{account.GroupOf(0.03m)},{account.GroupOf(0.03m)}";
        var cents = account.DraftOf(1, $$""","grouped_lines":[{{twice}}]""");
        var perLine = await Info(account, await account.Create("invoices.draft", cents));
        Assert.Equal(0.08m, Total(perLine, "tax_inclusive"));
        account.State.Switches = new TeamleaderSwitches();
        Assert.Equal(0.07m, Total(await Info(account, await account.Create("invoices.draft", cents)), "tax_inclusive"));

        async Task<(decimal, decimal, decimal)> Totals(TeamleaderSwitches switches)
        {
            account.State.Switches = switches;
            var draft = await Info(account, await account.Create("invoices.draft", account.DraftOf(100, more)));
            var line = draft.GetProperty("grouped_lines")[0].GetProperty("line_items")[0];
            return (
                Total(draft, "tax_exclusive"),
                Total(line, "tax_exclusive"),
                Total(draft, "tax_exclusive_before_discount")
            );
        }
    }

    static async Task<Guid> Field(FocusAccount account, string label) =>
        await account.Create(
            "customFieldDefinitions.create",
            $$"""{"label":"{{label}}","type":"single_line","context":"invoice"}"""
        );

    static string Payment(Guid id, decimal amount, string on) =>
        $$"""{"id":"{{id}}","payment":{"amount":{{amount}},"currency":"EUR"},"paid_at":"{{on}}T00:00:00+00:00"}""";

    static Task<JsonElement> Info(FocusAccount account, Guid id) =>
        account.Data("invoices.info", $$"""{"id":"{{id}}"}""");

    static decimal Total(JsonElement document, string name) =>
        document.GetProperty("total").GetProperty(name).GetProperty("amount").GetDecimal();
}
