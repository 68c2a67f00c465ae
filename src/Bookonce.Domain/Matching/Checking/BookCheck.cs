using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Matching.Checking;

/// <summary>
/// What a list of documents and a list of entries say of each other: a verdict per document, entries that are no document,
/// and those among them that were typed twice. The order of the lists does not matter.
/// </summary>
public sealed class BookCheck
{
    readonly int[] held;
    readonly MatchResult result;

    BookCheck(int[] held, MatchResult result, IReadOnlyList<int> foreign, IReadOnlyList<IReadOnlyList<int>> twice) =>
        (this.held, this.result, Foreign, TypedTwice) = (held, result, foreign, twice);

    /// <summary>Places of the entries in no document's list.</summary>
    public IReadOnlyList<int> Foreign { get; }

    /// <summary>Groups of foreign entries that are one thing, typed more than once.</summary>
    public IReadOnlyList<IReadOnlyList<int>> TypedTwice { get; }

    /// <summary>Documents for which not every near entry was weighed, because too many are alike.</summary>
    public int CutDocuments => result.CutDocuments;

    /// <summary>Compares the lists.</summary>
    public static BookCheck Of(IReadOnlyList<MatchDocument> documents, IReadOnlyList<MatchEntry> entries)
    {
        var kept = HeldEntries.Of(documents, entries);
        var holder = kept.Index().Where(pair => pair.Item >= 0).ToDictionary(pair => pair.Item, pair => pair.Index);
        var matched = Matcher.Match(
            new MatchBooks(
                [.. documents.Select((document, place) => document with { IsLinked = kept[place] >= 0 })],
                [
                    .. entries.Select(
                        (entry, place) =>
                            holder.TryGetValue(place, out var document)
                                ? entry with
                                {
                                    LinkedTo = documents[document].Id,
                                }
                                : entry
                    ),
                ]
            )
        );
        var named = new bool[entries.Count];
        for (var document = 0; document < kept.Length; document++)
        {
            if (kept[document] >= 0)
                named[kept[document]] = true;
            foreach (var candidate in matched.EntriesOf(document))
                named[candidate.Entry] = true;
        }
        int[] foreign = [.. Enumerable.Range(0, named.Length).Where(place => !named[place])];
        return new BookCheck(kept, matched, foreign, Checking.TypedTwice.Among(entries, foreign));
    }

    /// <summary>What is said of a document.</summary>
    public MatchVerdict VerdictOf(int document) => result.VerdictOf(document);

    /// <summary>The entry that another integration holds for a document, by booking number and amount; −1 for none.</summary>
    public int HeldFor(int document) => held[document];

    /// <summary>Its entries: one of <c>Linked</c> and <c>Adopt</c>, every twin of <c>Twice</c>, of <c>Ask</c> the best first.</summary>
    public IReadOnlyList<MatchCandidate> EntriesOf(int document) =>
        held[document] < 0
            ? result.EntriesOf(document)
            : [new MatchCandidate(held[document], 1), .. result.EntriesOf(document)];

    /// <summary>What speaks for and against an entry being a document, in words for a bookkeeper.</summary>
    public IReadOnlyList<string> Because(int document, int entry) => result.Because(document, entry);
}
