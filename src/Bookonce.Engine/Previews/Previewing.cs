using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;

namespace Bookonce.Engine.Previews;

/// <summary>Says what the next run would do. Nothing is written to Exact or Teamleader, and no document is remembered by it.</summary>
public sealed class Previewing(IStore store, VendorClients vendors, Synchroniser synchroniser, TimeProvider clock)
{
    /// <summary>From what the last run has read; asks nothing of the services.</summary>
    public Task<Preview> Of(Connection connection, CancellationToken stop = default) =>
        Look(connection, connection.Settings.StartDate, unread: [], stop);

    /// <summary>The same, as if the connection had another start date. An earlier one makes it read both services from there.</summary>
    public async Task<Preview> IfStartDateWere(Connection connection, DateOnly date, CancellationToken stop = default)
    {
        if (date >= connection.Settings.StartDate)
            return await Look(connection, date, unread: [], stop);

        var moved = connection with { Settings = connection.Settings with { StartDate = date } };
        IReadOnlyList<SalesDocument> unread = [];
        await synchroniser.InTurn(
            connection,
            async office =>
            {
                var exactAccess = await Access(connection.Administration.ExactAccess, stop);
                var teamleaderAccess = await Access(connection.TeamleaderAccess, stop);
                var division = vendors.Exact(exactAccess).Division(connection.Administration.Division);
                try
                {
                    var books = await store.LoadBooks(office.Administration, stop);
                    var masters =
                        books.Masters ?? await ReadMasters.All(division, connection.Administration.Currency, stop);
                    await new FollowExact(store, office, division, masters).Follow(
                        books,
                        date,
                        clock.GetUtcNow(),
                        stop
                    );
                    var known = await store.LoadDocuments(connection.Id, stop);
                    unread = await new FollowTeamleader(
                        store,
                        office,
                        vendors.Teamleader(teamleaderAccess),
                        clock
                    ).ReadUnknown(moved, known.Select(document => document.Content.Id).ToHashSet(), stop);
                }
                finally
                {
                    await vendors.KeepBudgets(exactAccess, connection.Administration.Division, teamleaderAccess);
                }
            },
            stop
        );
        return await Look(connection, date, unread, stop);
    }

    async Task<Preview> Look(
        Connection connection,
        DateOnly startDate,
        IReadOnlyList<SalesDocument> unread,
        CancellationToken stop
    )
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        var spent = await store.LoadSpentNumbers(connection.Administration.Id, stop);
        StoredDocument[] all =
        [
            .. await store.LoadDocuments(connection.Id, stop),
            .. unread.Select(document => new StoredDocument(
                document,
                new DocumentOutcome(document.Id, DocumentStatus.New)
            )),
        ];
        return new Draw(connection, books, spent, startDate, clock.GetUtcNow()).Preview(
            all,
            await store.LoadNeighboursDocuments(connection, stop)
        );
    }

    async Task<Access> Access(Guid id, CancellationToken stop) =>
        await store.FindAccess(id, stop) ?? throw new InvalidOperationException($"Access {id} is gone.");
}
