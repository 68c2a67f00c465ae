using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Answer;

/// <summary>A person says that a document must not be booked, and may take that back.</summary>
public sealed class SettingAside(IStore store, Synchroniser synchroniser)
{
    /// <summary>The document is not booked and not asked about until somebody takes that back.</summary>
    /// <exception cref="AnswerOutdatedException">It has its entry, or may get one any moment.</exception>
    public Task SetAside(Connection connection, Guid document, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var books = await store.LoadBooks(office.Administration, stop);
                if (
                    books.Links.Any(link => link.DocumentId == document)
                    || books.Intents.Any(intent => intent.DocumentId == document)
                )
                    throw new AnswerOutdatedException();

                await store.SetAside(office, document, isSetAside: true, stop);
                await store.SaveOutcomes(office, [new DocumentOutcome(document, DocumentStatus.SetAside)], stop);
            },
            stop
        );

    /// <summary>The next run looks at the document again.</summary>
    /// <exception cref="AnswerOutdatedException">It is not set aside.</exception>
    public Task TakeBack(Connection connection, Guid document, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                if (!(await store.LoadBooks(office.Administration, stop)).SetAside.Contains(document))
                    throw new AnswerOutdatedException();

                await store.SetAside(office, document, isSetAside: false, stop);
                await store.SaveOutcomes(office, [new DocumentOutcome(document, DocumentStatus.New)], stop);
            },
            stop
        );
}
