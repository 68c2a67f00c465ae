using Bookonce.Domain.Budgets;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Engine.Vendors;
using Budget = Bookonce.Domain.Budgets.Budget;

namespace Bookonce.Engine.Synchronise;

/// <summary>What a connection may still ask of the two services, as far as anybody knows.</summary>
/// <param name="Exact">Of its administration.</param>
/// <param name="Errors">Endpoints of Exact that had errors within the hour.</param>
/// <param name="Teamleader">Of its account.</param>
/// <param name="Estimate">What is still to be booked; null when nothing is.</param>
public sealed record ConnectionBudget(
    Budget Exact,
    IReadOnlyList<ErrorAllowance> Errors,
    Budget Teamleader,
    Estimate? Estimate
);

/// <summary>Reads budgets for pages and commands; asks nothing of the services.</summary>
public sealed class ReadBudget(IStore store, IReadSide readSide, VendorClients vendors, TimeProvider clock)
{
    /// <summary>How many runs back it is looked for one that booked.</summary>
    const int RunsBack = 20;

    /// <summary>The budget of a connection now.</summary>
    public async Task<ConnectionBudget> Of(Connection connection, CancellationToken stop = default)
    {
        var exact = await vendors.ExactBudget(
            await Access(connection.Administration.ExactAccess, stop),
            connection.Administration.Division,
            stop
        );
        var teamleader = await vendors.TeamleaderBudget(await Access(connection.TeamleaderAccess, stop), stop);
        return new ConnectionBudget(
            exact,
            ErrorAllowance.Of(exact.Errors, clock.GetUtcNow()),
            teamleader,
            await Estimate(connection, exact, stop)
        );
    }

    async Task<Estimate?> Estimate(Connection connection, Budget exact, CancellationToken stop)
    {
        var counts = await readSide.CountByStatus(connection.Id, stop);
        var waiting =
            counts.GetValueOrDefault(DocumentStatus.Book)
            + counts.GetValueOrDefault(DocumentStatus.New)
            + counts.GetValueOrDefault(DocumentStatus.Waiting);
        if (waiting == 0)
            return null;

        var runs = await readSide.Runs(connection.Id, skip: 0, RunsBack, stop);
        var before = runs.Rows.FirstOrDefault(run => run is { IsPreview: false, Counts.Booked: > 0 });
        return Domain.Budgets.Estimate.Of(
            waiting,
            before?.ExactCalls ?? 0,
            before?.Counts.Booked ?? 0,
            exact,
            clock.GetUtcNow()
        );
    }

    async Task<Access> Access(Guid id, CancellationToken stop) =>
        await store.FindAccess(id, stop) ?? throw new InvalidOperationException($"Access {id} is gone.");
}
