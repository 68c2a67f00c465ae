namespace Bookonce.ExactOnline;

/// <summary>
/// The service's own clock, as the <c>Date</c> of its last answer told it, carried on by a stopwatch that no change of this
/// machine's clock moves. Until an answer told it, this machine's clock. Whole seconds, since the header has no more.
/// Source: RFC 9110, section 6.6.1.
/// </summary>
internal sealed class ServiceClock(TimeProvider clock) : TimeProvider
{
    private Told? last;

    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref last) is { } told ? told.Date + clock.GetElapsedTime(told.At) : clock.GetUtcNow();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    public void Note(HttpResponseMessage response)
    {
        if (response.Headers.Date is { } date)
            Volatile.Write(ref last, new Told(date, clock.GetTimestamp()));
    }

    /// <param name="Date">What the answer said.</param>
    /// <param name="At">When it came, by the stopwatch.</param>
    private sealed record Told(DateTimeOffset Date, long At);
}
