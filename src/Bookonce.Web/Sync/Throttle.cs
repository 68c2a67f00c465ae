namespace Bookonce.Web.Sync;

/// <summary>Lets a burst of news through at most once per interval, the last of it included.</summary>
sealed class Throttle(Func<Task> act, TimeSpan interval, TimeProvider clock) : IDisposable
{
    readonly CancellationTokenSource over = new();
    int isPending;

    /// <summary>There is news. May be called from any thread; <c>act</c> follows after the interval.</summary>
    public void Tell()
    {
        if (Interlocked.Exchange(ref isPending, 1) == 0)
            _ = Wait();
    }

    async Task Wait()
    {
        try
        {
            await Task.Delay(interval, clock, over.Token);
            Interlocked.Exchange(ref isPending, 0);
            await act();
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed while it waited.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        over.Cancel();
        over.Dispose();
    }
}
