using System.Net;
using System.Text.Json;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Tests.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    static readonly SandboxOptions Still = new() { World = WorldSize.Empty, VirtualClock = true };

    static async Task<Visitor> Arrive(string rule, SandboxOptions? options = null)
    {
        var visitor = await Visitor.Arrive(options ?? Still);
        using var set = await visitor.Post("/__sandbox/faults", $$"""{"seed":1,"rules":[{{rule}}]}""");
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync());
        return visitor;
    }

    [Fact]
    public async Task An_answer_lost_before_the_commit_leaves_nothing_behind()
    {
        await using var visitor = await Arrive("""{"kind":"answerLostBeforeCommit","method":"POST"}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => visitor.Book("F1"));
        Assert.Empty(visitor.Refs);
    }

    [Fact]
    public async Task An_answer_lost_after_the_commit_leaves_an_entry_behind()
    {
        await using var visitor = await Arrive(
            """{"kind":"answerLostAfterCommit","path":"*/SalesEntries","calls":[2]}"""
        );
        using var first = await visitor.Book("F1");
        await Assert.ThrowsAsync<HttpRequestException>(() => visitor.Book("F2"));
        using var third = await visitor.Book("F3");
        Assert.Equal(["F1", "F2", "F3"], visitor.Refs);
        var fault = Assert.Single(visitor.Host.Faults.Injected);
        Assert.Equal((2, 201), (fault.Call, fault.CarriedOutWith));
    }

    [Fact]
    public async Task A_late_commit_arrives_by_the_sandboxes_clock()
    {
        await using var visitor = await Arrive(
            """{"kind":"lateCommit","method":"POST","after":"00:05:00","times":1}"""
        );
        await Assert.ThrowsAsync<HttpRequestException>(() => visitor.Book("F1"));
        using var second = await visitor.Book("F2");
        await visitor.Host.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(["F2"], visitor.Refs);
        await visitor.Host.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["F2", "F1"], visitor.Refs);
        Assert.Equal(201, visitor.Host.Faults.Injected[0].CarriedOutWith);
    }

    [Fact]
    public async Task A_late_commit_was_let_in_when_it_was_sent()
    {
        await using var visitor = await Arrive("""{"kind":"lateCommit","method":"POST","after":"00:30:00"}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => visitor.Book("F1"));
        await visitor.Host.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(["F1"], visitor.Refs);
    }

    [Fact]
    public async Task A_reset_drops_late_commits()
    {
        await using var visitor = await Arrive("""{"kind":"lateCommit","method":"POST"}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => visitor.Book("F1"));
        await visitor.Host.Reset();
        await visitor.Host.Advance(TimeSpan.FromHours(1));
        Assert.Empty(visitor.Refs);
    }

    [Theory]
    [InlineData("requestTimeout", HttpStatusCode.RequestTimeout, "text/html")]
    [InlineData("tooManyRequests", HttpStatusCode.TooManyRequests, null)]
    [InlineData("serviceUnavailable", HttpStatusCode.ServiceUnavailable, "text/html")]
    [InlineData("loginPage", HttpStatusCode.OK, "text/html")]
    public async Task Another_answer_takes_the_place_of_the_services(string kind, HttpStatusCode status, string? type)
    {
        await using var visitor = await Arrive($$"""{"kind":"{{kind}}"}""");
        using var answer = await visitor.Book("F1");
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(visitor.Refs);
    }

    [Fact]
    public async Task A_timeout_may_hide_a_call_that_was_carried_out()
    {
        await using var visitor = await Arrive("""{"kind":"requestTimeout","committed":true}""");
        using var answer = await visitor.Book("F1");
        Assert.Equal(HttpStatusCode.RequestTimeout, answer.StatusCode);
        Assert.Equal(["F1"], visitor.Refs);
    }

    [Fact]
    public async Task A_reset_connection_breaks_in_the_middle_of_the_answer()
    {
        await using var visitor = await Arrive("""{"kind":"connectionReset","method":"GET"}""");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => visitor.Exact(HttpMethod.Get, "financial/Journals"));
    }

    [Fact]
    public async Task A_slow_body_is_whole_in_the_end()
    {
        await using var visitor = await Arrive("""{"kind":"slowBody","method":"GET","after":"00:00:00"}""");
        using var answer = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotEqual(0, body.RootElement.GetProperty("d").GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Token_death_ends_all_access_to_one_service()
    {
        await using var visitor = await Arrive("""{"kind":"tokenDeath","calls":[2]}""");
        using var before = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        using var after = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task Somebody_types_the_entry_that_is_being_sent()
    {
        await using var visitor = await Arrive("""{"kind":"entryTyped","path":"*/SalesEntries"}""");
        using var answer = await visitor.Book("F1");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(["F1", "F1"], visitor.Refs);
        Assert.Equal("Collega Boekhouding", visitor.Books.Entries[0].Creator.FullName);
        Assert.Equal(121m, visitor.Books.Entries[0].AmountDC);
    }

    [Fact]
    public async Task Somebody_deletes_or_changes_an_entry_in_the_middle_of_a_run()
    {
        await using var visitor = await Arrive(
            """
            {"kind":"entryEdited","method":"GET","calls":[1],"entry":"first"},
            {"kind":"entryDeleted","method":"GET","calls":[2],"entry":"last"}
            """
        );
        using var first = await visitor.Book("F1");
        using var second = await visitor.Book("F2");
        using var read = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        Assert.EndsWith("(gewijzigd)", visitor.Books.Entries[0].Description);
        using var again = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        Assert.Equal(["F1"], visitor.Refs);
        Assert.StartsWith("Deleted", visitor.Host.Faults.Injected[1].Note);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_the_replay_gives_them_without_chance()
    {
        const string rule = """{"kind":"serviceUnavailable","probability":0.4}""";
        await using var visitor = await Arrive(rule);
        async Task<string> Run() =>
            string.Concat(
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 1)
                        .Select(async _ =>
                        {
                            var seen = "";
                            for (var call = 0; call < 20; call++)
                            {
                                using var answer = await visitor.Exact(HttpMethod.Get, "financial/Journals");
                                seen += answer.IsSuccessStatusCode ? '.' : 'x';
                            }
                            return seen;
                        })
                )
            );

        var first = await Run();
        var replay = (await visitor.Get("/__sandbox/faults")).GetProperty("replay").GetRawText();
        Assert.DoesNotContain("probability", replay);
        using var same = await visitor.Post("/__sandbox/faults", $$"""{"seed":1,"rules":[{{rule}}]}""");
        var second = await Run();
        using var again = await visitor.Post("/__sandbox/faults", replay);
        var third = await Run();
        using var other = await visitor.Post("/__sandbox/faults", $$"""{"seed":2,"rules":[{{rule}}]}""");

        Assert.Contains('x', first);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
        Assert.NotEqual(first, await Run());
    }

    [Fact]
    public async Task A_rule_falls_only_where_service_path_and_method_fit()
    {
        await using var visitor = await Arrive(
            """{"kind":"serviceUnavailable","service":"teamleader","path":"/invoices.*","method":"POST"}"""
        );
        using var exact = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        using var other = await visitor.Http.PostAsync(new Uri(visitor.Host.TeamleaderUrl, "/companies.list"), null);
        using var list = await visitor.Http.PostAsync(new Uri(visitor.Host.TeamleaderUrl, "/invoices.list"), null);
        Assert.Equal(HttpStatusCode.OK, exact.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, list.StatusCode);
    }

    [Theory]
    [InlineData("""{"rules":[{"kind":"earthquake"}]}""")]
    [InlineData("""{"rules":[{"kind":3}]}""")]
    [InlineData("""{"rules":[{"path":"*"}]}""")]
    [InlineData("""{"rules":[{"kind":"slowBody","propability":0.5}]}""")]
    [InlineData("""{"rules":[{"kind":"slowBody","probability":1.5}]}""")]
    [InlineData("""{"rules":[{"kind":"slowBody","calls":[0]}]}""")]
    [InlineData("""{"rules":[null]}""")]
    [InlineData("[1]")]
    public async Task A_plan_that_cannot_be_meant_is_refused(string plan)
    {
        await using var visitor = await Visitor.Arrive();
        using var refused = await visitor.Post("/__sandbox/faults", plan);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(visitor.Host.Faults.Plan.Rules);
    }

    [Fact]
    public async Task The_sandboxes_own_pages_never_go_wrong()
    {
        await using var visitor = await Arrive("""{"kind":"answerLostBeforeCommit"}""");
        Assert.Contains("answerLostBeforeCommit", await visitor.Page("/__sandbox/faults"));
    }
}
