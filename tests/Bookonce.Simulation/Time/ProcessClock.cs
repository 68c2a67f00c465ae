namespace Bookonce.Simulation.Time;

/// <summary>
/// The clock of the machine that the engine runs on. It may be set forward or back, which no timer notices; and it dies
/// with the process.
/// </summary>
sealed class ProcessClock(VirtualTime time, Func<TimeSpan> offset) : TimeProvider
{
    bool isDead;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.Now + offset();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(
            given =>
            {
                if (!isDead)
                    callback(given);
            },
            state,
            dueTime,
            period
        );

    public void Die() => isDead = true;
}
