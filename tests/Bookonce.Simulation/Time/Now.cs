namespace Bookonce.Simulation.Time;

/// <summary>
/// Everything in a world runs on its one thread, so a task that nobody holds up at the gate is done when it is
/// returned. One that is not has slipped to another thread, and the world would no longer be repeatable.
/// </summary>
static class Now
{
    public static T Result<T>(this Task<T> task)
    {
        Done(task);
        return task.Result;
    }

    public static void Done(this Task task)
    {
        if (!task.IsCompleted)
            throw new InvalidOperationException("Something left the thread of its world.");
        task.GetAwaiter().GetResult();
    }
}
