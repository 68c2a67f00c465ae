using System.Text.Json.Nodes;
using Bookonce.ExactOnline;
using static Bookonce.Clients.Tests.ExactOnline.ExactBench;

namespace Bookonce.Clients.Tests.ExactOnline;

public sealed class ExactReadingTests
{
    private const string Id = "0a1b2c3d-0000-0000-0000-000000000001";

    [Fact]
    public async Task Pages_are_followed_word_for_word_until_there_are_no_more()
    {
        await using var bench = await StartAsync();
        var next = $"{bench.Server.Url}api/v1/{Code}/financial/Journals?$select=Code&$skiptoken='10',6%2C2014";
        bench.Server.Script(Rows("""{"Code":"70"},{"Code":"71"}""", next), Rows("""{"Code":"72"}"""));

        var journals = await bench.Read();

        Assert.Equal(["70", "71", "72"], journals.Select(journal => journal.Code));
        Assert.Equal(next, bench.ApiRequests.Last().Raw);
    }

    [Fact]
    public async Task A_next_page_elsewhere_is_not_asked_for_because_the_token_would_go_there()
    {
        await using var bench = await StartAsync();
        await using var elsewhere = await ScriptedServer.StartAsync();
        elsewhere.Script(Rows(""));
        bench.Server.Script(Rows("""{"Code":"70"}""", $"{elsewhere.Url}api/v1/{Code}/financial/Journals?$skiptoken=1"));

        await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_next_page_without_a_host_is_refused()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Rows("""{"Code":"70"}""", $"/api/v1/{Code}/financial/Journals"), Rows(""));

