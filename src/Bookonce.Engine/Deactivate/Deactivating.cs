using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Release;
using Bookonce.Engine.Release;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Deactivate;

/// <summary>
/// Lets a connection rest, as somebody does who mends the books by hand: links end from a date on, nothing is booked until it
/// is connected again. What stands in Exact is not touched, and settings, mappings and accesses are kept.
/// </summary>
public sealed class Deactivating(IStore store, Synchroniser synchroniser, TimeProvider clock)
{
    readonly Releasing releasing = new(store, synchroniser);

    /// <summary>What would end, as of the last run.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="from">The disconnect date, included; null releases nothing.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<DeactivationList> List(Connection connection, DateOnly? from, CancellationToken stop = default)
    {
        var release = await releasing.List(connection, from, stop);
        return new DeactivationList(
            release,
            await Customers(connection, stop),
            await AlreadyDone(connection, stop) ?? release.Refusal ?? await OpenRepair(connection, stop)
        );
    }

    /// <summary>Ends what was shown.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="shown">The list that a person agreed to.</param>
    /// <param name="disconnectCustomers">Whether its customers lose their relations too.</param>
    /// <param name="stop">Ends the waiting for the turn.</param>
    /// <exception cref="CannotBeDoneException">Something stands against it, or the list is another one by now.</exception>
    public Task Deactivate(
        Connection connection,
        DeactivationList shown,
        bool disconnectCustomers,
        CancellationToken stop = default
    ) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var now = await List(connection, shown.Release.From, stop);
                if (now.Refusal is { } refusal)
                    throw new CannotBeDoneException(refusal);
                Releasing.MustBeAsShown(now.Release, shown.Release);
                if (disconnectCustomers && !now.Customers.SequenceEqual(shown.Customers))
                    throw new CannotBeDoneException(
                        new Problem(
                            "customersOutdated",
                            "The customers have changed since the list was shown.",
                            "Look at the list again."
                        )
                    );
                await store.Deactivate(
                    office,
                    connection.Id,
                    new Deactivation(clock.GetUtcNow(), now.Release.From, disconnectCustomers),
                    [.. now.Release.Released.Select(one => one.Document.Id)],
                    disconnectCustomers ? [.. now.Customers.Select(customer => customer.Key)] : [],
                    stop
                );
            },
            stop
        );

    async Task<IReadOnlyList<DisconnectedCustomer>> Customers(Connection connection, CancellationToken stop)
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        var names = books.Relations.ToDictionary(relation => relation.Id, relation => relation.Name);
        var isAlone = (await store.NeighboursOf(connection, stop)).Count == 0;
        return DisconnectList.Of(
            books.RelationLinks.ToDictionary(
                link => link.Customer,
                link => names.GetValueOrDefault(link.Account, link.Account.ToString())
            ),
            Contents(await store.LoadDocuments(connection.Id, stop)),
            isAlone ? null : Contents(await store.LoadNeighboursDocuments(connection, stop))
        );
    }

    static IEnumerable<SalesDocument> Contents(IEnumerable<StoredDocument> documents) =>
        documents.Select(document => document.Content);

    async Task<Problem?> AlreadyDone(Connection connection, CancellationToken stop) =>
        (await store.Connections(stop)).Single(known => known.Id == connection.Id).Deactivation is { } earlier
            ? new Problem(
                "deactivatedAlready",
                $"The connection is deactivated since {earlier.Since:yyyy-MM-dd HH:mm} UTC.",
                "Connect it again, or end more links with 'bookonce release'."
            )
            : null;

    /// <summary>A repair knows its documents by their links.</summary>
    async Task<Problem?> OpenRepair(Connection connection, CancellationToken stop) =>
        (await store.LoadRepairs(connection.Id, stop)).Any(repair => repair.IsOpen) ? Repairing.IsOpen : null;
}
