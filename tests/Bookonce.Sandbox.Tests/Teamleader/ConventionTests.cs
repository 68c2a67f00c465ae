using System.Globalization;
using System.Net;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class ConventionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"filter":[],"page":null,"sort":{}}""")]
    public async Task A_list_answers_a_body_that_says_nothing(string body)
    {
        await using var account = await FocusAccount.Open();
        Assert.Equal(2, (await account.Data("departments.list", body)).GetArrayLength());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("[1]")]
    [InlineData("""{"filter":{"term":"\ud800"}}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("\"text\"")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        await using var account = await FocusAccount.Open();
        await account.Refused("departments.list", body);
    }

    [Fact]
    public async Task Unknown_filters_sorts_includes_and_fields_are_ignored()
    {
        await using var account = await FocusAccount.Open();
        var body =
            """{"filter":{"nmae":"x"},"sort":[{"field":"colour","order":"asc"}],"includes":"everything","include":3,"more":[]}""";
        Assert.Single((await account.Data("companies.list", body)).EnumerateArray());
        Assert.Single((await account.Data("companies.list", """{"sort":{"field":"name"}}""")).EnumerateArray());
        await account.Do("companies.update", $$"""{"id":"{{account.Company.Id}}","nmae":"x"}""");
        Assert.Equal("Bakkerij De Halm BV", account.State.Companies[0].Name);
    }

    [Theory]
    [InlineData("invoices.list", """{"filter":{"status":["paid"]}}""", "filter.status.0 must be valid")]
    [InlineData("invoices.list", """{"filter":{"status":"draft"}}""", "filter.status must be valid")]
    [InlineData("companies.list", """{"filter":{"status":["active"]}}""", "filter.status must be valid")]
    [InlineData(
        "invoices.list",
        """{"filter":{"invoice_date_after":"2026-13-01"}}""",
        "filter.invoice_date_after must be valid"
    )]
    [InlineData(
        "invoices.list",
        """{"filter":{"updated_since":"2026-03-02T08:00:00.123456+00:00"}}""",
        "filter.updated_since must be valid"
    )]
    [InlineData("invoices.list", """{"filter":{"ids":["12"]}}""", "filter.ids.0 invalid uuid")]
    [InlineData("invoices.list", """{"page":{"size":0}}""", "page.size must be valid")]
    [InlineData("invoices.list", """{"page":{"number":0}}""", "page.number must be valid")]
    public async Task A_known_key_with_an_invalid_value_is_refused(string endpoint, string body, string title)
    {
        await using var account = await FocusAccount.Open();
        Assert.Equal(title, (await account.Refused(endpoint, body)).Title);
    }

    [Fact]
    public async Task A_malformed_id_a_missing_id_and_an_unknown_id_differ()
    {
        await using var account = await FocusAccount.Open();
        Assert.Equal(("id invalid uuid", "id"), await account.Refused("invoices.info", """{"id":"12"}"""));
        Assert.Equal(("id must be present", "id"), await account.Refused("invoices.info", "{}"));
        await account.Refused("invoices.info", $$"""{"id":"{{account.Company.Id}}"}""", 404);
    }

    [Fact]
    public async Task An_unknown_endpoint_is_not_found()
    {
        await using var account = await FocusAccount.Open();
        await account.Refused("invoices.unbook", "{}", 404);
        await account.Refused("Invoices.list", "{}", 404);
        Assert.Equal(HttpStatusCode.NotFound, (await account.Http.GetAsync("/users.me")).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_told()
    {
        await using var account = await FocusAccount.Open(connected: false);
        await account.Refused("users.me", "{}", 401);
        account.Use("guess");
        await account.Refused("invoices.unbook", "{}", 401);
    }

    [Fact]
    public async Task A_page_has_twenty_rows_unless_asked_and_never_more_than_a_hundred()
    {
        await using var account = await FocusAccount.Open();
        for (var i = 0; i < 130; i++)
            account.PlantInvoice(new DateOnly(2026, 1, 1));
        Assert.Equal(20, await Rows("{}"));
        Assert.Equal(100, await Rows("""{"page":{"size":500,"number":1}}"""));
        Assert.Equal(30, await Rows("""{"page":{"size":100,"number":2}}"""));
        Assert.Equal(0, await Rows("""{"page":{"size":65,"number":3}}"""));
        Assert.Equal(0, await Rows("""{"page":{"size":100,"number":2147483647}}"""));
        Assert.False(
            (await account.Call("invoices.list", """{"includes":"pagination"}""")).TryGetProperty("meta", out _)
        );

        async Task<int> Rows(string body) => (await account.Data("invoices.list", body)).GetArrayLength();
    }

    [Fact]
    public async Task The_deprecated_GET_still_works_on_lists_and_infos()
    {
        await using var account = await FocusAccount.Open();
        for (var i = 0; i < 3; i++)
            account.PlantInvoice(new DateOnly(2026, 1, 1));
        var list = await account.Http.GetAsync(
            "/invoices.list?page[size]=2&page[number]=2&filter[status][]=outstanding&filter[updated_since]=2026-01-01T00:00:00%2B00:00"
        );
        Assert.Single((await FocusAccount.Json(list, 200)).GetProperty("data").EnumerateArray());
        var info = await account.Http.GetAsync($"/companies.info?id={account.Company.Id}");
        Assert.Equal(HttpStatusCode.OK, info.StatusCode);
    }

    [Fact]
    public async Task Every_answer_names_the_version_in_force_and_the_time_of_the_sandbox()
    {
        await using var account = await FocusAccount.Open();
        var answer = await account.Send("invoices.unbook", "{}");
        Assert.Equal("2023-09-26", Assert.Single(answer.Headers.GetValues("X-Api-Version")));
        Assert.Equal(account.Clock.GetUtcNow().ToString("R"), answer.Headers.Date?.ToString("R"));
    }

    [Fact]
    public async Task Calls_are_counted_over_a_sliding_minute_refused_ones_too()
    {
        await using var account = await FocusAccount.Open(new TeamleaderSandboxOptions { CallsPerMinute = 3 });
        var first = await account.Send("users.me", "");
        Assert.Equal(("3", "2"), (Header(first, "X-RateLimit-Limit"), Header(first, "X-RateLimit-Remaining")));
        Assert.Equal("2026-03-02T09:01:00.250+0100", Header(first, "X-RateLimit-Reset"));

        account.Clock.Advance(TimeSpan.FromSeconds(20));
        await account.Send("invoices.unbook", "");
        await account.Send("users.me", "");
        var refused = await account.Send("users.me", "");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Retry-After"));
        Assert.Equal("0", Header(refused, "X-RateLimit-Remaining"));

        var reset = DateTimeOffset.ParseExact(
            Header(refused, "X-RateLimit-Reset"),
            "yyyy-MM-dd'T'HH:mm:ss.fffzzz",
            CultureInfo.InvariantCulture
        );
        account.Clock.SetUtcNow(reset.AddMilliseconds(-1));
        await account.Refused("users.me", "", 429);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await account.Call("users.me");
    }

    [Fact]
    public async Task At_the_reset_moment_over_the_limit_a_call_succeeds()
    {
        await using var account = await FocusAccount.Open(new TeamleaderSandboxOptions { CallsPerMinute = 2 });
        await account.Send("users.me", "");
        await account.Send("users.me", "");
        account.Clock.Advance(TimeSpan.FromSeconds(30));
        var reset = Header(await account.Send("users.me", ""), "X-RateLimit-Reset");
        Assert.Equal("2026-03-02T09:01:00.250+0100", reset);
        account.Clock.Advance(TimeSpan.FromSeconds(30));
        await account.Call("users.me");
    }

    [Theory]
    [InlineData(ResetHeaderStyle.OffsetWithColon, "2026-03-02T08:01:01+00:00")]
    [InlineData(ResetHeaderStyle.UnixSeconds, "1772438461")]
    public async Task The_reset_header_has_other_styles_by_switch(ResetHeaderStyle style, string expected)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { ResetHeader = style });
        Assert.Equal(expected, Header(await account.Send("users.me", ""), "X-RateLimit-Reset"));
    }

    [Fact]
    public async Task A_busy_port_is_one_clear_exception()
    {
        await using var account = await FocusAccount.Open();
        var options = new TeamleaderSandboxOptions { Port = account.Url.Port };
        var refusal = await Assert.ThrowsAsync<IOException>(() =>
            TeamleaderSandbox.StartAsync(account.State, options, account.Clock, CancellationToken.None)
        );
        Assert.Contains($"port {account.Url.Port} is taken", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_thousand_documents_are_paged_by_date_in_order_and_without_gap()
    {
        await using var account = await FocusAccount.Open(new TeamleaderSandboxOptions { CallsPerMinute = 1000 });
        for (var i = 0; i < 20_000; i++)
            account.PlantInvoice(new DateOnly(2025, 1, 1).AddDays(i % 400));
        var seen = new List<(string Date, string Id)>();
        for (var page = 1; page <= 200; page++)
        {
            var body =
                $$$"""{"filter":{"invoice_date_after":"2025-01-01"},"sort":[{"field":"invoice_date","order":"asc"}],"page":{"size":100,"number":{{{page}}}}}""";
            foreach (var row in (await account.Data("invoices.list", body)).EnumerateArray())
                seen.Add((row.GetProperty("invoice_date").GetString()!, row.GetProperty("id").GetString()!));
        }
        Assert.Equal(20_000, seen.DistinctBy(row => row.Id).Count());
        Assert.Equal(seen.Select(row => row.Date).Order(StringComparer.Ordinal), seen.Select(row => row.Date));
    }

    static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
