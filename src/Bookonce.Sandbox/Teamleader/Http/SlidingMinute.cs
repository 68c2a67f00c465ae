namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>
/// Counts calls over the last sixty seconds. Refused calls count too, so that a client that hammers on stays shut out.
/// </summary>
internal sealed class SlidingMinute(int limit, TimeProvider clock)
{
    static readonly TimeSpan Width = TimeSpan.FromMinutes(1);
    readonly Lock _gate = new();
    readonly Queue<DateTimeOffset> _calls = [];

    /// <summary>Where a call leaves the budget.</summary>
    /// <param name="Allowed">Whether it may go on.</param>
    /// <param name="Remaining">Calls left.</param>
    /// <param name="Reset">When the oldest call leaves the window or, over the limit, when a call can succeed again.</param>
    public sealed record Standing(bool Allowed, int Limit, int Remaining, DateTimeOffset Reset);

    public Standing Count()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            while (_calls.TryPeek(out var oldest) && oldest + Width <= now)
                _calls.Dequeue();
            var allowed = _calls.Count < limit;
            // Only the newest calls decide when the next one can succeed.
            if (!allowed)
                _calls.Dequeue();
            _calls.Enqueue(now);
            return new Standing(allowed, limit, limit - _calls.Count, _calls.Peek() + Width);
        }
    }
}
