using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class LimitTests
{
    [Fact]
    public async Task Every_answer_of_an_administration_carries_six_headers()
    {
        await using var caller = await Caller.Start(new());
        var reply = await caller.Get("financial/Journals");
        Assert.Equal(
            ("60", "59", "5000", "4999"),
            (
                reply.Headers["X-RateLimit-Minutely-Limit"],
                reply.Headers["X-RateLimit-Minutely-Remaining"],
                reply.Headers["X-RateLimit-Limit"],
                reply.Headers["X-RateLimit-Remaining"]
            )
        );
        Assert.Equal("1772442060000", reply.Headers["X-RateLimit-Minutely-Reset"]);
        Assert.Equal("1772496000000", reply.Headers["X-RateLimit-Reset"]);
    }

    [Fact]
    public async Task The_minute_is_the_clocks_and_its_429_is_empty_with_its_own_headers_only()
    {
        await using var caller = await Caller.Start(new() { CallsPerMinute = 2 });
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(50));
        await caller.Get("financial/Journals");
        await caller.Get("financial/Journals");
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(9));
        var reply = await caller.Get("financial/Journals");
        Assert.Equal((429, ""), (reply.Status, reply.Text));
        Assert.Equal("0", reply.Headers["X-RateLimit-Minutely-Remaining"]);
        Assert.DoesNotContain("X-RateLimit-Remaining", reply.Headers.Keys);

        caller.Books.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await caller.Get("financial/Journals")).Status);
    }

    [Fact]
    public async Task The_day_ends_at_midnight_of_utc()
    {
        await using var caller = await Caller.Start(new() { CallsPerDay = 1 });
        await caller.Get("financial/Journals");
        var reply = await caller.Get("financial/Journals");
        Assert.Equal(429, reply.Status);
        Assert.Equal("0", reply.Headers["X-RateLimit-Remaining"]);
        Assert.DoesNotContain("X-RateLimit-Minutely-Remaining", reply.Headers.Keys);

        caller.Books.Clock.Advance(TimeSpan.FromHours(15));
        await caller.Refresh();
        Assert.Equal(200, (await caller.Get("financial/Journals")).Status);
    }

    [Fact]
    public async Task Me_counts_nowhere()
    {
        await using var caller = await Caller.Start(new() { CallsPerDay = 1, CallsPerMinute = 1 });
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await caller.Get("current/Me")).Status);
        Assert.Equal(200, (await caller.Get("financial/Journals")).Status);
    }

    [Theory]
    [InlineData(BlockedAnswer.TooManyRequests, 429)]
    [InlineData(BlockedAnswer.Forbidden, 403)]
    public async Task More_than_ten_errors_in_an_hour_block_that_endpoint_for_an_hour(BlockedAnswer answer, int status)
    {
        await using var caller = await Caller.Start(new() { Switches = new() { BlockedAnswer = answer } });
        for (var i = 0; i < 11; i++)
            Assert.Equal(400, (await caller.Get("financial/Journals?$select=Nonsense")).Status);
        Assert.Equal(status, (await caller.Get("financial/Journals")).Status);
        Assert.Equal(200, (await caller.Get("financial/GLAccounts")).Status);

        caller.Books.Clock.Advance(TimeSpan.FromHours(1));
        await caller.Refresh();
        Assert.Equal(200, (await caller.Get("financial/Journals")).Status);
    }

    [Fact]
    public async Task An_administration_that_is_not_ours_is_forbidden_with_its_reason()
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Get(new Uri(caller.Url, "api/v1/999/financial/Journals").ToString());
        Assert.Equal((403, "NoDivisionAccess"), (reply.Status, reply.Headers["Reason"]));
    }
}
