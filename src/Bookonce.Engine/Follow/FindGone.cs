using Bookonce.Domain.Documents;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Follow;

/// <summary>
/// Finds documents that were deleted in Teamleader; no list of changes tells of them. Only the last document of a
/// financial year can be deleted, and financial years end with a month, so the last of each month is asked for.
/// Source: Teamleader API, invoices.delete.
/// </summary>
sealed class FindGone(TeamleaderClient teamleader)
{
    /// <summary>Teamleader's largest page. Fewer ids than that always fit one.</summary>
    const int IdsPerCall = 99;

    /// <summary>Asks for each of the documents by its id; returns those that are not there any more.</summary>
    public async Task<IReadOnlyList<Guid>> Of(IEnumerable<SalesDocument> documents, CancellationToken stop)
    {
        var gone = new List<Guid>();
        foreach (var kind in documents.GroupBy(document => document.Kind).OrderBy(group => group.Key))
            gone.AddRange(await Missing(kind.Key, kind, stop));
        return gone;
    }

    /// <summary>Asks for few of the documents, and for more where one of those is gone.</summary>
    /// <param name="known">The documents of a connection that were there the last time.</param>
    /// <param name="stop">Ends the search between two calls.</param>
    public async Task<IReadOnlyList<Guid>> Among(IReadOnlyList<SalesDocument> known, CancellationToken stop)
    {
        var gone = new List<Guid>();
        foreach (var kind in known.GroupBy(document => document.Kind).OrderBy(group => group.Key))
        {
            SalesDocument[] newestFirst = [.. kind.OrderDescending(DocumentOrder.OldestFirst)];
            var lastOfMonths = newestFirst.DistinctBy(document => (document.Date.Year, document.Date.Month));
            var missing = await Missing(kind.Key, lastOfMonths, stop);
            // Where one is gone, those before it may be gone too.
            while (missing.Count > 0)
            {
                gone.AddRange(missing);
                var earlier = Before(newestFirst, missing).Where(document => !gone.Contains(document.Id));
                missing = await Missing(kind.Key, earlier, stop);
            }
        }
        return gone;
    }

    /// <summary>Whether a document is in Teamleader.</summary>
    public async Task<bool> IsThere(DocumentKind kind, Guid document, CancellationToken stop) =>
        await Living(kind, [document.ToString()], stop).AnyAsync(stop);

    static IEnumerable<SalesDocument> Before(SalesDocument[] newestFirst, IReadOnlyList<Guid> missing) =>
        missing
            .SelectMany(id =>
                newestFirst.SkipWhile(document => document.Id != id).Skip(1).Take(IdsPerCall / missing.Count)
            )
            .Distinct();

    async Task<IReadOnlyList<Guid>> Missing(
        DocumentKind kind,
        IEnumerable<SalesDocument> documents,
        CancellationToken stop
    )
    {
        var living = new HashSet<Guid>();
        Guid[] asked = [.. documents.Select(document => document.Id)];
        foreach (var chunk in asked.Chunk(IdsPerCall))
        await foreach (var id in Living(kind, [.. chunk.Select(id => id.ToString())], stop))
            living.Add(Guid.Parse(id));
        return [.. asked.Where(id => !living.Contains(id))];
    }

    IAsyncEnumerable<string> Living(DocumentKind kind, IReadOnlyList<string> ids, CancellationToken stop) =>
        kind == DocumentKind.Invoice
            ? teamleader.Invoices.List(new InvoiceFilter { Ids = ids }, stop).Select(invoice => invoice.Id)
            : teamleader.CreditNotes.List(new CreditNoteFilter { Ids = ids }, stop).Select(note => note.Id);
}
