using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Answer;

/// <summary>A linked document whose entry says another amount.</summary>
public sealed record Difference(SalesDocument Document, Entry Entry, DifferenceKind Kind);

/// <summary>
/// Answers questions of one kind together. Whoever asks names the documents that were shown; one that is no such question
/// any more is left alone, and the number of those that were answered comes back.
/// </summary>
public sealed class BulkAnswering(IStore store, Synchroniser synchroniser, TimeProvider clock)
{
    readonly Looking looking = new(store, clock);

    /// <summary>All open questions of a connection, oldest document first.</summary>
    public async Task<IReadOnlyList<Question>> Questions(Connection connection, CancellationToken stop = default) =>
        Questions(await looking.At(connection, stop), connection);

    /// <summary>All differences of linked documents that nobody accepted yet, oldest document first.</summary>
    public async Task<IReadOnlyList<Difference>> Differences(Connection connection, CancellationToken stop = default) =>
        Differences(await looking.At(connection, stop));

    /// <summary>Each of the documents is its one candidate: links them.</summary>
    public Task<int> ChooseAll(
        Connection connection,
        QuestionKind kind,
        IReadOnlyCollection<Guid> documents,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(kind);
        return synchroniser.InTurn(
            connection,
            async office =>
            {
                var asked = Still(Questions(await looking.At(connection, stop), connection), kind, documents);
                var pairs = Question.Clear(asked);
                Link[] links =
                [
                    .. pairs.Select(pair => Link.To(pair.Entry, pair.Document, LinkOrigin.Chosen, clock.GetUtcNow())),
                ];
                await store.Adopt(office, links, stop);
                await store.SaveOutcomes(
                    office,
                    [
                        .. links.Zip(
                            pairs,
                            (link, pair) =>
                                new DocumentOutcome(
                                    link.DocumentId,
                                    DocumentStatus.Linked,
                                    LinkCheck.Of(link, pair.Document, isGone: false, pair.Entry)
                                )
                        ),
                    ],
                    stop
                );
                return links.Length;
            },
            stop
        );
    }

    /// <summary>None of the documents is any of its candidates: the next run books them.</summary>
    public Task<int> DenyAll(
        Connection connection,
        QuestionKind kind,
        IReadOnlyCollection<Guid> documents,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(kind);
        return synchroniser.InTurn(
            connection,
            async office =>
            {
                var asked = Still(Questions(await looking.At(connection, stop), connection), kind, documents);
                await store.Deny(
                    office,
                    [
                        .. from question in asked
                        from candidate in question.Candidates
                        select new Denial(question.Document.Id, candidate.Entry.LineId),
                    ],
                    stop
                );
                await store.SaveOutcomes(
                    office,
                    [.. asked.Select(question => new DocumentOutcome(question.Document.Id, DocumentStatus.Book))],
                    stop
                );
                return asked.Length;
            },
            stop
        );
    }

    /// <summary>The differences of the documents are as they should be.</summary>
    public Task<int> AcceptAll(
        Connection connection,
        DifferenceKind kind,
        IReadOnlyCollection<Guid> documents,
        CancellationToken stop = default
    ) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var looked = await looking.At(connection, stop);
                var links = looked.Books.Links.ToDictionary(link => link.DocumentId);
                Difference[] meant =
                [
                    .. Differences(looked)
                        .Where(difference => difference.Kind == kind && documents.Contains(difference.Document.Id)),
                ];
                foreach (var (document, entry, _) in meant)
                    await store.Accept(office, links[document.Id].Accepted(document, entry), stop);
                return meant.Length;
            },
            stop
        );

    static Question[] Still(IEnumerable<Question> questions, QuestionKind kind, IReadOnlyCollection<Guid> documents) =>
        [.. questions.Where(question => question.Kind == kind && documents.Contains(question.Document.Id))];

    static IReadOnlyList<Question> Questions(Looked looked, Connection connection)
    {
        var tried = looked.Books.Intents.Select(intent => intent.DocumentId).ToHashSet();
        return
        [
            .. from stored in looked.Documents
            let document = stored.Content
            where
                !stored.IsGone
                && document.Date >= connection.Settings.StartDate
                && !tried.Contains(document.Id)
                && !looked.Books.SetAside.Contains(document.Id)
            let verdict = looked.Verdicts.Of(document.Id) as Verdict.Ask
            where verdict is not null
            select new Question(document, verdict.Candidates),
        ];
    }

    static IReadOnlyList<Difference> Differences(Looked looked)
    {
        var linked = new LinkedEntries(looked.Books.Links, looked.Books.Entries);
        return
        [
            .. from stored in looked.Documents
            where stored is { IsGone: false, Outcome: { Status: DocumentStatus.Linked, Problem.Code: "amountDiffers" } }
            let link = linked.LinkOf(stored.Content.Id)
            where link is { IsAccepted: false }
            let entry = linked.EntryOf(link)
            where entry is not null
            let kind = DifferenceKinds.Between(stored.Content, entry)
            where kind != DifferenceKind.None
            select new Difference(stored.Content, entry, kind),
        ];
    }
}
