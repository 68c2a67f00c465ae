namespace Bookonce.Simulation.Time;

/// <summary>The time of a world. It stands still until nobody has anything left to do, then goes to its next timer.</summary>
sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    readonly PriorityQueue<Alarm, (long Due, long Order)> alarms = new();
    readonly int thread = Environment.CurrentManagedThreadId;
    long order;

    public DateTimeOffset Now { get; private set; } = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException("A timer left the thread of its world.");
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Does something at a moment, or at once when that has passed.</summary>
    public void At(DateTimeOffset moment, Action act) =>
        CreateTimer(_ => act(), null, moment > Now ? moment - Now : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    /// <summary>Goes to the next timer and fires it; false when none is left before the end.</summary>
    public bool GoOn(DateTimeOffset end)
    {
        while (alarms.TryPeek(out var alarm, out var due))
        {
            if (due.Due > end.UtcTicks)
                break;
            alarms.Dequeue();
            if (alarm.Place != due)
                continue;

            Now = due.Due > Now.UtcTicks ? new DateTimeOffset(due.Due, TimeSpan.Zero) : Now;
            alarm.Fire();
            return true;
        }

        Now = end > Now ? end : Now;
        return false;
    }

    sealed class Alarm(VirtualTime time, Action ring) : ITimer
    {
        TimeSpan period = Timeout.InfiniteTimeSpan;

        /// <summary>Where it stands in the queue; what stands elsewhere is stale.</summary>
        public (long Due, long Order)? Place { get; private set; }

        public void Fire()
        {
            Place = null;
            if (period > TimeSpan.Zero)
                Change(period, period);
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Place = null;
            if (dueTime < TimeSpan.Zero || dueTime > DateTimeOffset.MaxValue - time.Now)
                return true;

            var place = ((time.Now + dueTime).UtcTicks, ++time.order);
            Place = place;
            time.alarms.Enqueue(this, place);
            return true;
        }

        public void Dispose() => Place = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
