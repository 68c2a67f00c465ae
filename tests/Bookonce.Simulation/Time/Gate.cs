namespace Bookonce.Simulation.Time;

/// <summary>Somebody who waits at the gate.</summary>
/// <param name="Who">A life of the engine.</param>
/// <param name="What">What is about to be done, or was just done.</param>
/// <param name="Point">Before or after.</param>
sealed record Waiting(int Who, string What, Point Point)
{
    readonly TaskCompletionSource opened = new();

    public Task Opened => opened.Task;

    /// <summary>Lets it go on, on this very thread, until it waits again or is done.</summary>
    public void Open() => opened.SetResult();
}

/// <summary>On which side of a step.</summary>
enum Point
{
    Before,
    After,
}

/// <summary>
/// Every call and every method of the store waits here, before and after, until the scheduler lets it go on. What is
/// killed here is never let go on: that is a crash.
/// </summary>
sealed class Gate
{
    readonly int thread = Environment.CurrentManagedThreadId;
    readonly List<Waiting> waiting = [];

    /// <summary>While it is open nobody waits: the world is being set up, or looked at.</summary>
    public bool IsOpen { get; set; } = true;

    public int Count => waiting.Count;

    public Task Pass(int who, string what, Point point)
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException($"{what} left the thread of its world.");
        if (IsOpen)
            return Task.CompletedTask;

        var one = new Waiting(who, what, point);
        waiting.Add(one);
        return one.Opened;
    }

    /// <summary>Takes one of those who wait.</summary>
    public Waiting Take(int index)
    {
        var one = waiting[index];
        waiting.RemoveAt(index);
        return one;
    }

    /// <summary>Forgets everything that a killed process waited for.</summary>
    public void Forget(int who) => waiting.RemoveAll(one => one.Who == who);
}
