using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Release;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Release;

/// <summary>Ends links from a date on, so that those documents are looked at again. What stands in Exact is not touched.</summary>
public sealed class Releasing(IStore store, Synchroniser synchroniser)
{
    /// <summary>What would be released, as of the last run.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="from">The disconnect date, included; null releases nothing.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<ReleaseList> List(Connection connection, DateOnly? from, CancellationToken stop = default)
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        var documents = await store.LoadDocuments(connection.Id, stop);
        return ReleaseList.Of(
            from,
            [.. documents.Select(document => document.Content)],
            new LinkedEntries(books.Links, books.Entries),
            books.Intents
        );
    }

    /// <summary>Releases what was shown.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="shown">The list that a person agreed to.</param>
    /// <param name="stop">Ends the waiting for the turn.</param>
    /// <exception cref="CannotBeDoneException">Something stands against it, or the list is another one by now.</exception>
    public Task Release(Connection connection, ReleaseList shown, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var now = await List(connection, shown.From, stop);
                if (now.Refusal is { } refusal)
                    throw new CannotBeDoneException(refusal);
                MustBeAsShown(now, shown);
                await store.Release(office, [.. now.Released.Select(one => one.Document.Id)], stop);
            },
            stop
        );

    internal static void MustBeAsShown(ReleaseList now, ReleaseList shown)
    {
        if (!Links(now).SequenceEqual(Links(shown)))
            throw new CannotBeDoneException(
                new Problem(
                    "listOutdated",
                    "The links have changed since the list was shown.",
                    "Look at the list again."
                )
            );
    }

    static IEnumerable<(Guid Document, Guid Entry)> Links(ReleaseList list) =>
        list.Released.Select(one => (one.Link.DocumentId, one.Link.EntryId));
}
