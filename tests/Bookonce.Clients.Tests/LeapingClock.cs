namespace Bookonce.Clients.Tests;

/// <summary>
/// A clock on which nobody waits: a pause ends at once and moves the clock to its end. The long timers that guard a request against
/// silence are left alone.
/// </summary>
internal sealed class LeapingClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Guard = TimeSpan.FromHours(1);

    public static readonly TimeSpan RequestTimeout = Guard;

    public DateTimeOffset Now { get; set; } = start;

    /// <summary>Every pause that somebody made.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < Guard)
        {
            Pauses.Add(dueTime);
            Now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Silent();
    }

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
