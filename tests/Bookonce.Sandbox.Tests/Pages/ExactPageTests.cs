using System.Net;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Tests.Host;

namespace Bookonce.Sandbox.Tests.Pages;

public sealed class ExactPageTests
{
    const string Root = "/__sandbox/exact/100101";

    static async Task<Entry> Type(
        Visitor visitor,
        string yourRef,
        string date = "2026-11-02",
        params (string, string)[] more
    )
    {
        if (visitor.Books.Accounts.All(account => account.Name != "Klant"))
            visitor.Books.AddAccount(new AccountDraft("Klant"));
        var revenue = visitor.Books.GLAccounts.First(account => account.Type == GLAccountType.Revenue);
        using var answer = await visitor.Submit(
            $"{Root}/entries/new",
            [
                ("journal", "70"),
                ("customer", "klant"),
                ("date", date),
                ("yourRef", yourRef),
                ("account1", revenue.Code),
                ("amount1", "100.00"),
                ("vat1", "21"),
                .. more,
            ]
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return visitor.Books.Entries.Single(entry => entry.YourRef == yourRef);
    }

    [Fact]
    public async Task The_next_booking_number_is_shown_and_can_be_set()
    {
        await using var visitor = await Visitor.Arrive();
        Assert.Contains("value=\"26700001\"", await visitor.Page($"{Root}/journals?year=2026"));
        using var set = await visitor.Submit($"{Root}/journals/70/next", ("year", "2026"), ("number", "26700500"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Contains("value=\"26700500\"", await visitor.Page($"{set.Headers.Location}"));
        Assert.Equal(26700500, (await Type(visitor, "A1")).EntryNumber);
    }

    [Fact]
    public async Task An_entry_typed_by_hand_is_listed_and_can_be_opened()
    {
        await using var visitor = await Visitor.Arrive();
        var entry = await Type(visitor, "A&B <1>", "2026-11-02", ("enteredBy", "Greet"), ("text1", "Advies"));
        Assert.Equal((121m, "Greet"), (entry.AmountDC, entry.Creator.FullName));
        Assert.Contains("A&amp;B &lt;1&gt;", await visitor.Page($"{Root}/entries?search=a%26b"));
        Assert.Contains("0 entries", await visitor.Page($"{Root}/entries?journal=71"));
        var opened = await visitor.Page($"{Root}/entries/{entry.Id}");
        Assert.Contains("121.00 EUR", opened);
        Assert.Contains("Advies", opened);
        Assert.Contains("Greet", opened);
    }

    [Fact]
    public async Task An_entry_can_be_changed_and_keeps_what_is_not_on_the_form()
    {
        await using var visitor = await Visitor.Arrive();
        var entry = await Type(visitor, "A1", "2026-11-02", ("description", "Advies"));

        using var changed = await visitor.Submit(
            $"{Root}/entries/{entry.Id}/change",
            ("date", "2026-11-05"),
            ("number", "26700020"),
            ("yourRef", "A2"),
            ("enteredBy", "Greet")
        );

        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        var now = Assert.Single(visitor.Books.Entries);
        Assert.Equal(
            (new DateOnly(2026, 11, 5), 26700020, "A2", "Advies", 121m, "Greet"),
            (now.Date, now.EntryNumber, now.YourRef, now.Description, now.AmountDC, now.Modifier.FullName)
        );
    }

    [Fact]
    public async Task One_entry_can_be_deleted()
    {
        await using var visitor = await Visitor.Arrive();
        var entry = await Type(visitor, "A1");
        using var deleted = await visitor.Submit($"{Root}/entries/{entry.Id}/delete");
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Empty(visitor.Books.Entries);
    }

    [Fact]
    public async Task A_journal_can_be_emptied_from_a_date_on_and_its_numbers_come_back()
    {
        await using var visitor = await Visitor.Arrive();
        foreach (var (yourRef, date) in new[] { ("A1", "2026-11-01"), ("A2", "2026-11-02"), ("A3", "2026-11-03") })
            await Type(visitor, yourRef, date);
        using var deleted = await visitor.Submit($"{Root}/entries/delete", ("journal", "70"), ("from", "2026-11-02"));
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Equal(["A1"], visitor.Refs);
        Assert.Equal(26700002, visitor.Books.NextBookingNumber("70", 2026));
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_named_and_the_rest_is_gone()
    {
        await using var visitor = await Visitor.Arrive();
        var paid = await Type(visitor, "A1");
        await Type(visitor, "A2");
        using var pay = await visitor.Submit($"{Root}/entries/{paid.Id}/pay");
        Assert.Equal(HttpStatusCode.SeeOther, pay.StatusCode);
        using var deleted = await visitor.Submit($"{Root}/entries/delete", ("journal", "70"), ("from", "2026-01-01"));
        Assert.Equal(HttpStatusCode.Conflict, deleted.StatusCode);
        Assert.Contains($"{paid.EntryNumber}", await deleted.Content.ReadAsStringAsync());
        Assert.DoesNotContain("A2", visitor.Refs);
    }

    [Fact]
    public async Task A_payment_is_entered_and_matched()
    {
        await using var visitor = await Visitor.Arrive();
        var entry = await Type(visitor, "A1");
        using var part = await visitor.Submit(
            $"{Root}/entries/{entry.Id}/pay",
            ("amount", "21.00"),
            ("date", "2026-11-05")
        );
        Assert.Contains("100.00 EUR", await visitor.Page($"{Root}/entries/{entry.Id}"));
        Assert.Contains("matched with", await visitor.Page($"{Root}/entries/{entry.Id}"));
        var bank = visitor.Books.Entries.Single(each => each.Type == EntryType.CashFlow);
        Assert.Equal(new DateOnly(2026, 11, 5), bank.Date);
    }

    [Fact]
    public async Task A_credit_note_is_matched_with_an_invoice_of_the_same_relation()
    {
        await using var visitor = await Visitor.Arrive();
        var invoice = await Type(visitor, "A1");
        using var typed = await visitor.Submit(
            $"{Root}/entries/new",
            ("journal", "71"),
            ("customer", "Klant"),
            ("date", "2026-11-03"),
            ("account1", invoice.SalesLines[0].GLAccount.Code),
            ("amount1", "-100.00"),
            ("vat1", "21")
        );
        var page = await visitor.Page($"{Root}/entries/{invoice.Id}");
        var with = page.Split("<select name=\"with\"")[1].Split("value=\"")[1].Split('"')[0];
        using var matched = await visitor.Submit($"{Root}/entries/{invoice.Id}/match", ("with", with));
        Assert.Equal(HttpStatusCode.SeeOther, matched.StatusCode);
        Assert.Contains("matched with", await visitor.Page($"{Root}/entries/{invoice.Id}"));
    }

    [Fact]
    public async Task A_closed_period_takes_no_entry_until_it_is_opened()
    {
        await using var visitor = await Visitor.Arrive();
        (string, string)[] november = [("year", "2026"), ("period", "11"), ("journal", "70")];
        using var closed = await visitor.Submit($"{Root}/periods", [.. november, ("action", "close")]);
        Assert.True(visitor.Books.IsClosed("70", 2026, 11));
        Assert.False(visitor.Books.IsClosed("71", 2026, 11));
        using var opened = await visitor.Submit($"{Root}/periods", [.. november, ("action", "open")]);
        Assert.False(visitor.Books.IsClosed("70", 2026, 11));
        Assert.Contains("2026 - 11", await visitor.Page($"{Root}/periods?year=2026"));
    }

    [Fact]
    public async Task Matches_can_be_undone()
    {
        await using var visitor = await Visitor.Arrive();
        var entry = await Type(visitor, "A1");
        using var paid = await visitor.Submit($"{Root}/entries/{entry.Id}/pay");
        using var undone = await visitor.Submit($"{Root}/entries/{entry.Id}/unmatch");
        Assert.DoesNotContain("matched with", await visitor.Page($"{Root}/entries/{entry.Id}"));
        using var deleted = await visitor.Submit($"{Root}/entries/{entry.Id}/delete");
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
    }

    [Fact]
    public async Task A_VAT_return_is_filed_and_withdrawn()
    {
        await using var visitor = await Visitor.Arrive();
        (string, string)[] november = [("year", "2026"), ("period", "11")];
        using var filed = await visitor.Submit($"{Root}/vat-returns", [.. november, ("action", "file")]);
        Assert.True(visitor.Books.IsFiled(2026, 11));
        using var withdrawn = await visitor.Submit($"{Root}/vat-returns", [.. november, ("action", "withdraw")]);
        Assert.False(visitor.Books.IsFiled(2026, 11));
    }

    [Theory]
    [InlineData("journals/70/next", "number", "0")]
    [InlineData("journals/70/next", "number", "many")]
    [InlineData("journals/99/next", "number", "5")]
    [InlineData("entries/delete", "journal", "70")]
    [InlineData("periods", "year", "2026")]
    [InlineData("entries/new", "journal", "70")]
    public async Task A_form_that_cannot_be_meant_is_answered_with_the_reason(string path, string name, string value)
    {
        await using var visitor = await Visitor.Arrive();
        using var answer = await visitor.Submit($"{Root}/{path}", (name, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/__sandbox/exact/999/entries")]
    [InlineData("/__sandbox/exact/100101/entries/3f1c9a52-0a3e-4b0e-8d43-000000000000")]
    [InlineData("/__sandbox/nothing")]
    public async Task What_is_not_there_is_404(string path)
    {
        await using var visitor = await Visitor.Arrive();
        using var answer = await visitor.Http.GetAsync(new Uri(visitor.Host.ExactUrl, path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
