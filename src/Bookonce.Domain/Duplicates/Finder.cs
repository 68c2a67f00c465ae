using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Duplicates;

/// <summary>
/// Finds what stands in the books twice, or no longer once. It accuses only where the matcher is certain: what may be a
/// document, or a part of one, is a question and no finding.
/// </summary>
public sealed class Finder
{
    readonly DuplicateBooks books;
    readonly LinkedEntries linked;
    readonly IReadOnlyDictionary<Guid, Verdict> verdicts;
    readonly KeepRule keeping;
    readonly MakerRule makers;
    readonly Entry[] foreign;
    readonly IReadOnlySet<Guid> reversed;

    Finder(DuplicateBooks books)
    {
        this.books = books;
        linked = new LinkedEntries(books.Links, books.Entries);
        var apart = TakingBack.Apart(books.Entries, linked, books.Denials);
        verdicts = Matcher.Look(books.Documents, apart, books.Links, books.Denials);
        (keeping, makers) = (new KeepRule(books), new MakerRule(books));
        Entry[] free = [.. books.Entries.Where(entry => !linked.IsLinked(entry))];
        var named = Named(_ => true);
        foreign = [.. apart.Where(entry => !linked.IsLinked(entry) && !named.Contains(entry.LineId))];
        // What has the other sign than its document may be what takes a twin back.
        var upright = Named(pair => Math.Sign(pair.Entry.Amount) == Math.Sign(pair.Document.SignedGross));
        var taking = free.Where(entry => !upright.Contains(entry.LineId));
        reversed = Reversals.Among(free, taking);
    }

    /// <summary>All findings, by date. The order of what is given does not matter.</summary>
    public static IReadOnlyList<Finding> Find(DuplicateBooks books)
    {
        ArgumentNullException.ThrowIfNull(books);
        var finder = new Finder(books);
        var numbers = finder.SameNumbers().ToArray();
        var told = numbers.SelectMany(finding => finding.Holders).Select(holder => holder.Document.Id).ToHashSet();
        return
        [
            .. numbers
                .Concat(finder.OfDocuments(told))
                .Concat<Finding>(finder.TypedTwice())
                .OrderBy(finding => finding.Date)
                .ThenBy(finding => finding.Key, StringComparer.Ordinal),
        ];
    }

    IEnumerable<Finding> OfDocuments(HashSet<Guid> told)
    {
        foreach (var document in books.Documents)
        {
            var link = linked.LinkOf(document.Id);
            var isGone = link is not null && IsGone(link);
            var found = Whole(document);
            if (isGone && !told.Contains(document.Id))
                yield return new Finding.EntryGone(document, link!, [.. Entered(found, document)]);
            else if (!isGone && found.Length >= (link is null ? 2 : 1))
                yield return new Finding.Twins(
                    document,
                    link,
                    [.. Linked(link, document), .. Entered(found, document)]
                );
        }
    }

    /// <summary>Entries that certainly are the document, its own apart; one that was taken back counts no more.</summary>
    Candidate[] Whole(SalesDocument document) =>
        verdicts[document.Id] is Verdict.Twice(var twins)
            ? [.. twins.Where(twin => !reversed.Contains(twin.Entry.LineId))]
            : [];

    bool IsGone(Link link) => linked.IsGone(link) || books.KnownGone.Contains(link.DocumentId);

    IEnumerable<Twin> Linked(Link? link, SalesDocument document) =>
        link is not null && linked.EntryOf(link) is { } entry
            ? [Of(entry, link, document) with { Differences = Differences.Between(document, entry) }]
            : [];

    IEnumerable<Twin> Entered(IEnumerable<Candidate> candidates, SalesDocument document) =>
        candidates
            .OrderBy(candidate => candidate.Entry, EnteredFirst)
            .Select(candidate =>
                Of(candidate.Entry, link: null, document) with
                {
                    Probability = candidate.Probability,
                    Because = candidate.Reasons,
                    Differences = candidate.Differences,
                }
            );

    /// <summary>A number is given once per series, so two documents that show one are not both right.</summary>
    IEnumerable<Finding.SameNumber> SameNumbers()
    {
        var documents = books.Documents.ToDictionary(document => document.Id);
        var byLink = books
            .Links.Where(link => documents.ContainsKey(link.DocumentId))
            .GroupBy(link => (link.Series, link.BookingNumber))
            .Where(group => group.Skip(1).Any())
            .Select(group => new Finding.SameNumber(
                group.Key.Series,
                group.Key.BookingNumber,
                Holders(group.Select(link => documents[link.DocumentId]))
            ))
            .ToArray();
        var told = byLink.SelectMany(finding => finding.Holders).Select(holder => holder.Document.Id).ToHashSet();
        // The other integration keeps the number alone; kinds have journals, and years series, of their own.
        var byHeld = books
            .HeldNumbers.Where(held => documents.ContainsKey(held.Key) && !told.Contains(held.Key))
            .Select(held => (Document: documents[held.Key], Number: held.Value))
            .GroupBy(held => (held.Document.Kind, held.Document.Date.Year, held.Number))
            .Where(group => group.Skip(1).Any())
            .Select(group => new Finding.SameNumber(
                null,
                group.Key.Number,
                Holders(group.Select(held => held.Document))
            ));
        return byLink.Concat(byHeld);
    }

    NumberHolder[] Holders(IEnumerable<SalesDocument> documents) =>
        [
            .. documents
                .Order(DocumentOrder.OldestFirst)
                .Select(document =>
                {
                    var link = linked.LinkOf(document.Id);
                    var entry = link is null ? null : linked.EntryOf(link);
                    return new NumberHolder(
                        document,
                        link,
                        entry is null ? null : Of(entry, link, document),
                        link is not null && IsGone(link)
                    );
                }),
        ];

    IEnumerable<Finding.TypedTwice> TypedTwice() =>
        Repeats
            .Among(foreign.Where(entry => !reversed.Contains(entry.LineId)), books.NotTheSame)
            .Select(group => new Finding.TypedTwice([
                .. group
                    .Order(EnteredFirst)
                    .Select(entry => Of(entry, link: null, document: null) with { Because = ["the same typed again"] }),
            ]));

    /// <summary>Receivable lines that the look names for a document.</summary>
    HashSet<Guid> Named(Func<(SalesDocument Document, Entry Entry), bool> condition) =>
        [
            .. from document in books.Documents
            from candidate in Candidates(verdicts[document.Id])
            where condition((document, candidate.Entry))
            select candidate.Entry.LineId,
        ];

    static IEnumerable<Candidate> Candidates(Verdict verdict) =>
        verdict switch
        {
            Verdict.Adopt(var candidate) => [candidate],
            Verdict.Ask(var candidates) => candidates,
            Verdict.Twice(var twins) => twins,
            _ => [],
        };

    Twin Of(Entry entry, Link? link, SalesDocument? document) =>
        new(entry, link is not null, makers.Of(entry, link, document), keeping.Of(entry, link, document));

    static Comparer<Entry> EnteredFirst { get; } =
        Comparer<Entry>.Create(
            (one, other) =>
                Nullable.Compare(one.EnteredAt, other.EnteredAt) is not 0 and var entered ? entered
                : one.Date.CompareTo(other.Date) is not 0 and var date ? date
                : one.Number.CompareTo(other.Number) is not 0 and var number ? number
                : one.LineId.CompareTo(other.LineId)
        );
}
