namespace Bookonce.Sandbox.Host;

/// <summary>A clock that stands still until it is told to go on. Timers made on it fire while it goes.</summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    readonly Lock _gate = new();
    readonly List<Alarm> _alarms = [];
    DateTimeOffset _now = start;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Goes on by a span of time; every timer that falls due on the way has fired, in order, when this returns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative or leads beyond the year 9999.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset target;
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - _now);
            target = _now + by;
        }
        while (NextBefore(target) is { } ring)
            ring();
    }

    /// <summary>Stands at a moment, whether earlier or later, without any timer firing; timers still waiting are dropped.</summary>
    public void Set(DateTimeOffset moment)
    {
        lock (_gate)
        {
            _alarms.Clear();
            _now = moment;
        }
    }

    Action? NextBefore(DateTimeOffset target)
    {
        lock (_gate)
        {
            if (_alarms.Where(alarm => alarm.Due <= target).MinBy(alarm => alarm.Due) is not { } next)
            {
                _now = target > _now ? target : _now;
                return null;
            }
            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                _alarms.Remove(next);
            return next.Ring;
        }
    }

    sealed class Alarm(VirtualClock clock, Action ring) : ITimer
    {
        public Action Ring { get; } = ring;
        public DateTimeOffset Due { get; set; }
        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
                Period = period;
                if (dueTime < TimeSpan.Zero || dueTime > DateTimeOffset.MaxValue - clock._now)
                    return true;
                Due = clock._now + dueTime;
                clock._alarms.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
