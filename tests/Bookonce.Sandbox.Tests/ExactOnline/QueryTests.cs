using System.Text.Json;
using Bookonce.Sandbox.ExactOnline.Endpoints;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class QueryTests
{
    [Theory]
    [InlineData("YourRef eq 'A-1'", 1)]
    [InlineData("YourRef eq 'a-1'", 1)]
    [InlineData("YourRef ne 'A-1'", 9)]
    [InlineData("YourRef eq 'O''Hara'", 1)]
    [InlineData("YourRef+eq+'A-1'", 1)]
    [InlineData("AmountDC gt 121", 9)]
    [InlineData("AmountDC ge 121.00 and AmountDC lt 484", 3)]
    [InlineData("EntryNumber eq 26700003 or EntryNumber eq 26700004L", 2)]
    [InlineData("not (EntryNumber eq 26700003) and not (EntryNumber eq 26700004)", 8)]
    [InlineData("substringof('-', YourRef) eq true", 9)]
    [InlineData("substringof('-', YourRef)", 9)]
    [InlineData("startswith(YourRef, 'A') and endswith(YourRef,'2')", 1)]
    [InlineData("indexof(YourRef,'-') ge 0", 9)]
    [InlineData("tolower(trim(YourRef)) eq 'a-3'", 1)]
    [InlineData("EntryDate ge datetime'2026-03-02T00:00:00'", 10)]
    [InlineData("EntryDate gt datetime'2026-03-02'", 0)]
    [InlineData("Document eq null", 10)]
    [InlineData("PaymentReference ne null", 0)]
    [InlineData("Journal eq '70' and ReportingYear eq 2026 and (ReportingPeriod eq 3 or ReportingPeriod eq 4)", 10)]
    public async Task A_filter_finds(string filter, int count)
    {
        await using var caller = await Caller.Start();
        for (var i = 1; i <= 10; i++)
            caller.Books.Division.EnterSalesEntry(caller.Books.Invoice(100m * i, i == 10 ? "O'Hara" : $"A-{i}"));
        var reply = await caller.Get($"salesentry/SalesEntries?$filter={filter}&$select=EntryID");
        Assert.Equal((200, count), (reply.Status, reply.Results.Count));
    }

    [Theory]
    [InlineData("$select=EntryID,Nonsense")]
    [InlineData("$filter=Nonsense eq 1")]
    [InlineData("$filter=YourRef eq")]
    [InlineData("$filter=YourRef eq 'x")]
    [InlineData("$filter=EntryID eq 'text'")]
    [InlineData("$filter=EntryID eq guid'nonsense'")]
    [InlineData("$filter=SalesEntryLines/AmountFC eq 1")]
    [InlineData("$filter=length(YourRef) eq 1")]
    [InlineData("$orderby=Nonsense")]
    [InlineData("$expand=Nonsense")]
    [InlineData("$top=many")]
    public async Task What_cannot_be_read_is_a_bad_request_in_the_services_own_shape(string query)
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Get($"salesentry/SalesEntries?{query}");
        Assert.Equal(400, reply.Status);
        Assert.StartsWith("Bad Request - Error in query syntax", reply.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_have_sixty_rows_and_an_insertion_meanwhile_shifts_nothing()
    {
        await using var caller = await Caller.Start();
        var books = caller.Books;
        for (var i = 0; i < 130; i++)
            books.Division.EnterSalesEntry(books.Invoice(yourRef: "old"));
        var reply = await caller.Get("salesentry/SalesEntries?$filter=Journal eq '70'&$select=EntryID,YourRef");
        var seen = reply.Results.ToList();
        Assert.Equal(60, seen.Count);
        for (var i = 0; i < 50; i++)
            books.Division.EnterSalesEntry(books.Invoice(yourRef: "new"));
        while (reply.Next is { } next)
        {
            Assert.Contains("$filter=Journal", Uri.UnescapeDataString(next), StringComparison.Ordinal);
            Assert.Contains("$select=EntryID,YourRef", next, StringComparison.Ordinal);
            reply = await caller.Get(next);
            Assert.InRange(reply.Results.Count, 1, 60);
            seen.AddRange(reply.Results);
        }
        var ids = seen.Select(row => row.GetProperty("EntryID").GetGuid()).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(130, seen.Count(row => row.GetProperty("YourRef").GetString() == "old"));
    }

    [Fact]
    public async Task An_order_is_kept_over_pages_even_where_values_repeat()
    {
        await using var caller = await Caller.Start();
        for (var i = 0; i < 150; i++)
            caller.Books.Division.EnterSalesEntry(caller.Books.Invoice(1m + (i % 3)));
        var reply = await caller.Get(
            "salesentry/SalesEntries?$orderby=AmountDC desc,EntryNumber&$select=AmountDC,EntryNumber"
        );
        var seen = reply.Results.ToList();
        while (reply.Next is { } next)
            seen.AddRange((reply = await caller.Get(next)).Results);
        var rows = seen.Select(row =>
                (Amount: row.GetProperty("AmountDC").GetDecimal(), Number: row.GetProperty("EntryNumber").GetInt32())
            )
            .ToArray();
        Assert.Equal(150, rows.Length);
        Assert.Equal(rows.OrderByDescending(row => row.Amount).ThenBy(row => row.Number), rows);
    }

    [Fact]
    public async Task The_highest_number_of_a_journal_is_one_call()
    {
        await using var caller = await Caller.Start();
        for (var i = 0; i < 3; i++)
            caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var reply = await caller.Get(
            "salesentry/SalesEntries?$filter=Journal eq '70' and ReportingYear eq 2026&$orderby=EntryNumber desc&$top=1&$select=EntryNumber"
        );
        Assert.Equal(26700003, Assert.Single(reply.Results).GetProperty("EntryNumber").GetInt32());
        Assert.Null(reply.Next);
    }

    [Fact]
    public async Task Top_above_a_page_goes_on_to_the_next_and_ends_where_asked()
    {
        await using var caller = await Caller.Start();
        for (var i = 0; i < 100; i++)
            caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var first = await caller.Get("salesentry/SalesEntries?$top=70&$select=EntryID");
        Assert.Equal(60, first.Results.Count);
        var second = await caller.Get(first.Next!);
        Assert.Equal((10, null), (second.Results.Count, second.Next));
    }

    [Fact]
    public async Task Count_and_inlinecount_count_everything_that_the_filter_finds()
    {
        await using var caller = await Caller.Start();
        for (var i = 0; i < 70; i++)
            caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        Assert.Equal("70", (await caller.Get("salesentry/SalesEntries/$count", "*/*")).Text);
        var list = await caller.Get("salesentry/SalesEntries?$inlinecount=allpages&$select=EntryID");
        Assert.Equal("70", list.D.GetProperty("__count").GetString());
    }

    [Fact]
    public async Task Children_are_deferred_until_they_are_expanded()
    {
        await using var caller = await Caller.Start();
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var path = $"salesentry/SalesEntries(guid'{entry.Id}')";

        var plain = (await caller.Get(path)).D;
        var uri = plain.GetProperty("SalesEntryLines").GetProperty("__deferred").GetProperty("uri").GetString()!;
        Assert.Equal(100m, Assert.Single((await caller.Get(uri)).Results).GetProperty("AmountFC").GetDecimal());
        Assert.Equal(
            "Exact.Web.Api.Models.SalesEntry",
            plain.GetProperty("__metadata").GetProperty("type").GetString()
        );

        var expanded = await caller.Get($"{path}?$expand=SalesEntryLines&$select=EntryID,SalesEntryLines/AmountFC");
        var line = Assert.Single(expanded.D.GetProperty("SalesEntryLines").GetProperty("results").EnumerateArray());
        Assert.Equal(["__metadata", "AmountFC"], line.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("SALESENTRY/salesentries")]
    [InlineData("salesentry//SalesEntries/")]
    [InlineData("SalesEntry/SalesEntries")]
    public async Task Paths_differ_neither_by_case_nor_by_slashes(string path)
    {
        await using var caller = await Caller.Start();
        Assert.Equal(200, (await caller.Get(path)).Status);
    }

    [Theory]
    [InlineData("salesentry/SalesEntries(guid'')", 400)]
    [InlineData("salesentry/SalesEntries(12)", 400)]
    [InlineData("salesentry/SalesEntries(guid'11111111-1111-4111-8111-111111111111')", 404)]
    [InlineData("nowhere/Nothing", 404)]
    [InlineData("financial/Journals/Nothing", 404)]
    public async Task Bad_keys_and_addresses_are_told_in_the_services_own_shape(string path, int status)
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Get(path);
        Assert.Equal(status, reply.Status);
        Assert.NotEmpty(reply.Error);
    }

    [Fact]
    public async Task Currencies_are_keyed_by_text_and_administrations_by_number()
    {
        await using var caller = await Caller.Start();
        Assert.Equal(
            "US dollar",
            (await caller.Get("general/Currencies('USD')")).D.GetProperty("Description").GetString()
        );
        Assert.Equal(
            "Bakkerij De Zon",
            (await caller.Get("hrm/Divisions(123456)")).D.GetProperty("Description").GetString()
        );
    }

    [Theory]
    [InlineData("crm/Accounts?$select=ID", "$filter parameter")]
    [InlineData("financialtransaction/TransactionLines", "$filter parameter")]
    [InlineData("bulk/Financial/TransactionLines?$filter=Type eq 20", "Please add a $select")]
    [InlineData("cashflow/Receivables", "Please add a $select")]
    [InlineData("sync/Financial/TransactionLines?$filter=Type eq 20", "query syntax")]
    public async Task Some_lists_demand_a_filter_or_a_selection(string path, string text)
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Get(path);
        Assert.Equal(400, reply.Status);
        Assert.Contains(text, reply.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_are_padded_and_only_a_trimmed_or_padded_filter_finds_an_account()
    {
        await using var caller = await Caller.Start();
        var all = await caller.Get("crm/Accounts?$filter=Status eq 'C'&$select=Code,Country");
        Assert.Equal("                 1", Assert.Single(all.Results).GetProperty("Code").GetString());
        Assert.Equal("BE ", all.Results[0].GetProperty("Country").GetString());
        Assert.Empty((await caller.Get("crm/Accounts?$filter=Code eq '1'&$select=ID")).Results);
        Assert.Single((await caller.Get("crm/Accounts?$filter=trim(Code) eq '1'&$select=ID")).Results);
        Assert.Single((await caller.Get("vat/VATCodes?$filter=Code eq '2'&$select=ID")).Results);
    }

    [Fact]
    public async Task Dates_are_wall_clock_numbers()
    {
        await using var caller = await Caller.Start();
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var row = (await caller.Get($"salesentry/SalesEntries(guid'{entry.Id}')")).D;
        Assert.Equal("/Date(1772409600000)/", row.GetProperty("EntryDate").GetString());
        Assert.Equal("/Date(1772445600000)/", row.GetProperty("Created").GetString());
    }

    [Fact]
    public async Task What_is_not_known_is_null_and_not_missing()
    {
        await using var caller = await Caller.Start();
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        foreach (var (path, type) in new[] { (SalesEntries.Path, SalesEntries.Type), ("crm/Accounts", Accounts.Type) })
        {
            var row = Assert.Single((await caller.Get($"{path}?$filter=Created ne null")).Results);
            var written = row.EnumerateObject().Select(property => property.Name);
            Assert.Equal(type.Fields.Select(field => field.Name).Prepend("__metadata"), written);
            Assert.Contains(row.EnumerateObject(), property => property.Value.ValueKind == JsonValueKind.Null);
        }
    }

    [Theory]
    [InlineData("salesentry/SalesEntries", "POST", true)]
    [InlineData("financial/Journals", "GET", true)]
    [InlineData("financial/Journals", "POST", true)]
    [InlineData("cashflow/PaymentConditions", "DELETE", false)]
    public async Task Rights_are_told_per_endpoint_and_action(string endpoint, string action, bool has)
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Get($"Users/UserHasRights?endpoint='{endpoint}'&action='{action}'");
        Assert.Equal(has, reply.D.GetProperty("UserHasRights").GetBoolean());
    }

    [Theory]
    [InlineData("hrm/Divisions")]
    [InlineData("system/Divisions")]
    [InlineData("system/AllDivisions")]
    [InlineData("financial/Journals")]
    [InlineData("financial/GLAccounts")]
    [InlineData("financial/FinancialPeriods")]
    [InlineData("read/financial/JournalStatusList")]
    [InlineData("vat/VATCodes?$expand=VATPercentages")]
    [InlineData("vat/VatPercentages")]
    [InlineData("cashflow/PaymentConditions")]
    [InlineData("general/Currencies")]
    [InlineData("financial/ExchangeRates")]
    [InlineData("crm/Accounts?$filter=Name ne null")]
    [InlineData("sync/CRM/Accounts?$filter=Timestamp gt 1")]
    [InlineData("salesentry/SalesEntries?$expand=SalesEntryLines")]
    [InlineData("salesentry/SalesEntryLines")]
    [InlineData("financialtransaction/Transactions?$expand=TransactionLines")]
    [InlineData("financialtransaction/TransactionLines?$filter=Type eq 20")]
    [InlineData("bulk/Financial/TransactionLines?$filter=Type eq 20&$select=ID,AmountDC,VATCode,OffsetID")]
    [InlineData("sync/Financial/TransactionLines")]
    [InlineData("cashflow/Receivables?$select=*&$top=1")]
    [InlineData("bulk/Cashflow/Receivables?$select=ID,AmountDC")]
    [InlineData("sync/Cashflow/PaymentTerms?$filter=Timestamp gt 1L")]
    public async Task Every_list_answers_with_rows(string path)
    {
        await using var caller = await Caller.Start();
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var reply = await caller.Get(path);
        Assert.Equal(200, reply.Status);
        Assert.NotEmpty(reply.Results);
    }

    [Fact]
    public async Task Me_is_a_list_of_one_with_the_administration_last_used()
    {
        await using var caller = await Caller.Start();
        var me = Assert.Single((await caller.Get("current/Me?$select=CurrentDivision")).Results);
        Assert.Equal(123456, me.GetProperty("CurrentDivision").GetInt32());
    }

    [Fact]
    public async Task Closed_periods_stand_in_the_status_list()
    {
        await using var caller = await Caller.Start();
        caller.Books.Division.ClosePeriod("70", 2026, 1);
        var closed = await caller.Get("read/financial/JournalStatusList?$filter=Status eq 1");
        var row = Assert.Single(closed.Results);
        Assert.Equal(
            ("70", 2026, 1),
            (
                row.GetProperty("Journal").GetString(),
                row.GetProperty("Year").GetInt32(),
                row.GetProperty("Period").GetInt32()
            )
        );
    }
}
