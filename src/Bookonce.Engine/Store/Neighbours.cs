using Bookonce.Domain.Connections;

namespace Bookonce.Engine.Store;

/// <summary>Reads what the other connections of an administration hold.</summary>
static class Neighbours
{
    /// <summary>The other connections that share the administration of a connection, by name.</summary>
    public static async Task<IReadOnlyList<Connection>> NeighboursOf(
        this IStore store,
        Connection connection,
        CancellationToken stop
    ) =>
        [
            .. (await store.Connections(stop)).Where(other =>
                other.Id != connection.Id && other.Administration.Id == connection.Administration.Id
            ),
        ];

    /// <summary>The repairs of every connection of an administration.</summary>
    public static async Task<IReadOnlyList<Repair>> LoadRepairsIn(
        this IStore store,
        Guid administration,
        CancellationToken stop
    )
    {
        var repairs = new List<Repair>();
        foreach (var connection in await store.Connections(stop))
            if (connection.Administration.Id == administration)
                repairs.AddRange(await store.LoadRepairs(connection.Id, stop));
        return repairs;
    }

    /// <summary>Documents of other connections claim their entries too; two company entities may number alike.</summary>
    public static async Task<IReadOnlyList<StoredDocument>> LoadNeighboursDocuments(
        this IStore store,
        Connection connection,
        CancellationToken stop
    )
    {
        var documents = new List<StoredDocument>();
        foreach (var neighbour in await store.NeighboursOf(connection, stop))
            documents.AddRange(await store.LoadDocuments(neighbour.Id, stop));
        return documents;
    }
}
