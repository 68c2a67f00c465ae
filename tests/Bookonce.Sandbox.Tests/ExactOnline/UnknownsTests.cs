using System.Text.Json;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class UnknownsTests
{
    [Theory]
    [InlineData("missingEntryDate", "mandatory", """{"EntryDate":null}""", "Mandatory: Entry date")]
    [InlineData("missingReportingPeriod", "mandatory", "{}", "Mandatory: Period")]
    [InlineData("longText", "refused", """{"YourRef":"1234567890123456789012345678901"}""", "Invalid: Your ref.")]
    [InlineData("entryNumberRange", "ofTheSeries", """{"EntryNumber":17}""", "Invalid: Document number")]
    [InlineData("entryNumberRange", "fromNextOn", """{"EntryNumber":26700000}""", "Invalid: Document number")]
    [InlineData("nullOnCreation", "genericError", """{"YourRef":null}""", "A problem has occurred.")]
    [InlineData("unpaddedVatCodeMatches", "false", "{}", "Invalid reference: VAT code")]
    public async Task An_entry_that_is_taken_by_default_is_refused_where_the_switch_says_so(
        string name,
        string value,
        string change,
        string error
    )
    {
        await using var caller = await Caller.Start();
        Assert.Equal(201, (await Post(caller, change)).Status);
        Set(caller, name, value);
        var refused = await Post(caller, change);
        Assert.Equal(500, refused.Status);
        Assert.StartsWith(error, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_reference_can_be_cut_and_a_new_entry_processed()
    {
        await using var caller = await Caller.Start();
        Set(caller, "longText", "cut");
        Set(caller, "newEntryStatus", "processed");
        var made = await Post(caller, """{"YourRef":"1234567890123456789012345678901"}""");
        Assert.Equal(
            ("123456789012345678901234567890", 50),
            (made.D.GetProperty("YourRef").GetString(), made.D.GetProperty("Status").GetInt32())
        );
    }

    [Theory]
    [InlineData("perJournalAndYear", 201)]
    [InlineData("perJournal", 500)]
    public async Task A_booking_number_of_another_year_is_free_or_not(string uniqueness, int status)
    {
        await using var caller = await Caller.Start();
        Set(caller, "entryNumberUniqueness", uniqueness);
        Assert.Equal(201, (await Post(caller, """{"EntryNumber":17,"EntryDate":"2025-03-02"}""")).Status);
        Assert.Equal(status, (await Post(caller, """{"EntryNumber":17}""")).Status);
    }

    [Theory]
    [InlineData(NumberUniqueness.PerJournalAndYear, false)]
    [InlineData(NumberUniqueness.CheckedOnArrival, true)]
    public void Two_calls_under_way_at_once_may_both_get_a_number(NumberUniqueness uniqueness, bool both)
    {
        var books = new SmallBooks();
        books.State.Switches = new() { EntryNumberUniqueness = uniqueness };
        var arrived = books.State.LatestSequence;
        SalesEntryDraft Draft(int seen) => books.Invoice() with { EntryNumber = 26700007, SeenUpTo = seen };

        books.Division.EnterSalesEntry(Draft(arrived));
        if (both)
            books.Division.EnterSalesEntry(Draft(arrived));
        else
            Assert.Throws<RefusedException>(() => books.Division.EnterSalesEntry(Draft(arrived)));
        Assert.Throws<RefusedException>(() => books.Division.EnterSalesEntry(Draft(books.State.LatestSequence)));
    }

    [Theory]
    [InlineData("alwaysResults", "?$top=1", JsonValueKind.Object)]
    [InlineData("shortWithTop", "?$top=1", JsonValueKind.Array)]
    [InlineData("shortWithTop", "", JsonValueKind.Object)]
    [InlineData("shortOnTheLastPage", "", JsonValueKind.Array)]
    public async Task A_list_comes_in_the_form_that_the_switch_says(string form, string query, JsonValueKind kind)
    {
        await using var caller = await Caller.Start();
        Set(caller, "listForm", form);
        Assert.Equal(kind, (await caller.Get($"financial/Journals{query}")).D.ValueKind);
    }

    [Theory]
    [InlineData("onePage", 60)]
    [InlineData("upToThousand", 70)]
    public async Task Top_reaches_as_far_as_the_switch_says(string reach, int rows)
    {
        await using var caller = await Caller.Start();
        Set(caller, "topReach", reach);
        for (var i = 0; i < 70; i++)
            caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        Assert.Equal(rows, (await caller.Get("salesentry/SalesEntries?$top=70&$select=EntryID")).Results.Count);
    }

    [Theory]
    [InlineData("unknownFunctionAnswer", "badRequest", "financial/Journals?$filter=nonsense(Code)", 400)]
    [InlineData("unknownFunctionAnswer", "notImplemented", "financial/Journals?$filter=nonsense(Code)", 501)]
    [InlineData("substringOfWorks", "true", "financial/Journals?$filter=substringof('7',Code)", 200)]
    [InlineData("substringOfWorks", "false", "financial/Journals?$filter=substringof('7',Code)", 501)]
    [InlineData(
        "offsetIdComparedWithNull",
        "badRequest",
        "financialtransaction/TransactionLines?$filter=Type eq 20 and OffsetID eq null",
        400
    )]
    [InlineData("receivablesListFilter", "refused", "read/financial/ReceivablesList?$filter=Amount gt 0", 400)]
    [InlineData("receivablesListFilter", "ignored", "read/financial/ReceivablesList?$filter=Amount gt 0", 200)]
    public async Task A_filter_is_answered_as_the_switch_says(string name, string value, string path, int status)
    {
        await using var caller = await Caller.Start();
        Set(caller, name, value);
        Assert.Equal(status, (await caller.Get(path)).Status);
    }

    [Theory]
    [InlineData(UnauthorizedAnswer.Empty, "")]
    [InlineData(UnauthorizedAnswer.ServiceError, "{\"error\":")]
    [InlineData(UnauthorizedAnswer.SignInPage, "<html>")]
    public async Task A_bad_token_is_answered_401_with_the_body_that_the_switch_says(
        UnauthorizedAnswer answer,
        string start
    )
    {
        await using var caller = await Caller.Start();
        caller.Books.State.Switches = new() { UnauthorizedAnswer = answer };
        caller.Books.Clock.Advance(TimeSpan.FromMinutes(11));
        var reply = await caller.Get("financial/Journals");
        Assert.Equal(401, reply.Status);
        Assert.StartsWith(start, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_that_comes_too_early_can_be_a_401_and_still_rotate()
    {
        await using var caller = await Caller.Start();
        caller.Books.State.Switches = new()
        {
            EarlyRefreshAnswer = EarlyRefreshAnswer.Unauthorized,
            EarlyRefreshRotates = true,
        };
        var early = await caller.Refresh();
        Assert.Equal(401, early.Status);
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(571));
        Assert.Equal(
            "Old refresh token used.",
            (await caller.Refresh()).Json.GetProperty("error_description").GetString()
        );
        Assert.Equal(200, (await caller.Refresh(early.Json.GetProperty("refresh_token").GetString())).Status);
    }

    [Theory]
    [InlineData("refused", 500)]
    [InlineData("accepted", 201)]
    [InlineData("nextFree", 201)]
    public async Task A_code_of_a_relation_that_is_taken_is_answered_as_the_switch_says(string value, int status)
    {
        await using var caller = await Caller.Start();
        Set(caller, "takenAccountCode", value);
        var reply = await caller.Post("crm/Accounts", new { Name = "Other", Code = "1" });
        Assert.Equal(status, reply.Status);
        if (status == 201)
            Assert.Equal(value == "accepted" ? "1" : "2", reply.D.GetProperty("Code").GetString()!.Trim());
    }

    [Theory]
    [InlineData("oneForeignUnit", 0.9)]
    [InlineData("oneOwnUnit", 1.1111111111)]
    public async Task A_rate_is_stated_the_way_round_that_the_switch_says(string value, double rate)
    {
        await using var caller = await Caller.Start();
        Set(caller, "exchangeRateDirection", value);
        var row = Assert.Single((await caller.Get("financial/ExchangeRates")).Results);
        Assert.Equal(rate, row.GetProperty("Rate").GetDouble());
    }

    private static void Set(Caller caller, string name, string value) =>
        caller.Books.State.Switches = ExactOnlineSwitchCatalogue.Set(caller.Books.State.Switches, name, value);

    private static Task<Reply> Post(Caller caller, string change)
    {
        var body = new Dictionary<string, object?>
        {
            ["Journal"] = "70",
            ["Customer"] = caller.Books.Customer.Id,
            ["EntryDate"] = "2026-03-02",
            ["SalesEntryLines"] = new[]
            {
                new
                {
                    GLAccount = caller.Books.Services.Id,
                    AmountFC = 10m,
                    VATCode = "2",
                },
            },
        };
        foreach (var property in JsonDocument.Parse(change).RootElement.EnumerateObject())
            body[property.Name] = property.Value;
        return caller.Post("salesentry/SalesEntries", body);
    }
}