        await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);
    }

    [Fact]
    public async Task A_next_page_that_is_this_page_ends_in_an_error_rather_than_never()
    {
        await using var bench = await StartAsync();
        var next = $"{bench.Server.Url}api/again";
        bench.Server.Script(Rows("""{"Code":"70"}""", next));

        await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);
    }

    [Fact]
    public async Task The_short_form_of_a_collection_is_read()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Json("""{"d":[{"Code":"70","Type":20}]}"""));

        Assert.Equal(20, Assert.Single(await bench.Read()).Type);
    }

    [Fact]
    public async Task Top_ends_the_reading()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Rows("""{"EntryNumber":9},{"EntryNumber":8}""", $"{bench.Server.Url}api/more"));

        var filter = Filter.Eq("Journal", "70") & Filter.Eq("ReportingYear", 2026);
        var last = await bench.Books.SalesEntries.Read(filter, "EntryNumber desc", top: 1).ToListAsync();

        Assert.Equal(9, Assert.Single(last).EntryNumber);
        Assert.EndsWith(
            "&$filter=Journal eq '70' and ReportingYear eq 2026&$orderby=EntryNumber desc&$top=1",
            Assert.Single(bench.ApiRequests).Query
        );
    }

    [Fact]
    public async Task What_is_selected_are_the_stored_properties_of_the_record()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Rows(""));

        await bench.Books.VatCodes.Read().ToListAsync();

        var request = Assert.Single(bench.ApiRequests);
        Assert.Equal(
            "?$select=ID,Code,Description,Percentage,Type,VATTransactionType,Charged,EUSalesListing,IsBlocked,GLToPay",
            request.Query
        );
        Assert.Equal($"/api/v1/{Code}/vat/VATCodes", request.Path);
        Assert.Equal(("application/json", ""), (request.Header("Accept"), request.Header("Expect")));
    }

    [Fact]
    public async Task Values_are_read_as_Exact_writes_them()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(
            Rows(
                $$"""
                {"__metadata":{"uri":"x","type":"y"},"Unheard":{"a":[1]},"ID":"{{Id}}","EntryID":"{{Id}}","EntryNumber":26700124,"Timestamp":"9007199254740993",
                "Date":"/Date(1351209600000)/","Modified":"/Date(1578327988587)/","DueDate":null,"AmountDC":181.5,"AmountFC":"100.00",
                "AccountCode":"                25","VATCode":"2  ","LineNumber":0,"VATPercentage":0.21}
                """
            ),
            Rows(
                $$"""{"ID":"{{Id}}","EntryID":"{{Id}}","Timestamp":493115,"LineNumber":"1","AmountDC":-1e-2,"AmountFC":0}"""
            )
        );

        var line = await bench.Books.SyncTransactionLines.Read(Filter.Gt("Timestamp", 1L)).SingleAsync();
        Assert.Equal(9007199254740993, line.Timestamp);
        Assert.Equal(new DateOnly(2012, 10, 26), line.Date);
        Assert.Equal(new DateTime(2020, 1, 6, 16, 26, 28, 587, DateTimeKind.Unspecified), line.Modified);
        Assert.Equal(DateTimeKind.Unspecified, line.Modified!.Value.Kind);
        Assert.Equal((181.5m, 100.00m, null), (line.AmountDC, line.AmountFC, line.DueDate));
        Assert.Equal(("                25", "25"), (line.AccountCode, line.TrimmedAccountCode));
        Assert.Equal(("2  ", "2"), (line.VATCode, line.TrimmedVATCode));

        line = await bench.Books.SyncTransactionLines.Read(Filter.Gt("Timestamp", 1L)).SingleAsync();
        Assert.Equal((493115L, 1, -0.01m), (line.Timestamp, line.LineNumber, line.AmountDC));
        Assert.Contains("$filter=Timestamp gt 1L", bench.ApiRequests.Last().Query);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("null", null)]
    public async Task Flags_are_read_in_every_form(string written, bool? expected)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Rows($$"""{"Code":"1","Charged":{{written}}}"""));

        Assert.Equal(expected, (await bench.Books.VatCodes.Read().SingleAsync()).Charged);
    }

    [Fact]
    public async Task An_entity_is_found_by_filter_and_never_by_key()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Rows(""));

        Assert.Null(await bench.Books.SalesEntries.Find(Guid.Parse(Id)));
        Assert.EndsWith($"$filter=EntryID eq guid'{Id}'", Assert.Single(bench.ApiRequests).Query);
    }

    [Fact]
    public async Task Many_values_are_asked_for_in_addresses_that_Exact_takes()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Rows(""));
        var keys = Enumerable.Range(0, 200).Select(i => (FilterValue)new Guid(i, 0, 0, new byte[8]));

        await bench.Books.SalesEntries.ReadAnyOf("EntryID", keys).ToListAsync();

        Assert.All(bench.ApiRequests, request => Assert.True(request.Raw.Length < 6000));
        Assert.Equal(200, bench.ApiRequests.Sum(request => request.Query.Split("EntryID eq guid").Length - 1));
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_not_sent()
    {
        await using var bench = await StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await bench.Books.Journals.Read(Filter.Eq("Description", new string('x', 6000))).ToListAsync()
        );
        Assert.Empty(bench.ApiRequests);
    }

    [Fact]
    public async Task Writes_carry_the_exact_bytes_and_ask_for_what_was_stored()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(
            Reply.Json($$$"""{"d":{"EntryID":"{{{Id}}}","EntryNumber":26700124}}""", 201),
            new Reply(204),
            new Reply(204)
        );

        var entry = await bench.Books.SalesEntries.Create("""{"Journal":"70", "x":1.10}"""u8.ToArray());
        await bench.Books.SalesEntries.Update(entry.EntryID, new JsonObject { ["YourRef"] = "2026/1" });
        await bench.Books.SalesEntries.Delete(entry.EntryID);

        var address = $"/api/v1/{Code}/salesentry/SalesEntries";
        Assert.Collection(
            bench.ApiRequests,
            post =>
            {
                Assert.Equal(("POST", address, """{"Journal":"70", "x":1.10}"""), (post.Verb, post.Path, post.Body));
                Assert.Equal(
                    ("return=representation", "application/json", ""),
                    (post.Header("Prefer"), post.Header("Content-Type"), post.Header("Expect"))
                );
            },
            put =>
                Assert.Equal(
                    ("PUT", $"{address}(guid'{Id}')", """{"YourRef":"2026/1"}"""),
                    (put.Verb, put.Path, put.Body)
                ),
            delete => Assert.Equal(("DELETE", $"{address}(guid'{Id}')", ""), (delete.Verb, delete.Path, delete.Body))
        );
    }

    [Theory]
    [InlineData("""{"d":{"UserHasRights":true}}""", true)]
    [InlineData("""{"d":false}""", false)]
    [InlineData("""{"d":{"results":[{"__metadata":{"uri":"u"},"Allowed":true}]}}""", true)]
    [InlineData("true", true)]
    public async Task Rights_are_read_in_every_envelope(string body, bool expected)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Json(body));

        Assert.Equal(expected, await bench.Books.UserHasRights("salesentry/SalesEntries", "POST"));
        Assert.Equal("?endpoint='salesentry/SalesEntries'&action='POST'", Assert.Single(bench.ApiRequests).Query);
    }

    [Fact]
    public async Task A_sync_can_begin_at_a_date()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Rows("""{"API":"TransactionLines","TimeStampAsBigInt":"493115"}"""));

        Assert.Equal(493115, await bench.Books.SyncTimestamp("TransactionLines", new DateOnly(2026, 1, 1)));
        Assert.Equal(
            "?modified=datetime'2026-01-01T00:00:00'&endPoint='TransactionLines'",
            Assert.Single(bench.ApiRequests).Query
        );
    }

    [Theory]
    [InlineData(200, 200, "7 8")]
    [InlineData(403, 200, "9")]
    [InlineData(404, 403, "5")]
    public async Task Divisions_come_from_the_list_that_the_user_may_see(int hrm, int system, string expected)
    {
        await using var bench = await StartAsync();
        bench.Server.On = request =>
            Task.FromResult(
                request.Path.Split('/')[^2] switch
                {
                    "current" => Rows("""{"CurrentDivision":5,"FullName":"A. Clerk"}"""),
                    "hrm" when hrm == 200 => Rows("""{"Code":7,"Status":0},{"Code":8,"Status":1}"""),
                    "hrm" => Error(hrm, "Forbidden"),
                    _ when system == 200 => Rows(
                        """{"Code":9,"Status":1,"DivisionMoveDate":"/Date(1351209600000)/"}"""
                    ),
                    _ => Error(system, "Forbidden"),
                }
            );

        var divisions = await bench.Client.Divisions();

        Assert.Equal(expected, string.Join(' ', divisions.Select(division => division.Code)));
        Assert.Equal(expected == "7 8" ? 1 : 0, divisions.Count(division => division.IsClosed));
    }

    [Fact]
    public async Task An_unknown_failure_of_the_list_of_divisions_is_not_taken_for_a_missing_right()
    {
        await using var bench = await StartAsync();
        bench.Server.On = request =>
            Task.FromResult(
                request.Path.EndsWith("Me", StringComparison.Ordinal)
                    ? Rows("""{"CurrentDivision":5}""")
                    : new Reply(503)
            );

        await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Client.Divisions());
    }
}
