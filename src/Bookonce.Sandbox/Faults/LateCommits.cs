namespace Bookonce.Sandbox.Faults;

/// <summary>Calls whose clients gave up, waiting for their moment by the sandbox's clock.</summary>
internal sealed class LateCommits(TimeProvider clock) : IDisposable
{
    readonly Lock _gate = new();
    readonly List<ITimer> _timers = [];
    readonly List<Task> _running = [];

    public void Add(TimeSpan after, Func<Task> carryOut)
    {
        lock (_gate)
        {
            ITimer? timer = null;
            timer = clock.CreateTimer(
                _ =>
                {
                    lock (_gate)
                    {
                        if (timer is null || !_timers.Remove(timer))
                            return;
                        _running.RemoveAll(task => task.IsCompleted);
                        _running.Add(Task.Run(carryOut));
                        timer.Dispose();
                    }
                },
                state: null,
                after,
                Timeout.InfiniteTimeSpan
            );
            _timers.Add(timer);
        }
    }

    /// <summary>Done when what has fallen due is carried out.</summary>
    public Task Settled()
    {
        lock (_gate)
            return Task.WhenAll(_running);
    }

    /// <summary>Forgets what has not fallen due.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _timers)
                timer.Dispose();
            _timers.Clear();
        }
    }
}
