using System.Collections.Concurrent;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Repair;
using Bookonce.Web.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Repair;

/// <summary>
/// Repairs that were started from pages. They belong to the server, not to the page: closing a browser ends none, and stopping
/// the server stops them between two steps.
/// </summary>
sealed class RepairWork(Repairing repairing, IHostApplicationLifetime life, ILogger<RepairWork> log)
{
    readonly ConcurrentDictionary<Guid, bool> started = new();
    readonly ConcurrentDictionary<Guid, (RepairEnd? End, Problem? Problem)> ended = new();

    /// <summary>Raised with the connection's id when its repair began or ended for now.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Whether the connection is being repaired.</summary>
    public bool IsUnderWay(Guid connection) => started.ContainsKey(connection);

    /// <summary>How the last one ended since the server started; nothing before.</summary>
    public (RepairEnd? End, Problem? Problem) LastOf(Guid connection) => ended.GetValueOrDefault(connection);

    /// <summary>Applies a repair or goes on with it, unless one is under way.</summary>
    public void Start(Connection connection, Guid repair, bool isNotFiled)
    {
        if (!started.TryAdd(connection.Id, true))
            return;
        ended.TryRemove(connection.Id, out _);
        Changed?.Invoke(connection.Id);
        _ = Task.Run(() => Go(connection, repair, isNotFiled), CancellationToken.None);
    }

    async Task Go(Connection connection, Guid repair, bool isNotFiled)
    {
        try
        {
            ended[connection.Id] = (await repairing.Go(connection, repair, isNotFiled, life.ApplicationStopping), null);
        }
        // Nobody awaits this task: whatever happens must reach a page or the log.
        catch (Exception exception)
        {
            ended[connection.Id] = (null, InWords.Of(exception, log));
        }
        started.TryRemove(connection.Id, out _);
        Changed?.Invoke(connection.Id);
    }
}
