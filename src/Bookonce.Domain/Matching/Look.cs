using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>The look as a whole: what the matcher says of living documents, and what deleted ones left in the books.</summary>
public static class Look
{
    /// <summary>Gives every living document its verdict.</summary>
    /// <param name="living">Documents of every connection that shares the administration; linked ones claim their entries.</param>
    /// <param name="gone">Documents that were deleted in Teamleader.</param>
    /// <param name="former">What living documents said before they were changed.</param>
    /// <param name="entries">Every entry of the administration that stands for a receivable.</param>
    /// <param name="links">Links of every connection that shares the administration.</param>
    /// <param name="denials">What people said is not the same.</param>
    public static IReadOnlyDictionary<Guid, Verdict> At(
        IReadOnlyCollection<SalesDocument> living,
        IReadOnlyCollection<SalesDocument> gone,
        IReadOnlyCollection<SalesDocument> former,
        IReadOnlyCollection<Entry> entries,
        IReadOnlyCollection<Link> links,
        IReadOnlySet<Denial> denials
    )
    {
        entries = TakingBack.Apart(entries, new LinkedEntries(links, entries), denials);
        var verdicts = Now(living, entries, links, denials);
        foreach (var (document, candidate) in Crossed(living, links, verdicts))
            verdicts[document] = new Verdict.Ask([candidate]);
        foreach (var (document, candidates) in AsTheyWere(living, former, verdicts, entries, links, denials))
            verdicts[document] = new Verdict.Ask(candidates);
        if (gone.Count == 0)
            return verdicts;

        var left = LeftBehind(gone, entries, links);
        foreach (var document in living)
            if (verdicts[document.Id] is Verdict.Book && Candidates(document, left, denials) is [_, ..] candidates)
                verdicts[document.Id] = new Verdict.Ask(candidates);
        return verdicts;
    }

    /// <summary>Where every document and every entry has its counterpart, nothing is left to weigh.</summary>
    static Dictionary<Guid, Verdict> Now(
        IReadOnlyCollection<SalesDocument> living,
        IReadOnlyCollection<Entry> entries,
        IReadOnlyCollection<Link> links,
        IReadOnlySet<Denial> denials
    )
    {
        var linked = new LinkedEntries(links, entries);
        return entries.All(linked.IsLinked)
            ? living.ToDictionary(
                document => document.Id,
                document => linked.LinkOf(document.Id) is null ? new Verdict.Book() : (Verdict)new Verdict.Linked()
            )
            : Matcher.Look(living, entries, links, denials).ToDictionary();
    }

    /// <summary>
    /// An invoice and the credit note that takes it back say the same but for the sign, and may have one number. What would be
    /// the one with the wrong sign, while the other stands in the books already, may be that one typed twice.
    /// </summary>
    static IEnumerable<(Guid Document, Candidate Candidate)> Crossed(
        IReadOnlyCollection<SalesDocument> living,
        IReadOnlyCollection<Link> links,
        Dictionary<Guid, Verdict> verdicts
    )
    {
        var crossed = (
            from document in living
            where verdicts[document.Id] is Verdict.Adopt
            let candidate = ((Verdict.Adopt)verdicts[document.Id]).Candidate
            where DifferenceKinds.Between(document, candidate.Entry) == DifferenceKind.Sign
            select (Document: document, Candidate: candidate)
        ).ToArray();
        if (crossed is [])
            return [];
        var linked = links.Select(link => link.DocumentId).ToHashSet();
        var standing = living
            .Where(document => linked.Contains(document.Id))
            .Select(document => (document.Customer.Key, document.Currency, document.SignedGross))
            .ToHashSet();
        return crossed
            .Where(one =>
                standing.Contains((one.Document.Customer.Key, one.Document.Currency, one.Candidate.Entry.Amount))
            )
            .Select(one => (one.Document.Id, one.Candidate))
            .ToArray();
    }

    /// <summary>A document that was changed may stand in the books as it was before, typed by somebody who saw it so.</summary>
    static IEnumerable<(Guid Document, Candidate[] Candidates)> AsTheyWere(
        IReadOnlyCollection<SalesDocument> living,
        IReadOnlyCollection<SalesDocument> former,
        Dictionary<Guid, Verdict> verdicts,
        IReadOnlyCollection<Entry> entries,
        IReadOnlyCollection<Link> links,
        IReadOnlySet<Denial> denials
    )
    {
        var changed = former
            .Where(document => verdicts.GetValueOrDefault(document.Id) is Verdict.Book)
            .GroupBy(document => document.Id)
            .ToDictionary(versions => versions.Key, versions => versions.DistinctBy(WhatIsTyped).ToArray());
        var found = changed.Keys.ToDictionary(document => document, _ => new List<Candidate>());
        // One look per version, all changed documents at once: nobody knows which of them was typed when.
        for (var version = 0; changed.Values.Any(versions => version < versions.Length); version++)
        {
            var asTheyWere = changed
                .Where(pair => version < pair.Value.Length)
                .ToDictionary(pair => pair.Key, pair => pair.Value[version]);
            SalesDocument[] all = [.. living.Select(document => asTheyWere.GetValueOrDefault(document.Id, document))];
            var then = Now(all, entries, links, denials);
            foreach (var document in asTheyWere.Keys)
                found[document].AddRange(Before(then[document]));
        }
        return from pair in found
            where pair.Value.Count > 0
            select (pair.Key, pair.Value.DistinctBy(candidate => candidate.Entry.LineId).ToArray());
    }

    /// <summary>What somebody who types a document looks at; a version that differs in nothing of it was seen already.</summary>
    static object WhatIsTyped(SalesDocument document) =>
        (
            document.Number,
            document.Date,
            document.SignedGross,
            document.Net,
            document.Currency,
            document.Customer,
            document.PaymentReference
        );

    static IEnumerable<Candidate> Before(Verdict then) =>
        Entries(then)
            .Select(candidate =>
                candidate with
                {
                    Because = $"{candidate.Because}, as the document was before it was changed",
                    Reasons = [.. candidate.Reasons, "as the document was before it was changed"],
                }
            );

    static IReadOnlyList<Candidate> Entries(Verdict verdict) =>
        verdict switch
        {
            Verdict.Adopt(var candidate) => [candidate],
            Verdict.Ask(var candidates) => candidates,
            Verdict.Twice(var twins) => twins,
            _ => [],
        };

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
