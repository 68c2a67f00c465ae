using System.Collections.Concurrent;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Sync;

/// <summary>How a run ended.</summary>
/// <param name="Connection">Of which connection.</param>
/// <param name="IsPreview">Whether it only looked.</param>
/// <param name="Counts">What its documents came to; null when it never began.</param>
/// <param name="Failure">What ended it before its end; null when it went through.</param>
sealed record RunEnd(Guid Connection, bool IsPreview, RunCounts? Counts, Problem? Failure);

/// <summary>
/// The runs that were started from pages. They belong to the server, not to the page: closing a browser ends none.
/// </summary>
sealed class Runs : IDisposable
{
    readonly IStore store;
    readonly Synchroniser synchroniser;
    readonly IHostApplicationLifetime life;
    readonly ILogger<Runs> log;
    readonly ConcurrentDictionary<Guid, CancellationTokenSource> started = new();

    public Runs(IStore store, Synchroniser synchroniser, IHostApplicationLifetime life, ILogger<Runs> log)
    {
        (this.store, this.synchroniser, this.life, this.log) = (store, synchroniser, life, log);
        synchroniser.Changed += Tell;
    }

    /// <summary>Raised with the connection's id whenever its run moved on, began or ended.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Raised when a run that was started here is over.</summary>
    public event Action<RunEnd>? Ended;

    /// <summary>Whether the connection runs or waits for its turn.</summary>
    public bool IsUnderWay(Guid connection) =>
        started.ContainsKey(connection) || synchroniser.ProgressOf(connection) is not null;

    /// <summary>Whether somebody asked it to stop; it goes on to the next safe point.</summary>
    public bool IsStopping(Guid connection) => started.GetValueOrDefault(connection)?.IsCancellationRequested == true;

    /// <summary>How far it is; null while it waits for its turn, and when it does not run.</summary>
    public RunProgress? ProgressOf(Guid connection) => synchroniser.ProgressOf(connection);

    /// <summary>Starts a run, unless one is under way.</summary>
    public void Start(Guid connection, bool isPreview)
    {
        if (synchroniser.ProgressOf(connection) is not null)
            return;

        var stop = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
        if (!started.TryAdd(connection, stop))
        {
            stop.Dispose();
            return;
        }
        Tell(connection);
        _ = Task.Run(() => Run(connection, isPreview, stop), CancellationToken.None);
    }

    /// <summary>Asks the run to stop at the next safe point.</summary>
    public void Stop(Guid connection)
    {
        if (!started.TryGetValue(connection, out var stop))
        {
            synchroniser.Stop(connection);
            return;
        }
        try
        {
            stop.Cancel();
            Tell(connection);
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at this very moment.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => synchroniser.Changed -= Tell;

    async Task Run(Guid connection, bool isPreview, CancellationTokenSource stop)
    {
        RunEnd end;
        try
        {
            var fresh = (await store.Connections(stop.Token)).First(candidate => candidate.Id == connection);
            var report = await synchroniser.Run(fresh, isPreview, stop.Token);
            end = new RunEnd(connection, isPreview, report.Run.Counts, report.Run.Failure);
        }
        catch (OperationCanceledException)
        {
            end = new RunEnd(connection, isPreview, null, new Problem("stopped", "The run was stopped.", ""));
        }
        // Nobody awaits this task: whatever happens must reach a page or the log.
        catch (Exception exception)
        {
            end = new RunEnd(connection, isPreview, null, InWords.Of(exception, log));
        }
        started.TryRemove(connection, out _);
        stop.Dispose();
        Tell(connection);
        Ended?.Invoke(end);
    }

    void Tell(Guid connection) => Changed?.Invoke(connection);
}
