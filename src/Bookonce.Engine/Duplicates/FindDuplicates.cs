using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Duplicates;

/// <summary>What stands in the books of an administration twice, or no longer once.</summary>
/// <param name="Findings">By date.</param>
/// <param name="ReadAt">When the books were last followed, UTC; null before the first run, when nothing can be said.</param>
public sealed record FoundDuplicates(IReadOnlyList<Finding> Findings, DateTimeOffset? ReadAt);

/// <summary>
/// Looks for duplicates in what was last read of both sides, whoever books: nothing is called and nothing is written.
/// </summary>
public sealed class FindDuplicates(IStore store, Synchroniser synchroniser)
{
    /// <summary>The findings of a connection's administration, with those of every connection that shares it.</summary>
    public async Task<FoundDuplicates> In(Connection connection, CancellationToken stop = default)
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        return new FoundDuplicates(
            books.Point.FollowedAt is null
                ? []
                : Finder.Find(
                    await Input(store, books, connection, await store.LoadDocuments(connection.Id, stop), stop)
                ),
            books.Point.FollowedAt
        );
    }

    /// <summary>
    /// A person says that an entry is not the same as the others of its finding. It is kept, and not shown again; the next
    /// run looks at the document anew.
    /// </summary>
    /// <param name="connection">A connection of the administration.</param>
    /// <param name="key">The finding; see <see cref="Finding.Key"/>.</param>
    /// <param name="line">The receivable line of the entry.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="AnswerOutdatedException">The finding or the entry is not there any more.</exception>
    public Task NotTheSame(Connection connection, string key, Guid line, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var finding =
                    (await In(connection, stop)).Findings.FirstOrDefault(finding => finding.Key == key)
                    ?? throw new AnswerOutdatedException();
                if (finding.Entries.FirstOrDefault(twin => twin.Entry.LineId == line) is not { IsLinked: false })
                    throw new AnswerOutdatedException();

                await (
                    finding switch
                    {
                        Finding.Twins(var document, var link, var twins) => Deny(
                            office,
                            document,
                            line,
                            // Linked and without another twin it is in order; else the next run says what it is.
                            link is not null
                            && twins.Count <= 2
                                ? DocumentStatus.Linked
                                : null,
                            stop
                        ),
                        Finding.EntryGone(var document, _, _) => Deny(office, document, line, status: null, stop),
                        Finding.TypedTwice(var twins) => store.TellApart(
                            office,
                            [
                                .. twins
                                    .Where(twin => twin.Entry.LineId != line)
                                    .Select(twin => Domain.Duplicates.NotTheSame.Of(twin.Entry.LineId, line)),
                            ],
                            stop
                        ),
                        _ => throw new AnswerOutdatedException(),
                    }
                );
            },
            stop
        );

    async Task Deny(Office office, SalesDocument document, Guid line, DocumentStatus? status, CancellationToken stop)
    {
        await store.Deny(office, [new Denial(document.Id, line)], stop);
        if (status is { } known)
            await store.SaveOutcomes(office, [new DocumentOutcome(document.Id, known)], stop);
    }

    /// <summary>Everything of an administration that the finder looks at.</summary>
    internal static async Task<DuplicateBooks> Input(
        IStore store,
        Books books,
        Connection connection,
        IReadOnlyList<StoredDocument> own,
        CancellationToken stop
    )
    {
        StoredDocument[] documents = [.. own, .. await store.LoadNeighboursDocuments(connection, stop)];
        var linked = books.Links.Select(link => link.DocumentId).ToHashSet();
        return new DuplicateBooks
        {
            Documents = [.. documents.Where(document => !document.IsGone).Select(document => document.Content)],
            Entries = books.Entries,
            Links = books.Links,
            Denials = books.Denials,
            NotTheSame = books.NotTheSame,
            // The mirror never had the entry, but a run asked for it and it was not there.
            KnownGone = documents
                .Where(document =>
                    document.Outcome.Problem is { Code: "entryGone" or "entryReplaced" }
                    && linked.Contains(document.Content.Id)
                )
                .Select(document => document.Content.Id)
                .ToHashSet(),
            Closings = books.Masters?.Closings,
        };
    }
}
