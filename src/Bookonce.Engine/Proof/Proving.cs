using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Proof;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Proof;

/// <summary>
/// Shows that both sides agree in a period, or where they do not: links and documents as the last run left them, totals and
/// VAT of the entries as Exact shows them now. Nothing is written to either service.
/// </summary>
public sealed class Proving(
    IStore store,
    IReadSide readSide,
    VendorClients vendors,
    Synchroniser synchroniser,
    TimeProvider clock
)
{
    /// <summary>Makes the statement. No run is under way meanwhile.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="from">The first day; see <see cref="ProofPeriod"/> for what is taken when it is left out.</param>
    /// <param name="to">The last day; today when it is left out.</param>
    /// <param name="progress">Told how far the reading is; must be quick.</param>
    /// <param name="stop">Ends the reading; a part of it proves nothing.</param>
    /// <exception cref="CannotBeDoneException">Nothing can be said of the period.</exception>
    public Task<DatedStatement> Prove(
        Connection connection,
        DateOnly? from = null,
        DateOnly? to = null,
        Action<ProofProgress>? progress = null,
        CancellationToken stop = default
    ) => synchroniser.InTurn(connection, _ => InTurn(connection, from, to, progress ?? (_ => { }), stop), stop);

    async Task<DatedStatement> InTurn(
        Connection connection,
        DateOnly? from,
        DateOnly? to,
        Action<ProofProgress> progress,
        CancellationToken stop
    )
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        if (
            books is not { Masters: { } masters, Point.FollowedAt: { } entriesReadAt }
            || await store.TeamleaderPoint(connection.Id, stop) is not { } documentsReadAt
        )
            throw new CannotBeDoneException(
                new Problem("notReadYet", "Both sides were not read yet.", "Run 'bookonce preview' first.")
            );
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var period = ProofPeriod.Of(from, to, connection.Settings.StartDate, masters, today);
        if (period.Refusal(connection.Settings.StartDate) is { } refusal)
            throw new CannotBeDoneException(refusal);

        var documents = await store.LoadDocuments(connection.Id, stop);
        var findings = Finder.Find(await FindDuplicates.Input(store, books, connection, documents, stop));
        var input = Input(period, documents, books, findings);
        var (read, calls) = await Read(connection, masters, SalesEntries(input), progress, stop);
        return new DatedStatement
        {
            Connection = connection,
            Statement = Prover.Of(AsReadNow(input, read)),
            MadeAt = clock.GetUtcNow(),
            DocumentsReadAt = documentsReadAt,
            EntriesReadAt = entriesReadAt,
            Log = await readSide.LogEnd(connection.Administration.Id, stop),
            ExactCalls = calls,
        };
    }

    static ProofBooks Input(
        ProofPeriod period,
        IReadOnlyList<StoredDocument> documents,
        Books books,
        IReadOnlyList<Finding> findings
    ) =>
        new()
        {
            From = period.From,
            To = period.To,
            Documents = [.. documents.Where(document => !document.IsGone).Select(document => document.Content)],
            Gone = [.. documents.Where(document => document.IsGone).Select(document => document.Content)],
            Entries = books.Entries,
            Links = books.Links,
            Twice = findings.OfType<Finding.Twins>().Select(twins => twins.Document.Id).ToHashSet(),
            NothingToBook = documents
                .Where(document => document.Outcome.Status == DocumentStatus.NothingToBook)
                .Select(document => document.Content.Id)
                .ToHashSet(),
        };

    /// <summary>The entries of the period's documents that have VAT.</summary>
    static Guid[] SalesEntries(ProofBooks books)
    {
        var linked = new LinkedEntries(books.Links, books.Entries);
        return
        [
            .. books
                .Documents.Where(document => books.From <= document.Date && document.Date <= books.To)
                .Select(document => linked.LinkOf(document.Id))
                .OfType<Link>()
                .Select(linked.EntryOf)
                .OfType<Entry>()
                .Where(entry => entry.IsSales)
                .Select(entry => entry.EntryId)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>What was read just now outweighs the mirror.</summary>
    static ProofBooks AsReadNow(ProofBooks books, IReadOnlyDictionary<Guid, ReadEntry> read) =>
        books with
        {
            Entries =
            [
                .. books.Entries.Select(entry =>
                    entry.IsSales && read.TryGetValue(entry.EntryId, out var now)
                        ? entry with
                        {
                            Amount = now.Amount,
                            Currency = now.Currency,
                        }
                        : entry
                ),
            ],
            Vat = read.Where(pair => pair.Value.Vat is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Value.Vat!),
        };

    async Task<(IReadOnlyDictionary<Guid, ReadEntry> Read, int Calls)> Read(
        Connection connection,
        Masters masters,
        Guid[] entries,
        Action<ProofProgress> progress,
        CancellationToken stop
    )
    {
        var access =
            await store.FindAccess(connection.Administration.ExactAccess, stop)
            ?? throw new InvalidOperationException($"Access {connection.Administration.ExactAccess} is gone.");
        var done = 0;
        var exact = vendors.Exact(access, onWait: until => progress(new ProofProgress(done, entries.Length, until)));
        try
        {
            progress(new ProofProgress(0, entries.Length));
            var read = await new ReadVat(exact.Division(connection.Administration.Division), masters).Of(
                entries,
                count => progress(new ProofProgress(done = count, entries.Length)),
                stop
            );
            return (read, (int)exact.CallsMade);
        }
        finally
        {
            await vendors.KeepBudget(access, connection.Administration.Division);
        }
    }
}
