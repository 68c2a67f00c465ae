using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>The look as a whole: what the matcher says of living documents, and what deleted ones left in the books.</summary>
public static class Look
{
    /// <summary>Gives every living document its verdict.</summary>
    /// <param name="living">Documents of every connection that shares the administration; linked ones claim their entries.</param>
    /// <param name="gone">Documents that were deleted in Teamleader.</param>
    /// <param name="entries">Every entry of the administration that stands for a receivable.</param>
    /// <param name="links">Links of every connection that shares the administration.</param>
    /// <param name="denials">What people said is not the same.</param>
    public static IReadOnlyDictionary<Guid, Verdict> At(
        IReadOnlyCollection<SalesDocument> living,
        IReadOnlyCollection<SalesDocument> gone,
        IReadOnlyCollection<Entry> entries,
        IReadOnlyCollection<Link> links,
        IReadOnlySet<Denial> denials
    )
    {
        var verdicts = PlainMatcher.Look(living, entries, links, denials);
        if (gone.Count == 0)
            return verdicts;

        var left = LeftBehind(gone, entries, links);
        return living.ToDictionary(
            document => document.Id,
            document =>
                verdicts[document.Id] is Verdict.Book && Candidates(document, left, denials) is [_, ..] candidates
                    ? new Verdict.Ask(candidates)
                    : verdicts[document.Id]
        );
    }

    /// <summary>A number that became free is given again, so the entry of a deleted document may be meant for its successor.</summary>
    static Candidate[] Candidates(
        SalesDocument document,
        ILookup<(DocumentKind, string), Entry> left,
        IReadOnlySet<Denial> denials
    ) =>
        [
            .. left[(document.Kind, DocumentNumber.Normal(document.Number))]
                .Where(entry => !denials.Contains(new Denial(document.Id, entry.LineId)))
                .Select(entry => new Candidate(entry, "belongs to a deleted document with the same number")),
        ];

    static ILookup<(DocumentKind, string), Entry> LeftBehind(
        IReadOnlyCollection<SalesDocument> gone,
        IReadOnlyCollection<Entry> entries,
        IReadOnlyCollection<Link> links
    )
    {
        var linked = new LinkedEntries(links, entries);
        return (
            from document in gone
            where linked.LinkOf(document.Id) is not null
            let entry = linked.EntryOf(linked.LinkOf(document.Id)!)
            where entry is not null
            select (Key: (document.Kind, DocumentNumber.Normal(document.Number)), Entry: entry)
        ).ToLookup(pair => pair.Key, pair => pair.Entry);
    }
}
