using Bookonce.ExactOnline;
using static Bookonce.Clients.Tests.ExactOnline.ExactBench;

namespace Bookonce.Clients.Tests.ExactOnline;

public sealed class ExactBudgetTests
{
    [Fact]
    public async Task What_the_headers_state_is_the_budget()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Stating(Rows(""), minute: 41, day: 4321));

        await bench.Read();

        var expected = new DivisionBudget(
            new Budget(60, 41, At("10:01:00")),
            new Budget(5000, 4321, At("00:00:00").AddDays(1))
        );
        Assert.Equal(expected, bench.Client.Budget(Code));
        Assert.Null(bench.Client.Budget(99).Day.Left);
    }

    [Fact]
    public async Task With_the_minute_used_up_the_next_call_waits_for_its_reset()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        bench.Server.Script(Stating(Rows(""), minute: 0, day: 100), Stating(Rows(""), minute: 59, day: 99));

        await bench.Read();
        Assert.Empty(clock.Pauses);
        await bench.Read();

        Assert.Equal(At("10:01:01"), Assert.Single(bench.Waits));
        Assert.Equal(At("10:01:01"), clock.Now);
    }

    [Theory]
    [InlineData("08:00:30", "08:01:31")]
    [InlineData("12:00:30", "12:01:31")]
    public async Task A_clock_that_is_wrong_by_hours_makes_nobody_wait_longer_than_a_minute_or_ask_too_early(
        string now,
        string until
    )
    {
        var clock = new LeapingClock(At(now));
        await using var bench = await StartAsync(clock);
        bench.Server.Script(Stating(Rows(""), minute: 0, day: 100), Stating(Rows(""), minute: 59, day: 99));

        await bench.Read();
        await bench.Read();

        Assert.Equal([At(until)], bench.Waits);
    }

    [Fact]
    public async Task Another_division_does_not_wait()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        bench.Server.Script(Stating(Rows(""), minute: 0, day: 100));

        await bench.Read();
        await bench.Client.Division(7).Journals.Read().ToListAsync();

        Assert.Empty(clock.Pauses);
    }

    [Fact]
    public async Task With_the_day_used_up_nothing_is_sent_until_tomorrow()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        bench.Server.Script(Stating(Rows(""), minute: 30, day: 0));
        await bench.Read();

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        var tomorrow = At("00:00:01").AddDays(1);
        Assert.Equal(
            (true, Outcome.Refused, tomorrow),
            (failure.IsBudgetSpent, failure.Outcome, failure.ResumesAt!.Value)
        );
        Assert.Single(bench.ApiRequests);

        clock.Now = tomorrow;
        bench.Stored = Pair("first", clock.Now);
        await bench.Read();
    }

    [Fact]
    public async Task An_unanswered_call_counts_too()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Stating(Rows(""), minute: 2, day: 100), Reply.Dropped);
        await bench.Read();

        await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal((1, 99), (bench.Client.Budget(Code).Minute.Left, bench.Client.Budget(Code).Day.Left));
    }

    [Fact]
    public async Task A_read_answered_429_waits_for_the_reset_that_it_states()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        bench.Server.Script(Minute(new Reply(429), left: 0), Rows(""));

        await bench.Read();

        Assert.Equal(At("10:01:01"), Assert.Single(bench.Waits));
    }

    [Fact]
    public async Task A_read_answered_429_without_headers_waits_for_the_next_full_minute()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        bench.Server.Script(new Reply(429), Rows(""));

        await bench.Read();

        Assert.Equal(At("10:01:01"), Assert.Single(bench.Waits));
    }

    [Fact]
    public async Task A_read_answered_429_gives_up_after_as_many_tries_as_set()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(new Reply(429));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);

        Assert.Equal((429, true, false), (failure.Status, failure.IsTransient, failure.IsBudgetSpent));
        Assert.Equal(1 + bench.Settings.ReadRetries.Count, bench.ApiRequests.Count());
    }

    [Fact]
    public async Task A_write_answered_429_is_refused_and_tells_when_to_go_on()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Minute(new Reply(429), left: 0));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal(
            (Outcome.Refused, At("10:01:01"), false),
            (failure.Outcome, failure.ResumesAt!.Value, failure.IsBudgetSpent)
        );
        Assert.Single(bench.ApiRequests);
    }

    [Fact]
    public async Task A_429_of_the_day_is_not_waited_for()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Day(new Reply(429), left: 0));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);

        Assert.Equal((true, At("00:00:01").AddDays(1)), (failure.IsBudgetSpent, failure.ResumesAt!.Value));
        Assert.Single(bench.ApiRequests);
    }

    [Fact]
    public async Task Requests_go_one_at_a_time()
    {
        await using var bench = await StartAsync();
        bench.Server.On = async _ =>
        {
            await Task.Yield();
            return Rows("");
        };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(bench.Read)));

        Assert.Equal((1, 20L), (bench.Server.MostAtOnce, bench.Client.CallsMade));
    }

    private static Reply Stating(Reply reply, int minute, int day) => Day(Minute(reply, minute), day);

    private static Reply Minute(Reply reply, int left) =>
        reply
            .With("X-RateLimit-Minutely-Limit", 60)
            .With("X-RateLimit-Minutely-Remaining", left)
            .With("X-RateLimit-Minutely-Reset", At("10:01:00").ToUnixTimeMilliseconds());

    private static Reply Day(Reply reply, int left) =>
        reply
            .With("X-RateLimit-Limit", 5000)
            .With("X-RateLimit-Remaining", left)
            .With("X-RateLimit-Reset", At("00:00:00").AddDays(1).ToUnixTimeMilliseconds());
}
