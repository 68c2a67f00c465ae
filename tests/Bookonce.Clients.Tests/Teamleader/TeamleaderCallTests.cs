using System.Text.Json.Nodes;
using Bookonce.Teamleader;
using static Bookonce.Clients.Tests.Teamleader.TeamleaderBench;

namespace Bookonce.Clients.Tests.Teamleader;

public sealed class TeamleaderCallTests
{
    [Theory]
    [InlineData(400, "application/json", Outcome.Refused)]
    [InlineData(403, "application/json", Outcome.Refused)]
    [InlineData(422, "application/json", Outcome.Refused)]
    [InlineData(429, "application/json", Outcome.Refused)]
    [InlineData(403, "text/html", Outcome.Unknown)]
    [InlineData(408, "application/json", Outcome.Unknown)]
    [InlineData(500, "application/json", Outcome.Unknown)]
    [InlineData(502, "text/html", Outcome.Unknown)]
    public async Task A_write_is_sent_once_and_ends_refused_or_unknown(int status, string type, Outcome expected)
    {
        await using var bench = await StartAsync();
        var body =
            type == "text/html"
                ? "<html>no</html>"
                : """{"errors":[{"code":7,"title":"x must be <b>valid</b>"},{"title":"y must be present"}]}""";
        bench.Server.Script(new Reply(status, body, type).With("X-Request-Id", "r-1"));

        var failure = await Assert.ThrowsAsync<TeamleaderException>(() =>
            bench.Client.Call("invoices.registerPayment", [])
        );

        Assert.Equal((expected, status, "r-1"), (failure.Outcome, failure.Status, failure.RequestId));
        if (type == "application/json")
            Assert.Equal(("7", "x must be valid\ny must be present"), (failure.VendorCode, failure.Messages));
        Assert.Single(bench.ApiRequests);
    }

    [Fact]
    public async Task A_write_whose_connection_breaks_is_unknown_and_not_repeated()
    {
        await using var bench = await StartAsync();
        bench.Server.On = request =>
            Task.FromResult(
                request.Path.EndsWith("me", StringComparison.Ordinal) ? Data("""{"id":"u"}""") : Reply.Dropped
            );
        await bench.Client.Users.Me();

        var failure = await Assert.ThrowsAsync<TeamleaderException>(() => bench.Client.Call("invoices.book"));

        Assert.Equal((Outcome.Unknown, null), (failure.Outcome, failure.Status));
        Assert.Single(bench.ApiRequests, request => request.Path.EndsWith("book", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_read_is_tried_again_with_growing_pauses()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(502), new Reply(500), new Reply(200, "<html>", "text/html"), Data("[]"));

        await bench.Client.Departments.List();

        Assert.Equal([1, 4, 16], bench.Clock.Pauses.Select(pause => (int)pause.TotalSeconds));
        Assert.Equal(["departments.list"], bench.Calls.Select(call => call.Path).Distinct());
    }

    [Theory]
    [InlineData(404, "{}", true)]
    [InlineData(400, """{"errors":[{"code":0,"title":"id invalid uuid","status":400,"meta":{"field":"id"}}]}""", true)]
    [InlineData(400, """{"errors":[{"title":"filter must be valid","meta":{"field":"filter"}}]}""", false)]
    [InlineData(403, "{}", false)]
    public async Task What_is_gone_is_told_from_what_is_refused(int status, string body, bool gone)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Json(body, status));

        var failure = await Assert.ThrowsAsync<TeamleaderException>(() => bench.Client.Invoices.Info("x"));

        Assert.Equal((gone, Outcome.Refused, false), (failure.IsGone, failure.Outcome, failure.IsTransient));
        Assert.Single(bench.ApiRequests);
    }

    [Theory]
    [InlineData("2026-03-02T10:00:20.250+0100")]
    [InlineData("2026-03-02T09:00:20.250+00:00")]
    [InlineData("1772442020250")]
    public async Task With_the_allowance_used_up_the_next_call_waits_for_its_return(string reset)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Stating(Data("[]"), left: 0, reset), Stating(Data("[]"), left: 3, reset));

        await bench.Client.Departments.List();
        Assert.Equal(new Budget(200, 0, At("09:00:20.250")), bench.Client.Budget);
        await bench.Client.Departments.List();

        Assert.Equal(At("09:00:21.250"), Assert.Single(bench.Waits));
        Assert.Equal((3, 2L), (bench.Client.Budget.Left, bench.Client.CallsMade));
    }

    [Theory]
    [InlineData("2026-03-02T09:00:20+00:00")]
    [InlineData("1772442020")]
    public async Task A_reset_to_the_second_is_read_in_every_style(string reset)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Stating(Data("[]"), left: 5, reset));

        await bench.Client.Departments.List();

        Assert.Equal(new Budget(200, 5, At("09:00:20")), bench.Client.Budget);
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "2026-03-02T09:00:20+00:00", "09:00:21")]
    [InlineData("Retry-After", "30", "09:00:31")]
    [InlineData("X-Nothing", "0", "09:01:01")]
    public async Task A_read_answered_429_waits_as_told(string header, string value, string until)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(429).With(header, value), Data("[]"));

        await bench.Client.Departments.List();

        Assert.Equal(At(until), Assert.Single(bench.Waits));
    }

    [Fact]
    public async Task A_write_answered_429_tells_when_to_go_on()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(429).With("Retry-After", 30));

        var failure = await Assert.ThrowsAsync<TeamleaderException>(() => bench.Client.Call("invoices.book"));

        Assert.Equal(
            (Outcome.Refused, true, At("09:00:31")),
            (failure.Outcome, failure.IsTransient, failure.ResumesAt!.Value)
        );
    }

    [Fact]
    public async Task Every_call_is_a_POST_of_json_in_the_pinned_version()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(204));

        Assert.Null(await bench.Client.Call("invoices.book", new JsonObject { ["id"] = "i", ["on"] = "2026-03-02" }));

        var request = Assert.Single(bench.ApiRequests);
        Assert.Equal(
            ("POST", "/api/invoices.book", """{"id":"i","on":"2026-03-02"}"""),
            (request.Verb, request.Path, request.Body)
        );
        Assert.Equal(
            ("2023-09-26", "application/json", ""),
            (request.Header("X-Api-Version"), request.Header("Content-Type"), request.Header("Expect"))
        );
    }

    private static Reply Stating(Reply reply, int left, string reset) =>
        reply.With("X-RateLimit-Limit", 200).With("X-RateLimit-Remaining", left).With("X-RateLimit-Reset", reset);
}
