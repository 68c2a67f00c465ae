using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Answer;

/// <summary>The books changed since the person looked, so the answer no longer fits. Nothing was written.</summary>
public sealed class AnswerOutdatedException()
    : Exception("The books have changed since this question was shown. Look at it again.");

/// <summary>What a person says about a document that is asked for. Answers are kept, and the question does not come back.</summary>
public sealed class Answering(IStore store, Synchroniser synchroniser, TimeProvider clock)
{
    readonly Looking looking = new(store, clock);

    /// <summary>The entries that may be the document, best first; empty when nothing is asked any more.</summary>
    public async Task<IReadOnlyList<Candidate>> Candidates(
        Connection connection,
        Guid document,
        CancellationToken stop = default
    )
    {
        var looked = await looking.At(connection, stop);
        // What an unanswered try made may still turn up, so nobody is asked before that is known.
        return looked.Books.Intents.Any(intent => intent.DocumentId == document)
            ? []
            : looked.Verdicts.Candidates(document);
    }

    /// <summary>The document is this entry: links them.</summary>
    /// <exception cref="AnswerOutdatedException">The entry is no candidate any more.</exception>
    public Task Choose(Connection connection, Guid document, Guid line, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var candidates = await Candidates(connection, document, stop);
                var entry =
                    candidates.FirstOrDefault(candidate => candidate.Entry.LineId == line)?.Entry
                    ?? throw new AnswerOutdatedException();
                var content = await Content(connection, document, stop);
                var link = Link.To(entry, content, LinkOrigin.Chosen, clock.GetUtcNow());
                await store.Adopt(office, [link], stop);
                if (LinkCheck.Of(link, content, isGone: false, entry) is { } difference)
                    await store.SaveOutcomes(
                        office,
                        [new DocumentOutcome(document, DocumentStatus.Linked, difference)],
                        stop
                    );
            },
            stop
        );

    /// <summary>The document is none of these entries: the next run books it, unless something else may be it.</summary>
    /// <exception cref="AnswerOutdatedException">Other entries have become candidates.</exception>
    public Task Deny(
        Connection connection,
        Guid document,
        IReadOnlyList<Guid> lines,
        CancellationToken stop = default
    ) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var candidates = await Candidates(connection, document, stop);
                if (candidates.Count == 0 || candidates.Any(candidate => !lines.Contains(candidate.Entry.LineId)))
                    throw new AnswerOutdatedException();

                await store.Deny(office, [.. lines.Select(line => new Denial(document, line))], stop);
                var isLinked = (await store.LoadBooks(office.Administration, stop)).Links.Any(link =>
                    link.DocumentId == document
                );
                var status = isLinked ? DocumentStatus.Linked : DocumentStatus.Book;
                await store.SaveOutcomes(office, [new DocumentOutcome(document, status)], stop);
            },
            stop
        );

    /// <summary>A linked document and its entry differ, and that is as it should be: it is not told again.</summary>
    /// <exception cref="AnswerOutdatedException">It has no link, or its entry is gone.</exception>
    public Task Accept(Connection connection, Guid document, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var books = await store.LoadBooks(office.Administration, stop);
                var linked = new LinkedEntries(books.Links, books.Entries);
                if (linked.LinkOf(document) is not { } link || linked.EntryOf(link) is not { } entry)
                    throw new AnswerOutdatedException();

                await store.Accept(office, link.Accepted(await Content(connection, document, stop), entry), stop);
            },
            stop
        );

    /// <summary>Nobody else books any more: booking goes on with the next run.</summary>
    public Task GoOn(Connection connection, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                // What was read last is where the others ended.
                var books = await store.LoadBooks(office.Administration, stop);
                var aloneSince = Tripwire.AloneSince(books.Entries) ?? clock.GetUtcNow();
                await store.GoOn(office, connection.Id, aloneSince, stop);
            },
            stop
        );

    async Task<SalesDocument> Content(Connection connection, Guid document, CancellationToken stop) =>
        (await store.LoadDocuments(connection.Id, stop)).Single(stored => stored.Content.Id == document).Content;
}
