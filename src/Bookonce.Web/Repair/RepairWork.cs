using System.Collections.Concurrent;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Repair;
using Bookonce.Web.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Repair;

/// <summary>
/// Repairs that were started from pages or over the API. They belong to the server, not to the page: closing a browser ends
/// none, and stopping the server stops them between two steps.
/// </summary>
sealed class RepairWork(Repairing repairing, IHostApplicationLifetime life, ILogger<RepairWork> log)
{
    readonly ConcurrentDictionary<Guid, Started> started = new();
    readonly ConcurrentDictionary<Guid, (Guid Repair, RepairEnd? End, Problem? Problem)> ended = new();

    /// <summary>Raised with the connection's id when its repair began, was asked to stop, or ended for now.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Whether the connection is being repaired.</summary>
    public bool IsUnderWay(Guid connection) => started.ContainsKey(connection);

    /// <summary>The repair that is being applied; null when none is.</summary>
    public Guid? UnderWay(Guid connection) => started.GetValueOrDefault(connection)?.Repair;

    /// <summary>Whether somebody asked it to stop after the step that it is at.</summary>
    public bool IsStopping(Guid connection) =>
        started.GetValueOrDefault(connection)?.Stop.IsCancellationRequested == true;

    /// <summary>How the connection's last one ended since the server started; nothing before.</summary>
    public (RepairEnd? End, Problem? Problem) LastOf(Guid connection) =>
        ended.TryGetValue(connection, out var last) ? (last.End, last.Problem) : default;

    /// <summary>The same, if that was this repair.</summary>
    public (RepairEnd? End, Problem? Problem) LastOf(Guid connection, Guid repair) =>
        ended.TryGetValue(connection, out var last) && last.Repair == repair ? (last.End, last.Problem) : default;

    /// <summary>Applies a repair or goes on with it; false when one is under way.</summary>
    public bool Start(Connection connection, Guid repair, bool isNotFiled)
    {
        var work = new Started(repair, CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping));
        if (!started.TryAdd(connection.Id, work))
        {
            work.Stop.Dispose();
            return false;
        }
        ended.TryRemove(connection.Id, out _);
        Changed?.Invoke(connection.Id);
        _ = Task.Run(() => Go(connection, work, isNotFiled), CancellationToken.None);
        return true;
    }

    /// <summary>Asks the connection's repair to stop after the step that it is at.</summary>
    public void Stop(Guid connection)
    {
        if (!started.TryGetValue(connection, out var work))
            return;
        try
        {
            work.Stop.Cancel();
            Changed?.Invoke(connection);
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at this very moment.
        }
    }

    async Task Go(Connection connection, Started work, bool isNotFiled)
    {
        try
        {
            var end = await repairing.Go(connection, work.Repair, isNotFiled, work.Stop.Token);
            ended[connection.Id] = (work.Repair, end, null);
        }
        catch (OperationCanceledException) when (work.Stop.IsCancellationRequested)
        {
            // It was stopped before its turn came, so there is nothing to tell.
        }
        // Nobody awaits this task: whatever happens must reach a page or the log.
        catch (Exception exception)
        {
            ended[connection.Id] = (work.Repair, null, InWords.Of(exception, log));
        }
        started.TryRemove(connection.Id, out _);
        work.Stop.Dispose();
        Changed?.Invoke(connection.Id);
    }

    sealed record Started(Guid Repair, CancellationTokenSource Stop);
}
