using System.Collections.Concurrent;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Proof;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.Web.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Proof;

/// <summary>A statement that is being made, or was.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Connection">Of which connection.</param>
/// <param name="Progress">How far its making is; null while both services are read.</param>
/// <param name="Made">The statement; null while it is not made.</param>
/// <param name="Problem">Why it could not be made; null otherwise.</param>
sealed record ProofAtWork(
    Guid Id,
    Connection Connection,
    ProofProgress? Progress = null,
    DatedStatement? Made = null,
    Problem? Problem = null
)
{
    public bool IsOver => Made is not null || Problem is not null;
}

/// <summary>Statements that were asked for over the API. They are kept in memory, the last few of each connection.</summary>
sealed class ProofWork(
    Proving proving,
    Synchroniser synchroniser,
    NewId newId,
    IHostApplicationLifetime life,
    ILogger<ProofWork> log
)
{
    const int Kept = 5;

    readonly ConcurrentDictionary<Guid, ProofAtWork> all = new();
    readonly ConcurrentQueue<Guid> order = new();

    /// <summary>One of them; null when it is not kept any more.</summary>
    public ProofAtWork? Find(Guid connection, Guid id) =>
        all.TryGetValue(id, out var proof) && proof.Connection.Id == connection ? proof : null;

    /// <summary>Begins to make a statement.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="from">The first day; see <see cref="Proving.Prove"/>.</param>
    /// <param name="to">The last day.</param>
    /// <param name="readsFirst">Whether both services are read first.</param>
    public ProofAtWork Start(Connection connection, DateOnly? from, DateOnly? to, bool readsFirst)
    {
        var proof = new ProofAtWork(newId(), connection);
        all[proof.Id] = proof;
        order.Enqueue(proof.Id);
        Forget(connection.Id);
        _ = Task.Run(() => Make(proof, from, to, readsFirst), CancellationToken.None);
        return proof;
    }

    async Task Make(ProofAtWork proof, DateOnly? from, DateOnly? to, bool readsFirst)
    {
        try
        {
            var stop = life.ApplicationStopping;
            if (
                readsFirst
                && (await synchroniser.Run(proof.Connection, isPreview: true, stop)).Run.Failure is { } failure
            )
                throw new CannotBeDoneException(failure);
            all[proof.Id] = proof with
            {
                Made = await proving.Prove(
                    proof.Connection,
                    from,
                    to,
                    progress => all[proof.Id] = proof with { Progress = progress },
                    stop
                ),
            };
        }
        // Nobody awaits this task: whatever happens must reach whoever asked, or the log.
        catch (Exception exception)
        {
            all[proof.Id] = proof with { Problem = InWords.Of(exception, log) };
        }
    }

    void Forget(Guid connection)
    {
        var own = order.Where(id => all.TryGetValue(id, out var proof) && proof.Connection.Id == connection).ToArray();
        foreach (var id in own.SkipLast(Kept).Where(id => all[id].IsOver))
            all.TryRemove(id, out _);
    }
}
