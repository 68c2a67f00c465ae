using Bookonce.ExactOnline;
using Microsoft.Extensions.Time.Testing;
using static Bookonce.Clients.Tests.ExactOnline.ExactBench;

namespace Bookonce.Clients.Tests.ExactOnline;

public sealed class ExactOutcomeTests
{
    public static TheoryData<int, string, string, Outcome> Answers =>
        new()
        {
            { 400, Json("Error processing request stream."), "application/json", Outcome.Refused },
            { 403, Json("Forbidden"), "application/json", Outcome.Refused },
            { 404, "", "application/json", Outcome.Refused },
            { 405, "", "application/json", Outcome.Refused },
            { 429, "", "application/json", Outcome.Refused },
            {
                500,
                Json("Ongeldig: Klant (Type)\\r\\nVerplicht: Betalingsconditie"),
                "application/json",
                Outcome.Refused
            },
            { 500, Json("Period is closed: 2023 - 4"), "application/json", Outcome.Refused },
            { 500, Json("In gebruik: Boekstuknummer"), "application/json", Outcome.Refused },
            {
                500,
                Json("A problem has occurred. The cause of this issue will be investigated as soon as possible."),
                "application/json",
                Outcome.Unknown
            },
            { 500, "", "application/json", Outcome.Unknown },
            { 503, "<html>Maintenance</html>", "text/html", Outcome.Unknown },
            { 403, "<html>Blocked by the gateway</html>", "text/html", Outcome.Unknown },
            { 408, "", "application/json", Outcome.Unknown },
            { 302, "", "application/json", Outcome.Unknown },
            { 200, "<html>Sign in</html>", "text/html", Outcome.Unknown },
            { 201, "{\"d\":", "application/json", Outcome.Unknown },
            { 201, "", "application/json", Outcome.Unknown },
            { 599, "timeout", "text/plain", Outcome.Unknown },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_write_is_sent_once_and_ends_refused_or_unknown(
        int status,
        string body,
        string type,
        Outcome expected
    )
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(status, body, type));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal((expected, status), (failure.Outcome, failure.Status));
        Assert.DoesNotContain('<', failure.Messages);
        Assert.Single(bench.ApiRequests);
    }

    [Fact]
    public async Task A_write_whose_connection_breaks_is_unknown_and_not_repeated()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Dropped);

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal((Outcome.Unknown, null, true), (failure.Outcome, failure.Status, failure.IsTransient));
        Assert.Single(bench.ApiRequests);
    }

    [Fact]
    public async Task A_delete_on_a_used_connection_that_breaks_is_not_repeated_by_the_framework()
    {
        await using var bench = await StartAsync();
        bench.Server.On = request => Task.FromResult(request.Verb == "GET" ? Rows("") : Reply.Dropped);
        await bench.Read();

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Books.SalesEntries.Delete(Guid.Empty));

        Assert.Equal(Outcome.Unknown, failure.Outcome);
        Assert.Single(bench.ApiRequests, request => request.Verb == "DELETE");
    }

    [Fact]
    public async Task A_write_that_takes_too_long_is_unknown()
    {
        var clock = new FakeTimeProvider(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        using var silence = new SemaphoreSlim(0);
        bench.Server.On = async _ =>
        {
            clock.Advance(bench.Settings.Timeout);
            await silence.WaitAsync();
            return Reply.Dropped;
        };

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal(Outcome.Unknown, failure.Outcome);
        silence.Release();
    }

    [Fact]
    public async Task A_write_to_a_server_that_is_not_there_was_certainly_not_done()
    {
        await using var bench = await StartAsync();
        await bench.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal((Outcome.Refused, null, true), (failure.Outcome, failure.Status, failure.IsTransient));
    }

    [Fact]
    public async Task Cancelling_does_not_give_up_the_answer_of_a_write_that_was_sent()
    {
        await using var bench = await StartAsync();
        using var cancellation = new CancellationTokenSource();
        bench.Server.On = async _ =>
        {
            await cancellation.CancelAsync();
            return Reply.Json(
                """{"d":{"EntryID":"0a1b2c3d-0000-0000-0000-000000000001","EntryNumber":26700124}}""",
                201
            );
        };

        Assert.Equal(26700124, (await bench.Write(cancellation.Token)).EntryNumber);
    }

    [Fact]
    public async Task A_read_is_tried_again_with_growing_pauses()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        bench.Server.Script(new Reply(503), new Reply(599), new Reply(408), Rows("""{"Code":"70"}"""));

        Assert.Equal("70", Assert.Single(await bench.Read()).Code);
        Assert.Equal([1, 4, 16], clock.Pauses.Select(pause => (int)pause.TotalSeconds));
        Assert.Equal([1, 2, 3, 4], bench.Calls.Select(call => call.Attempt));
    }

    [Fact]
    public async Task A_read_that_fails_for_good_fails_after_as_many_tries_as_set()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(503));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);

        Assert.Equal((503, true), (failure.Status, failure.IsTransient));
        Assert.Equal(1 + bench.Settings.ReadRetries.Count, bench.ApiRequests.Count());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_read_that_is_refused_is_not_tried_again(int status)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Error(status, "No.").With("Reason", "NoDivisionAccess").With("X-Request-Id", "r-1"));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);

        Assert.Equal(
            (status, "NoDivisionAccess", "r-1", "No."),
            (failure.Status, failure.VendorCode, failure.RequestId, failure.Messages)
        );
        Assert.Single(bench.ApiRequests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"d":null}""")]
    [InlineData("""{"d":{"results":null}}""")]
    [InlineData("""{"d":[{"Code":7}]}""")]
    public async Task A_read_that_cannot_be_understood_never_looks_empty(string body)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Json(body));

        await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);
    }

    [Fact]
    public async Task Observers_see_the_path_without_query_and_key()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(204));
        await bench.Books.SalesEntries.Delete(Guid.Empty);

        var call = Assert.Single(bench.Calls);
        Assert.Equal(
            ("DELETE", "salesentry/SalesEntries", 204, Code),
            (call.Verb, call.Path, call.Status, call.Division)
        );
        Assert.Equal(1, bench.Client.CallsMade);
    }

    private static string Json(string text) =>
        $$$$"""{"error":{"code":"","message":{"lang":"","value":"{{{{text}}}}"}}}""";
}
