namespace Bookonce.Clients.Tests.ExactOnline;

/// <summary>How old an unanswered request is must not hang on the clock of one's own machine.</summary>
public sealed class ExactClockTests
{
    static readonly DateTimeOffset Here = ExactBench.At("10:00:00");

    [Fact]
    public async Task Until_an_answer_told_its_time_the_service_is_taken_to_have_the_machines()
    {
        await using var bench = await ExactBench.StartAsync(new SetClock(Here));

        Assert.Equal(Here, bench.Client.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_answer_tells_what_time_the_service_has_and_setting_the_machines_clock_changes_nothing()
    {
        var clock = new SetClock(Here);
        await using var bench = await ExactBench.StartAsync(clock);
        var there = Here.AddMinutes(-7);
        bench.Server.On = _ => Task.FromResult(ExactBench.Rows("").With("Date", $"{there:R}"));

        await bench.Read();
        Assert.Equal(there, bench.Client.Clock.GetUtcNow());

        clock.SetTo(Here.AddHours(3));
        Assert.Equal(there, bench.Client.Clock.GetUtcNow());

        clock.Elapse(TimeSpan.FromMinutes(2));
        Assert.Equal(there.AddMinutes(2), bench.Client.Clock.GetUtcNow());
    }

    /// <summary>A clock that can be set without time passing.</summary>
    sealed class SetClock(DateTimeOffset start) : TimeProvider
    {
        DateTimeOffset now = start;
        long elapsed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => now;

        public override long GetTimestamp() => elapsed;

        public void SetTo(DateTimeOffset time) => now = time;

        public void Elapse(TimeSpan time) => (now, elapsed) = (now + time, elapsed + time.Ticks);
    }
}
