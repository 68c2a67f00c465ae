using Bookonce.Domain.Entries;
using Bookonce.Engine.Store;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Follow;

/// <summary>
/// Finds entries of ours that somebody deleted before the mirror saw them: no deletion tells of those, so they are asked for.
/// </summary>
sealed class FindGoneEntries(ExactDivision division)
{
    /// <summary>As many as an address holds.</summary>
    const int EntriesPerCall = 50;

    /// <summary>Those of the documents whose entry the mirror never had, and Exact has no more.</summary>
    public async Task<IReadOnlySet<Guid>> Of(
        IReadOnlyList<StoredDocument> documents,
        Books books,
        CancellationToken stop
    )
    {
        var linked = new LinkedEntries(books.Links, books.Entries);
        var missing = documents
            .Select(document => linked.LinkOf(document.Content.Id))
            .OfType<Link>()
            .Where(link => link.LineId is null && linked.EntryOf(link) is null)
            .ToDictionary(link => link.EntryId, link => link.DocumentId);
        foreach (var chunk in missing.Keys.ToArray().Chunk(EntriesPerCall))
        {
            var filter = Filter.Or([.. chunk.Select(entry => Filter.Eq("EntryID", entry))]);
            await foreach (var entry in division.SalesEntries.Read(filter, cancellation: stop))
                missing.Remove(entry.EntryID);
        }
        return missing.Values.ToHashSet();
    }
}
