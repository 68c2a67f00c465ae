using System.Net;
using System.Text;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.Host;

public sealed class ControlTests
{
    static readonly SandboxOptions Still = new() { World = WorldSize.Empty, VirtualClock = true };

    [Fact]
    public async Task A_virtual_clock_stands_still_until_it_is_advanced()
    {
        var clock = Visitor.NewClock();
        await using var visitor = await Visitor.Arrive(Still, clock);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            "2026-11-02T09:00:00+00:00",
            (await visitor.Get("/__sandbox/clock")).GetProperty("now").GetString()
        );
        using var moved = await visitor.Post("/__sandbox/clock", """{"advance":"00:10:00"}""");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 10, 0, TimeSpan.Zero), visitor.Host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_virtual_clock_ends_tokens_and_stands_in_the_Date_header()
    {
        await using var visitor = await Visitor.Arrive(Still);
        using var before = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await visitor.Host.Advance(TimeSpan.FromSeconds(601));
        using var after = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 10, 1, TimeSpan.Zero), after.Headers.Date);
    }

    [Fact]
    public async Task A_real_clock_cannot_be_moved()
    {
        await using var visitor = await Visitor.Arrive();
        using var refused = await visitor.Post("/__sandbox/clock", """{"advance":"00:10:00"}""");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("The clock is real", await refused.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"advance":"-00:10:00"}""")]
    [InlineData("""{"advance":"soon"}""")]
    [InlineData("""{"advance":"10000000.00:00:00"}""")]
    [InlineData("")]
    public async Task A_move_that_is_none_is_refused_with_a_reason(string json)
    {
        await using var visitor = await Visitor.Arrive(Still);
        using var refused = await visitor.Post("/__sandbox/clock", json);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("\"error\":", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_reset_brings_back_the_first_world()
    {
        await using var visitor = await Visitor.Arrive(Still with { World = WorldSize.Demo });
        var before = visitor.Books.Entries.Select(entry => (entry.Id, entry.EntryNumber)).ToList();
        using var booked = await visitor.Book("new");
        await visitor.Host.Advance(TimeSpan.FromMinutes(1));
        using var set = await visitor.Post("/__sandbox/switches", """{"exactOnline":{"entryId":"ignored"}}""");
        using var faults = await visitor.Post(
            "/__sandbox/faults",
            """{"rules":[{"kind":"requestTimeout","path":"x"}]}"""
        );
        Assert.Equal(before.Count + 1, visitor.Books.Entries.Count);

        using var reset = await visitor.Post("/__sandbox/reset", "");

        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(before, visitor.Books.Entries.Select(entry => (entry.Id, entry.EntryNumber)));
        Assert.Equal(Supplied.Honoured, visitor.Host.ExactState.Switches.EntryId);
        Assert.Empty(visitor.Host.Faults.Plan.Rules);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), visitor.Host.Clock.GetUtcNow());
        using var old = await visitor.Exact(HttpMethod.Get, "financial/Journals");
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
    }

    [Fact]
    public async Task Every_switch_of_both_services_is_listed_with_its_answers()
    {
        await using var visitor = await Visitor.Arrive();
        var switches = (await visitor.Get("/__sandbox/switches")).GetProperty("switches").EnumerateArray().ToList();
        Assert.Contains(switches, each => $"{each.GetProperty("service")}" == "teamleader");
        var number = switches.Single(each => $"{each.GetProperty("name")}" == "entryNumber");
        Assert.Equal("honoured", number.GetProperty("value").GetString());
        Assert.Equal(
            ["honoured", "ignored", "refused"],
            number.GetProperty("values").EnumerateArray().Select(each => each.GetString())
        );
    }

    [Fact]
    public async Task A_switch_set_over_HTTP_changes_what_the_service_does()
    {
        await using var visitor = await Visitor.Arrive();
        using var set = await visitor.Post(
            "/__sandbox/switches",
            """{"exactOnline":{"entryId":"ignored","higherNumberMovesCounter":false},"teamleader":{"largePage":"refused"}}"""
        );
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(Supplied.Ignored, visitor.Host.ExactState.Switches.EntryId);
        Assert.False(visitor.Host.ExactState.Switches.HigherNumberMovesCounter);
        Assert.Contains(visitor.Host.Switches.List(), each => each is { Name: "largePage", Value: "refused" });
    }

    [Theory]
    [InlineData("""{"exactOnline":{"entryId":"perhaps"}}""", "has no value 'perhaps'")]
    [InlineData("""{"exactOnline":{"noSwitch":"ignored"}}""", "There is no switch 'noSwitch'.")]
    [InlineData("""{"teamleader":{"largePage":null}}""", "is one of clamped, refused; not “null”")]
    [InlineData("""{"exact":{"a":"b"}}""", "neither exactOnline nor teamleader")]
    [InlineData("""{"exactOnline":""", "no JSON")]
    [InlineData("[]", "must be a JSON object")]
    public async Task A_misspelt_switch_is_refused_and_nothing_is_set(string json, string reason)
    {
        await using var visitor = await Visitor.Arrive();
        var before = visitor.Host.Switches.List();
        using var refused = await visitor.Post("/__sandbox/switches", json);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var text = System.Text.RegularExpressions.Regex.Unescape(await refused.Content.ReadAsStringAsync());
        Assert.Contains(reason, text);
        Assert.Equal(
            before,
            visitor.Host.Switches.List(),
            (one, other) => one.Name == other.Name && one.Value == other.Value
        );
    }

    [Fact]
    public async Task What_curl_sends_without_a_header_is_read_as_JSON()
    {
        await using var visitor = await Visitor.Arrive(Still);
        using var content = new StringContent(
            """{"advance":"00:10:00"}""",
            Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );
        using var moved = await visitor.Http.PostAsync(
            new Uri(visitor.Host.TeamleaderUrl, "/__sandbox/clock"),
            content
        );
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/__sandbox/clock")]
    [InlineData("/__sandbox/switches")]
    [InlineData("/__sandbox/faults")]
    public async Task Every_control_has_a_page_with_one_heading(string path)
    {
        await using var visitor = await Visitor.Arrive(Still);
        var page = await visitor.Page(path);
        Assert.Single(page.Split("<h1>").Skip(1));
    }

    [Fact]
    public async Task Changes_are_made_by_POST_only()
    {
        await using var visitor = await Visitor.Arrive();
        using var answer = await visitor.Http.GetAsync(new Uri(visitor.Host.ExactUrl, "/__sandbox/reset"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
