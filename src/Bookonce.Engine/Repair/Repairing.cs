using System.Collections.Concurrent;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;

namespace Bookonce.Engine.Repair;

/// <summary>Applies plans that were approved, and takes a person's word where a step asks for it.</summary>
public sealed class Repairing(
    IStore store,
    VendorClients vendors,
    Synchroniser synchroniser,
    NewId newId,
    TimeProvider clock
)
{
    readonly ConcurrentDictionary<Guid, RepairProgress> progress = new();
    readonly ConcurrentDictionary<Guid, CancellationTokenSource> stops = new();

    /// <summary>Raised with the connection's id whenever its repair moved on. Handlers must be quick.</summary>
    public event Action<Guid>? Changed;

    /// <summary>What everything else is told while a repair is open.</summary>
    public static Problem IsOpen { get; } =
        new(
            "repairOpen",
            "A repair is not through yet, so nothing else is written in this administration.",
            "Go on with it, undo it, or give up what is left of it."
        );

    /// <summary>How far the connection's repair is; null when none is being applied.</summary>
    public RepairProgress? ProgressOf(Guid connection) => progress.GetValueOrDefault(connection);

    /// <summary>Asks the connection's repair to stop after the step that it is at.</summary>
    public void Stop(Guid connection)
    {
        if (stops.TryGetValue(connection, out var source))
            source.Cancel();
    }

    /// <summary>Applies a repair, or goes on with it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="repair">The repair; see <see cref="Planning.Approve"/>.</param>
    /// <param name="isNotFiled">A person says that no VAT return was filed over it; counts only while Exact does not show returns.</param>
    /// <param name="stop">Ends it after the step that it is at.</param>
    /// <exception cref="CannotBeDoneException">It is no repair of this connection.</exception>
    public async Task<RepairEnd> Go(
        Connection connection,
        Guid repair,
        bool isNotFiled = false,
        CancellationToken stop = default
    )
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            var end = await synchroniser.InTurn(
                connection,
                office =>
                {
                    stops[connection.Id] = source;
                    return Apply(office, connection, repair, isNotFiled, source.Token);
                },
                stop
            );
            // What was repaired is looked at again at once, so that pages and findings say how things are.
            if (end is RepairEnd.Done && !source.IsCancellationRequested)
                await synchroniser.Run(connection, isPreview: true, source.Token);
            return end;
        }
        finally
        {
            stops.TryRemove(connection.Id, out _);
            progress.TryRemove(connection.Id, out _);
            Changed?.Invoke(connection.Id);
        }
    }

    /// <summary>A person says that a step is done, or that what became of it is meant; it goes on from there.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="repair">The repair.</param>
    /// <param name="typed">The number that they read, where one is asked for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="CannotBeDoneException">Nothing is asked there, or the number is not what it must be.</exception>
    public Task Say(Connection connection, Guid repair, int? typed, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var known = await Find(store, connection, repair, stop);
                await store.WriteStep(office, repair, Word.Of(known.Journal, typed, clock.GetUtcNow()), stop);
            },
            stop
        );

    /// <summary>A person leaves what is done as it is, and gives up the rest.</summary>
    /// <exception cref="CannotBeDoneException">Nobody knows yet what became of a step.</exception>
    public Task GiveUp(Connection connection, Guid repair, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var journal = (await Find(store, connection, repair, stop)).Journal;
                foreach (var record in Word.GivenUp(journal, clock.GetUtcNow()))
                    await store.WriteStep(office, repair, record, stop);
            },
            stop
        );

    internal static async Task<Store.Repair> Find(
        IStore store,
        Connection connection,
        Guid repair,
        CancellationToken stop
    ) =>
        (await store.LoadRepairs(connection.Id, stop)).FirstOrDefault(known => known.Id == repair)
        ?? throw new CannotBeDoneException(
            new Problem(
                "repairUnknown",
                $"{connection.Name} has no such repair.",
                "Choose its connection, or look at the list of repairs."
            )
        );

    async Task<RepairEnd> Apply(
        Office office,
        Connection connection,
        Guid repair,
        bool isNotFiled,
        CancellationToken stop
    )
    {
        var known = await Find(store, connection, repair, stop);
        var journal = known.Journal;
        var desk = await RepairDesk.Open(store, vendors, connection, Waits, stop);
        var read = new ReadRepair(store, office, connection, desk.Division, desk.Budget, desk.Exact.Clock);
        var sight = new StepSight(
            store,
            office,
            connection,
            desk.Division,
            desk.Teamleader,
            journal,
            isNotFiled,
            desk.Exact.Clock
        );
        var work = new StepWork(
            store,
            office,
            connection,
            desk.Division,
            desk.Teamleader,
            sight,
            newId,
            desk.Exact.Clock
        );
        var apply = new ApplyRepair(
            store,
            office,
            known,
            read,
            sight,
            work,
            new TakenBack(store, office, connection),
            journal,
            desk.Budget,
            desk.Exact.Clock,
            Report
        );
        RepairEnd end;
        try
        {
            end = await apply.Go(resume: true, stop);
            if (end is RepairEnd.Done)
                end = await new EndRepair(connection, read, new ReadEntries(store, office, desk.Division)).Of(
                    apply.Repair,
                    stop
                );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            end = new RepairEnd.Stopped { Repair = apply.Repair };
        }
        catch (Exception exception) when (Failures.Explain(exception) is { } problem)
        {
            end = new RepairEnd.Failed(problem) { Repair = apply.Repair };
        }
        await desk.KeepBudgets();
        return end with { ExactCalls = (int)desk.Exact.CallsMade };

        void Report(RepairProgress step)
        {
            progress[connection.Id] = step;
            Changed?.Invoke(connection.Id);
        }

        void Waits(DateTimeOffset until) =>
            Report((ProgressOf(connection.Id) ?? new RepairProgress(0, 0, "")) with { ResumesAt = until });
    }
}
