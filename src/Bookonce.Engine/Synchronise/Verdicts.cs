using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Synchronise;

/// <summary>What one look says of the documents of a connection, and what that makes of each.</summary>
sealed class Verdicts
{
    readonly SalesDocument[] documents;
    readonly HashSet<Guid> gone;
    readonly LinkedEntries linked;
    readonly IReadOnlyDictionary<Guid, Verdict> verdicts;
    readonly IReadOnlyDictionary<Guid, Candidate> mayBeTwice;
    readonly IReadOnlySet<Guid> setAside;
    readonly Connection connection;
    readonly DateTimeOffset now;

    public Verdicts(
        Books books,
        IReadOnlyList<StoredDocument> own,
        IReadOnlyList<StoredDocument> others,
        Connection connection,
        DateTimeOffset now
    )
    {
        (this.connection, this.now) = (connection, now);
        documents = [.. own.Select(document => document.Content).Order(DocumentOrder.OldestFirst)];
        var all = own.Concat(others).ToArray();
        gone = [.. all.Where(document => document.IsGone).Select(document => document.Content.Id)];
        setAside = books.SetAside;
        linked = new LinkedEntries(books.Links, books.Entries);
        SalesDocument[] living = [.. all.Where(document => !document.IsGone).Select(document => document.Content)];
        verdicts = Domain.Matching.Look.At(
            living,
            [.. all.Where(document => document.IsGone).Select(document => document.Content)],
            [.. all.SelectMany(document => document.Former)],
            books.Entries,
            books.Links,
            books.Denials
        );
        mayBeTwice = MayBeTwice.Among(living, verdicts, books.Entries, linked, books.Denials);
    }

    /// <summary>Documents of this look that nothing in the books may be.</summary>
    public IEnumerable<SalesDocument> ToBook => documents.Where(document => Of(document.Id) is Verdict.Book);

    /// <summary>Documents, each with an entry that certainly is it and is not its link.</summary>
    public IEnumerable<(SalesDocument Document, Entry Entry)> Certain =>
        documents.SelectMany(document =>
            Of(document.Id) switch
            {
                Verdict.Adopt(var candidate) => [(document, candidate.Entry)],
                Verdict.Twice(var twins) => twins.Where(twin => twin.IsCertain).Select(twin => (document, twin.Entry)),
                _ => Enumerable.Empty<(SalesDocument, Entry)>(),
            }
        );

    /// <summary>What a person may be asked about a document, best first: entries that may be it, or may be it a second time.</summary>
    public IReadOnlyList<Candidate> Candidates(Guid document) =>
        Of(document) is Verdict.Ask(var candidates) ? candidates
        : mayBeTwice.TryGetValue(document, out var twin) ? [twin]
        : [];

    /// <summary>Every entry that is or may be a document of any connection, and is not its link.</summary>
    public IEnumerable<Candidate> Named =>
        verdicts
            .Values.SelectMany(verdict =>
                verdict switch
                {
                    Verdict.Adopt(var candidate) => [candidate],
                    Verdict.Ask(var candidates) => candidates,
                    Verdict.Twice(var twins) => twins,
                    _ => Enumerable.Empty<Candidate>(),
                }
            )
            .Concat(mayBeTwice.Values);

    /// <summary>
    /// Whether an entry in the books may be a document that is not linked. Nothing is looked for on behalf of a deleted one, so
    /// it may.
    /// </summary>
    public bool MayBeThere(Guid document) => Of(document) is null or Verdict.Adopt or Verdict.Ask or Verdict.Twice;

    /// <summary>Says of every document where it stands; returns those that can be booked, oldest first, with their drafts.</summary>
    /// <param name="result">Takes it up.</param>
    /// <param name="neverSeen">Linked documents whose entry is gone though the mirror never saw it.</param>
    /// <param name="read">Reads the masters as they are now; only called when there is something to book.</param>
    public async Task<List<(SalesDocument Document, EntryDraft Draft)>> Tell(
        RunResult result,
        IReadOnlySet<Guid> neverSeen,
        Func<Task<Masters>> read
    )
    {
        var toBook = new List<(SalesDocument, EntryDraft)>();
        var stopped = new HashSet<string>(StringComparer.Ordinal);
        Masters? masters = null;
        foreach (var document in documents.Where(document => !result.IsHeld(document.Id)))
        {
            var journal = connection.Settings.JournalOf(document.Kind);
            switch (Of(document.Id))
            {
                case null:
                    Gone(document, result);
                    break;
                case Verdict.Linked:
                    Linked(document, result, neverSeen);
                    break;
                case Verdict.Adopt or Verdict.Ask or Verdict.Book when setAside.Contains(document.Id):
                    result.Set(document.Id, DocumentStatus.SetAside);
                    break;
                case Verdict.Adopt(var candidate):
                    result.Adopt(document, candidate, now);
                    break;
                case Verdict.Ask(var candidates):
                    result.Set(document.Id, DocumentStatus.Ask, Words.MayBe(candidates));
                    break;
                case Verdict.Twice(var twins):
                    Twice(document, twins, result, neverSeen);
                    break;
                case Verdict.Book when stopped.Contains(journal):
                    result.Set(document.Id, DocumentStatus.Waiting, BookingSession.StrictOrder);
                    break;
                default:
                    masters ??= await read();
                    var translation = Translator.Translate(document, connection.Settings, masters);
                    if (translation is Translation.Ready(var draft))
                        toBook.Add((document, draft));
                    result.Translated(document.Id, translation);
                    break;
            }

            if (connection.Settings.StrictOrder && result.IsOpen(document.Id))
                stopped.Add(journal);
        }
        return toBook;
    }

    /// <summary>What the look says of a document; null of one that is gone.</summary>
    public Verdict? Of(Guid document) => verdicts.GetValueOrDefault(document);

    /// <summary>A deleted document is told with its link, while it has one.</summary>
    void Gone(SalesDocument document, RunResult result)
    {
        if (linked.LinkOf(document.Id) is { } link)
            result.Set(
                document.Id,
                DocumentStatus.Linked,
                linked.IsGone(link)
                    ? Words.BothGone(link)
                    : LinkCheck.Of(link, document, isGone: true, linked.EntryOf(link))
            );
        else
            result.Set(document.Id, DocumentStatus.Problem, Words.DocumentGone);
    }

    void Linked(SalesDocument document, RunResult result, IReadOnlySet<Guid> neverSeen)
    {
        var link = linked.LinkOf(document.Id)!;
        var problem =
            linked.IsGone(link) || neverSeen.Contains(document.Id) ? Words.EntryGone(link)
            : LinkCheck.Of(link, document, isGone: false, linked.EntryOf(link)) is { } changed ? changed
            : mayBeTwice.TryGetValue(document.Id, out var twin) ? Words.MayBeTwice(link, twin)
            : result.ProblemOf(document.Id) is { Code: "amountDiffers" } differs && linked.EntryOf(link) is null
                ? differs
            : null;
        result.Set(document.Id, DocumentStatus.Linked, problem);
    }

    /// <summary>An entry that took the place of a deleted one is no twin: whoever removed it would remove the last.</summary>
    void Twice(SalesDocument document, IReadOnlyList<Candidate> twins, RunResult result, IReadOnlySet<Guid> neverSeen)
    {
        if (linked.LinkOf(document.Id) is { } link && (linked.IsGone(link) || neverSeen.Contains(document.Id)))
            result.Set(document.Id, DocumentStatus.Linked, Words.EntryReplaced(link, twins));
        else
            result.Set(document.Id, DocumentStatus.Twice, Words.StandsTwice(twins, linked.LinkOf(document.Id)));
    }
}
