using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;

namespace Bookonce.Engine.Repair;

/// <summary>
/// Plans what could be repaired, and records the plan that a person approves. Nothing is changed in Exact; what changed there
/// since the last run is read first.
/// </summary>
public sealed class Planning(
    IStore store,
    VendorClients vendors,
    Synchroniser synchroniser,
    NewId newId,
    TimeProvider clock
)
{
    /// <summary>The repairs of a connection, oldest first.</summary>
    public Task<IReadOnlyList<Store.Repair>> Repairs(Connection connection, CancellationToken stop = default) =>
        store.LoadRepairs(connection.Id, stop);

    /// <summary>One of them.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="which">The beginning of its id; null or <c>last</c> for the one that is open, else the last.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="CannotBeDoneException">There is no such repair.</exception>
    public async Task<Store.Repair> Repair(Connection connection, string? which, CancellationToken stop = default)
    {
        var all = await Repairs(connection, stop);
        var found = which is null or "last"
            ? all.Where(repair => repair.IsOpen).TakeLast(1).Concat(all.TakeLast(1)).Take(1).ToArray()
            : [.. all.Where(repair => $"{repair.Id}".StartsWith(which, StringComparison.OrdinalIgnoreCase))];
        return found is [var only]
            ? only
            : throw new CannotBeDoneException(
                new Problem(
                    "repairUnknown",
                    which is null or "last"
                        ? $"{connection.Name} has no repair yet."
                        : $"{connection.Name} has no repair {which}.",
                    "'bookonce repair apply' begins one."
                )
            );
    }

    /// <summary>The plans there are.</summary>
    /// <exception cref="CannotBeDoneException">Both sides were not read yet, or a case is not there any more.</exception>
    public Task<RepairChoice> Plan(Connection connection, RepairWish wish, CancellationToken stop = default) =>
        At(connection, (_, read) => Choice(read, wish, stop), stop);

    /// <summary>Records the plan that a person approved.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="wish">What the plan was made for.</param>
    /// <param name="seal">The plan as it was shown; see <see cref="RepairPlan.Seal"/>.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="CannotBeDoneException">The plan is another by now, something stands against it, or another repair is open.</exception>
    public Task<Store.Repair> Approve(
        Connection connection,
        RepairWish wish,
        string seal,
        CancellationToken stop = default
    ) =>
        At(
            connection,
            async (office, read) =>
            {
                await RefuseWhileOpen(connection, allowed: null, stop);
                var choice = await Choice(read, wish, stop);
                var plan = choice.Options.Plans.FirstOrDefault(plan => plan.Seal == seal) ?? throw Stale();
                return await Record(office, connection, plan, undoes: null, stop);
            },
            stop
        );

    /// <summary>The plan that undoes a repair.</summary>
    /// <exception cref="CannotBeDoneException">There is nothing to undo.</exception>
    public Task<RepairPlan> PlanUndo(Connection connection, Guid repair, CancellationToken stop = default) =>
        At(connection, (_, read) => Undone(connection, read, repair, stop), stop);

    /// <inheritdoc cref="Approve"/>
    public Task<Store.Repair> ApproveUndo(
        Connection connection,
        Guid repair,
        string seal,
        CancellationToken stop = default
    ) =>
        At(
            connection,
            async (office, read) =>
            {
                await RefuseWhileOpen(connection, allowed: repair, stop);
                var plan = await Undone(connection, read, repair, stop);
                return plan.Seal == seal ? await Record(office, connection, plan, repair, stop) : throw Stale();
            },
            stop
        );

    async Task<RepairChoice> Choice(ReadRepair read, RepairWish wish, CancellationToken stop)
    {
        var (books, cases) = await read.Now(wish, stop);
        if (wish.Cases.FirstOrDefault(key => cases.All(one => one.Key != key)) is { } unknown)
            throw new CannotBeDoneException(
                new Problem("caseUnknown", $"There is no case {unknown} (any more).", "Look at the list again.")
            );
        RepairCase[] meant = [.. cases.Where(wish.Means)];
        return new RepairChoice(Planner.Plan(books, meant), meant, [.. cases.Except(meant)], clock.GetUtcNow());
    }

    async Task<RepairPlan> Undone(Connection connection, ReadRepair read, Guid repair, CancellationToken stop)
    {
        var known = await Repairing.Find(store, connection, repair, stop);
        var journal = known.Journal;
        if (!journal.Steps.Any(step => step.HasEffect))
            throw new CannotBeDoneException(
                new Problem(
                    "nothingToUndo",
                    journal.Steps.Any(step => step.State == StepState.Undone)
                        ? "It was undone already."
                        : "Nothing of it was done.",
                    "Nothing is needed."
                )
            );
        await RefuseBelowOthers(connection, known, stop);
        var (books, _) = await read.Now(new RepairWish(), stop);
        var plan = Undo.Plan(journal, books);
        return plan.Steps is not [] || plan.Obstacles is not []
            ? plan
            : throw new CannotBeDoneException(
                new Problem("nothingToUndo", string.Join(' ', plan.Notes), "Nothing is needed.")
            );
    }

    /// <summary>What later repairs rest on is not taken away from under them; what one of them undid again counts for nothing.</summary>
    async Task RefuseBelowOthers(Connection connection, Store.Repair repair, CancellationToken stop)
    {
        var later = (await store.LoadRepairsIn(connection.Administration.Id, stop))
            .Where(other => other.ApprovedAt > repair.ApprovedAt)
            .ToArray();
        var ids = later.Select(other => other.Id).Append(repair.Id).ToHashSet();
        string[] above =
        [
            .. later
                .Where(other => !(other.Undoes is { } undone && ids.Contains(undone)))
                .Where(other => Domain.Repair.Undone.Overlap(repair.Journal, other.Journal))
                .Select(other => $"{other.Plan.Title} ({other.ApprovedAt:yyyy-MM-dd HH:mm} UTC)"),
        ];
        if (above is not [])
            throw new CannotBeDoneException(
                new Problem(
                    "undoLaterFirst",
                    $"Later repairs have gone on with what it did: {string.Join(", ", above)}.",
                    "Undo those first, the last one first."
                )
            );
    }

    async Task<Store.Repair> Record(
        Office office,
        Connection connection,
        RepairPlan plan,
        Guid? undoes,
        CancellationToken stop
    )
    {
        if (!plan.CanApply)
            throw new CannotBeDoneException(
                new Problem(
                    "planObstructed",
                    string.Join(' ', plan.Obstacles.Select(obstacle => obstacle.Words)),
                    "Mend that, or choose another plan."
                )
            );
        var repair = new Store.Repair(newId(), connection.Id, plan, clock.GetUtcNow(), undoes, []);
        await store.ApproveRepair(office, repair, stop);
        return repair;
    }

    /// <summary>One repair at a time in an administration; what stands still may be undone.</summary>
    async Task RefuseWhileOpen(Connection connection, Guid? allowed, CancellationToken stop)
    {
        var repairs = await store.LoadRepairsIn(connection.Administration.Id, stop);
        if (repairs.Any(repair => repair.IsOpen && repair.Id != allowed))
            throw new CannotBeDoneException(Repairing.IsOpen);
    }

    Task<T> At<T>(Connection connection, Func<Office, ReadRepair, Task<T>> act, CancellationToken stop) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var desk = await RepairDesk.Open(store, vendors, connection, waits: null, stop);
                try
                {
                    return await act(
                        office,
                        new ReadRepair(store, office, connection, desk.Division, desk.Budget, desk.Exact.Clock)
                    );
                }
                finally
                {
                    await desk.KeepBudgets();
                }
            },
            stop
        );

    static CannotBeDoneException Stale() =>
        new(
            new Problem(
                "planStale",
                "The books have changed since the plan was shown, so it is another plan now.",
                "Look at the plan again."
            )
        );
}
