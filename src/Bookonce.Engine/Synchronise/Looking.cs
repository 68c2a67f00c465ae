using Bookonce.Domain.Connections;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Synchronise;

/// <summary>What is remembered of an administration, and what one look says of it; asks nothing of the services.</summary>
/// <param name="Books">The administration.</param>
/// <param name="Documents">Of the connection, oldest first.</param>
/// <param name="Verdicts">What the look says.</param>
sealed record Looked(Books Books, IReadOnlyList<StoredDocument> Documents, Verdicts Verdicts)
{
    /// <summary>A document of the connection; null when it has none of that id.</summary>
    public StoredDocument? Find(Guid document) => Documents.FirstOrDefault(stored => stored.Content.Id == document);
}

/// <summary>Looks at what the last run has read.</summary>
sealed class Looking(IStore store, TimeProvider clock)
{
    /// <summary>Looks once.</summary>
    public async Task<Looked> At(Connection connection, CancellationToken stop)
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        var own = await store.LoadDocuments(connection.Id, stop);
        return new Looked(
            books,
            own,
            new Verdicts(
                books,
                own,
                await store.LoadNeighboursDocuments(connection, stop),
                connection,
                clock.GetUtcNow()
            )
        );
    }
}
