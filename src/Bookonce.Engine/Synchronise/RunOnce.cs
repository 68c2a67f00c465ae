using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Store;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Synchronise;

/// <summary>One pass over one connection: follow both sides, look, adopt, book, and say what a person should know.</summary>
sealed class RunOnce(
    IStore store,
    Office office,
    Connection connection,
    ExactOnlineClient exact,
    TeamleaderClient teamleader,
    NewId newId,
    TimeProvider clock,
    Action<RunProgress> report
)
{
    /// <summary>Masters change rarely; a run that finds problems reads them again anyway.</summary>
    static readonly TimeSpan MastersAge = TimeSpan.FromHours(12);

    /// <summary>Teamleader's largest page. Fewer ids than that always fit one.</summary>
    const int IdsPerCall = 99;

    readonly ExactDivision division = exact.Division(connection.Administration.Division);

    /// <summary>Where every document stands, as far as the run came; null before it could look.</summary>
    public RunResult? Result { get; private set; }

    /// <summary>Runs.</summary>
    public async Task Run(bool isPreview, CancellationToken stop)
    {
        var before = await store.LoadDocuments(connection.Id, stop);
        report(new RunProgress(RunStep.FollowTeamleader));
        await new FollowTeamleader(store, office, teamleader, clock).Follow(
            connection,
            before.ToDictionary(document => document.Content.Id, document => document.Content),
            report,
            stop
        );

        report(new RunProgress(RunStep.FollowExact));
        var books = await FollowBooks(before, stop);
        var documents = await DocumentsInRange(books, stop);
        var result = Result = new RunResult(documents, books.Links, isPreview);

        if (!isPreview && connection.Settings.Mode == Mode.Book)
            await Recover(books, documents, result);
        else
            result.Hold(books.Intents.Select(intent => intent.DocumentId));

        report(new RunProgress(RunStep.Look));
        books = await store.LoadBooks(office.Administration, stop);
        var masters = await WithWhatMoves(books.Masters!, documents, books.Links, stop);
        var toBook = Look(books, documents, await OtherDocuments(stop), masters, result);
        if (!isPreview)
            await Adopt(result);
        await store.SaveOutcomes(office, result.Outcomes, stop);

        if (!isPreview && connection.Settings.Mode == Mode.Book && toBook.Count > 0)
            await Book(toBook, result, stop);
    }

    /// <summary>A later start date keeps documents from being booked, but ends no link and forgets no try.</summary>
    async Task<IReadOnlyList<StoredDocument>> DocumentsInRange(Books books, CancellationToken stop)
    {
        var known = books
            .Links.Select(link => link.DocumentId)
            .Concat(books.Intents.Select(intent => intent.DocumentId))
            .ToHashSet();
        return
        [
            .. (await store.LoadDocuments(connection.Id, stop)).Where(document =>
                document.Content.Date >= connection.Settings.StartDate || known.Contains(document.Content.Id)
            ),
        ];
    }

    async Task<Books> FollowBooks(IReadOnlyList<StoredDocument> before, CancellationToken stop)
    {
        var books = await store.LoadBooks(office.Administration, stop);
        var now = clock.GetUtcNow();
        var hasProblems = before.Any(document => document.Outcome.Status == DocumentStatus.Problem);
        if (books.Masters is not { } masters || hasProblems || now - books.MastersReadAt > MastersAge)
        {
            masters = await ReadMasters.All(division, connection.Administration.Currency, stop);
            await store.SaveMasters(office, masters, now, stop);
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await new FollowExact(store, office, division, masters).Follow(
            books.Point,
            connection.Settings.StartDate,
            today,
            stop
        );
        return await store.LoadBooks(office.Administration, stop);
    }

    /// <summary>Closed periods and rates are read when there is something to book: a bookkeeper changes them at any time.</summary>
    async Task<Masters> WithWhatMoves(
        Masters masters,
        IReadOnlyList<StoredDocument> documents,
        IReadOnlyList<Link> links,
        CancellationToken stop
    )
    {
        var linked = links.Select(link => link.DocumentId).ToHashSet();
        var open = documents
            .Select(document => document.Content)
            .Where(document => !linked.Contains(document.Id))
            .ToArray();
        if (open.Length == 0)
            return masters;

        var currencies = open.Select(document => document.Currency.Code)
            .Where(code => code != masters.Currency)
            .ToHashSet(StringComparer.Ordinal);
        return masters with
        {
            ClosedPeriods = await ReadMasters.Closed(division, stop),
            Rates = await ReadMasters.Rates(division, currencies, open.Min(document => document.Date), stop),
        };
    }

    /// <summary>What became of tries that were never answered is found out before anything else is sent.</summary>
    async Task Recover(Books books, IReadOnlyList<StoredDocument> documents, RunResult result)
    {
        if (books.Intents.Count == 0)
            return;

        var kinds = documents.ToDictionary(document => document.Content.Id, document => document.Content.Kind);
        var linked = books.Links.Select(link => link.DocumentId).ToHashSet();
        var booker = new BookDocument(
            store,
            office,
            division,
            new SeriesBook(books, connection.Settings),
            new MirroredMarks(books.Entries),
            newId,
            clock
        );
        foreach (var intent in books.Intents.Where(intent => kinds.ContainsKey(intent.DocumentId)))
            // A document that has its entry by now must not be sent once more.
            if (!linked.Contains(intent.DocumentId))
                result.Recovered(await booker.Recover(intent, kinds[intent.DocumentId]));
    }

    /// <summary>Gives every document its verdict; returns those that can be booked, oldest first, with their drafts.</summary>
    List<(SalesDocument Document, EntryDraft Draft)> Look(
        Books books,
        IReadOnlyList<StoredDocument> documents,
        IReadOnlyList<SalesDocument> others,
        Masters masters,
        RunResult result
    )
    {
        var toBook = new List<(SalesDocument, EntryDraft)>();
        var stopped = new HashSet<string>(StringComparer.Ordinal);
        var verdicts = PlainMatcher.Look(
            [.. documents.Select(document => document.Content), .. others],
            books.Entries,
            books.Links,
            books.Denials
        );
        foreach (var document in documents.Select(document => document.Content).Order(DocumentOrder.OldestFirst))
        {
            if (result.IsHeld(document.Id))
                continue;

            switch (verdicts[document.Id])
            {
                case Verdict.Linked when GoneEntry(document.Id, books) is { } gone:
                    result.Set(document.Id, DocumentStatus.Linked, Words.EntryGone(gone));
                    break;
                case Verdict.Linked:
                    result.Keep(document.Id);
                    break;
                case Verdict.Adopt(var candidate):
                    result.Adopt(document, candidate);
                    break;
                case Verdict.Ask(var candidates):
                    result.Set(document.Id, DocumentStatus.Ask, Words.MayBe(candidates));
                    break;
                case Verdict.Twice(var replacements) when GoneEntry(document.Id, books) is { } gone:
                    result.Set(document.Id, DocumentStatus.Linked, Words.EntryReplaced(gone, replacements));
                    break;
                case Verdict.Twice(var twins):
                    result.Set(
                        document.Id,
                        DocumentStatus.Twice,
                        Words.StandsTwice(twins, books.Links.FirstOrDefault(link => link.DocumentId == document.Id))
                    );
                    break;
                case Verdict.Book when stopped.Contains(connection.Settings.JournalOf(document.Kind)):
                    result.Set(document.Id, DocumentStatus.Waiting, BookingSession.StrictOrder);
                    break;
                default:
                    var translation = Translator.Translate(document, connection.Settings, masters);
                    if (translation is Translation.Ready(var draft))
                        toBook.Add((document, draft));
                    result.Translated(document.Id, translation);
                    break;
            }

            if (connection.Settings.StrictOrder && result.IsOpen(document.Id))
                stopped.Add(connection.Settings.JournalOf(document.Kind));
        }
        return toBook;
    }

    /// <summary>A link whose line the mirror had, and has no more; null while the entry stands.</summary>
    static Link? GoneEntry(Guid document, Books books) =>
        books.Links.FirstOrDefault(link => link.DocumentId == document) is { LineId: { } line } link
        && books.Entries.All(entry => entry.LineId != line && entry.EntryId != link.EntryId)
            ? link
            : null;

    /// <summary>Documents of other connections claim their entries too; two company entities may number alike.</summary>
    async Task<IReadOnlyList<SalesDocument>> OtherDocuments(CancellationToken stop)
    {
        var documents = new List<SalesDocument>();
        foreach (var other in await store.Connections(stop))
            if (other.Id != connection.Id && other.Administration.Id == office.Administration)
                documents.AddRange((await store.LoadDocuments(other.Id, stop)).Select(stored => stored.Content));
        return documents;
    }

    async Task Adopt(RunResult result)
    {
        if (result.ToAdopt.Count == 0)
            return;

        await store.Adopt(office, result.ToAdopt);
        result.Adopted();
    }

    async Task Book(List<(SalesDocument Document, EntryDraft Draft)> toBook, RunResult result, CancellationToken stop)
    {
        toBook = await StillThere(toBook, result, stop);
        // Exact takes few errors an hour: what was refused before must not use them up in front of everything else.
        if (!connection.Settings.StrictOrder)
            toBook = [.. toBook.OrderBy(pair => result.WasRefused(pair.Document.Id))];
        var booking = await BookingSession.Begin(
            store,
            office,
            connection,
            division,
            teamleader,
            newId,
            clock,
            [.. toBook.Select(pair => pair.Document)],
            stop
        );
        var done = 0;
        foreach (var (document, draft) in toBook)
        {
            report(new RunProgress(RunStep.Book, done++, toBook.Count));
            stop.ThrowIfCancellationRequested();
            var outcome = await booking.Book(document, draft);
            result.Booked(outcome);
            if (outcome is not { Status: DocumentStatus.Linked, Problem: null })
                await store.SaveOutcomes(office, [outcome], CancellationToken.None);
        }
        report(new RunProgress(RunStep.Book, done, toBook.Count));
    }

    /// <summary>A document deleted in Teamleader is told by no list of changes, so what is about to be booked is asked for by its ids.</summary>
    async Task<List<(SalesDocument Document, EntryDraft Draft)>> StillThere(
        List<(SalesDocument Document, EntryDraft Draft)> toBook,
        RunResult result,
        CancellationToken stop
    )
    {
        var living = new HashSet<Guid>();
        foreach (var chunk in Ids(DocumentKind.Invoice).Chunk(IdsPerCall))
        await foreach (var invoice in teamleader.Invoices.List(new InvoiceFilter { Ids = chunk }, stop))
            living.Add(Guid.Parse(invoice.Id));
        foreach (var chunk in Ids(DocumentKind.CreditNote).Chunk(IdsPerCall))
        await foreach (var note in teamleader.CreditNotes.List(new CreditNoteFilter { Ids = chunk }, stop))
            living.Add(Guid.Parse(note.Id));

        var gone = toBook.Where(pair => !living.Contains(pair.Document.Id)).Select(pair => pair.Document.Id).ToArray();
        foreach (var document in gone)
            result.Set(document, DocumentStatus.Problem, Words.DocumentGone);
        await store.SaveOutcomes(
            office,
            [.. result.Outcomes.Where(outcome => gone.Contains(outcome.DocumentId))],
            stop
        );
        return [.. toBook.Where(pair => living.Contains(pair.Document.Id))];

        IEnumerable<string> Ids(DocumentKind kind) =>
            toBook.Where(pair => pair.Document.Kind == kind).Select(pair => pair.Document.Id.ToString());
    }
}
