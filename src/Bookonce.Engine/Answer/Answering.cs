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
public sealed class Answering(IStore store, Synchroniser synchroniser)
{
    /// <summary>The entries that may be the document, best first; empty when nothing is asked any more.</summary>
    public async Task<IReadOnlyList<Candidate>> Candidates(
        Connection connection,
        Guid document,
        CancellationToken stop = default
    )
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        // What an unanswered try made may still turn up, so nobody is asked before that is known.
        if (books.Intents.Any(intent => intent.DocumentId == document))
            return [];

        var documents = (await store.LoadDocuments(connection.Id, stop)).Select(stored => stored.Content).ToArray();
        var verdicts = PlainMatcher.Look(documents, books.Entries, books.Links, books.Denials);
        return verdicts.GetValueOrDefault(document) is Verdict.Ask(var candidates) ? candidates : [];
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
                var kind = await KindOf(connection, document, stop);
                await store.Adopt(
                    office,
                    [new Link(document, kind, entry.EntryId, line, entry.Series, entry.Number, LinkOrigin.Chosen)],
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
                await store.SaveOutcomes(office, [new DocumentOutcome(document, DocumentStatus.Book)], stop);
            },
            stop
        );

    async Task<DocumentKind> KindOf(Connection connection, Guid document, CancellationToken stop) =>
        (await store.LoadDocuments(connection.Id, stop)).Single(stored => stored.Content.Id == document).Content.Kind;
}
