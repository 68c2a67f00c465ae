using Bookonce.Domain.Connections;
using Bookonce.Engine.Store;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;
using Budget = Bookonce.Domain.Budgets.Budget;

namespace Bookonce.Engine.Repair;

/// <summary>The clients of a connection while something is planned or repaired; what they spent is written down at the end.</summary>
sealed record RepairDesk(
    ExactOnlineClient Exact,
    ExactDivision Division,
    TeamleaderClient Teamleader,
    Budget Budget,
    Func<Task> KeepBudgets
)
{
    public static async Task<RepairDesk> Open(
        IStore store,
        VendorClients vendors,
        Connection connection,
        Action<DateTimeOffset>? waits,
        CancellationToken stop
    )
    {
        var division = connection.Administration.Division;
        var exactAccess = await Access(connection.Administration.ExactAccess);
        var teamleaderAccess = await Access(connection.TeamleaderAccess);
        var exact = vendors.Exact(exactAccess, onWait: waits);
        return new RepairDesk(
            exact,
            exact.Division(division),
            vendors.Teamleader(teamleaderAccess, onWait: waits),
            await vendors.ExactBudget(exactAccess, division, stop),
            () => vendors.KeepBudgets(exactAccess, division, teamleaderAccess)
        );

        async Task<Access> Access(Guid id) =>
            await store.FindAccess(id, stop) ?? throw new InvalidOperationException($"Access {id} is gone.");
    }
}
