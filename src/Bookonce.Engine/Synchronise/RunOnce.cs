using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Repair;
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
    IReadOnlyList<Neighbour> neighbours,
    NewId newId,
    TimeProvider clock,
    Action<RunProgress> report
)
{
    readonly ExactDivision division = exact.Division(connection.Administration.Division);

    /// <summary>Where every document stands, as far as the run came; null before it could look.</summary>
    public RunResult? Result { get; private set; }

    /// <summary>Runs.</summary>
    public async Task Run(bool isPreview, CancellationToken stop)
    {
        var mayBook = !isPreview && connection.Settings.Mode == Mode.Book;
        var before = await store.LoadDocuments(connection.Id, stop);
        var follow = new FollowBothSides(store, office, connection, division, teamleader, neighbours, clock);
        report(new RunProgress(RunStep.FollowTeamleader));
        await follow.Documents(before, report, stop);

        report(new RunProgress(RunStep.FollowExact));
        var books = await follow.Books(before, stop);
        var repairs = await store.LoadRepairsIn(office.Administration, stop);
        if (TakenBack.Outlived(books, repairs) is { Count: > 0 } outlived)
        {
            await store.ForgetDenials(office, outlived, stop);
            books = await store.LoadBooks(office.Administration, stop);
        }
        var documents = await DocumentsInRange(books, stop);
        var result = Result = new RunResult(documents, books.Links, isPreview);
        var verdicts = await Look(books, documents, stop);
        var aloneSince = before.Count > 0 ? connection.AloneSince : await BeginAlone(books, stop);
        var restedUntil = await RestedUntil(books, stop);
        var isRepairing = repairs.Any(repair => repair.IsOpen);
        var hold =
            !mayBook ? null
            : isRepairing ? Repairing.IsOpen
            : WhyNotBook(verdicts, restedUntil, aloneSince, repairs.SelectMany(repair => repair.Made).ToHashSet());
        if (hold is { Code: "somebodyElseBooks" } && connection.Pause is null)
            await store.Pause(office, connection.Id, hold, stop);

        if (mayBook)
            // While nothing may be booked, what became of earlier tries is still found out.
            await Recover(books, documents, document => hold is not null || verdicts.MayBeThere(document), result);
        else
            result.Hold(books.Intents.Select(intent => intent.DocumentId));

        report(new RunProgress(RunStep.Look));
        if (books.Intents.Count > 0)
        {
            // What became of them may have changed what can be said of others.
            books = await store.LoadBooks(office.Administration, stop);
            verdicts = await Look(books, documents, stop);
        }
        var gone = await new FindGoneEntries(division).Of(documents, books, stop);
        var toBook = await verdicts.Tell(result, gone, () => Masters(books, verdicts, stop));
        if (!isPreview && !isRepairing)
            await Adopt(result);
        if (hold is not null)
            result.Wait(toBook.Select(pair => pair.Document.Id), hold);
        await store.SaveOutcomes(office, result.Outcomes, stop);

        if (mayBook && hold is null && toBook.Count > 0)
            await BookOrTell(toBook, result, stop);
    }

    /// <summary>Why nothing may be booked now though documents are due; null when everything may.</summary>
    Problem? WhyNotBook(
        Verdicts verdicts,
        DateTimeOffset? restedUntil,
        DateTimeOffset aloneSince,
        IReadOnlySet<Guid> madeByRepairs
    ) =>
        restedUntil > exact.Clock.GetUtcNow()
            ? new Problem(
                "restored",
                "The database is older than what it did last: it was put back from a copy, or came without the file beside it.",
                $"Booking goes on by itself after {restedUntil:HH:mm} UTC, when nothing that was sent before can arrive any more."
            )
            : connection.Pause
                ?? Tripwire.Of(verdicts.Certain.Where(one => !madeByRepairs.Contains(one.Entry.EntryId)), aloneSince);

    /// <summary>A restored database rests from its first run on, by the clock that also tells how late requests are.</summary>
    async Task<DateTimeOffset?> RestedUntil(Books books, CancellationToken stop)
    {
        if (!books.IsRestored)
            return null;
        var since = books.RestingSince ?? exact.Clock.GetUtcNow();
        if (books.RestingSince is null)
            await store.Rest(office, since, stop);
        return since + Fence.LongestLateness;
    }

    /// <summary>What stands in the books at the first look was there before.</summary>
    async Task<DateTimeOffset> BeginAlone(Books books, CancellationToken stop)
    {
        var aloneSince = Tripwire.AloneSince(books.Entries) ?? connection.AloneSince;
        await store.GoOn(office, connection.Id, aloneSince, stop);
        return aloneSince;
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

    /// <summary>Closed periods and rates are read when there is something to book: a bookkeeper changes them at any time.</summary>
    async Task<Masters> Masters(Books books, Verdicts verdicts, CancellationToken stop)
    {
        var masters = books.Masters!;
        var currencies = verdicts
            .ToBook.Select(document => document.Currency.Code)
            .Where(code => code != masters.Currency)
            .ToHashSet(StringComparer.Ordinal);
        return masters with
        {
            ClosedPeriods = await ReadMasters.Closed(division, stop),
            Rates = await ReadMasters.Rates(division, currencies, verdicts.ToBook.Min(document => document.Date), stop),
        };
    }

    /// <summary>What became of tries that were never answered is found out before anything else is sent.</summary>
    async Task Recover(
        Books books,
        IReadOnlyList<StoredDocument> documents,
        Func<Guid, bool> mayBeThere,
        RunResult result
    )
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
            new MirroredMarks(books),
            newId,
            exact.Clock
        );
        foreach (var intent in books.Intents.Where(intent => kinds.ContainsKey(intent.DocumentId)))
            // A document that has its entry by now must not be sent once more.
            if (!linked.Contains(intent.DocumentId))
                result.Recovered(await booker.Recover(intent, kinds[intent.DocumentId], mayBeThere(intent.DocumentId)));
    }

    async Task<Verdicts> Look(Books books, IReadOnlyList<StoredDocument> documents, CancellationToken stop) =>
        new(books, documents, await store.LoadNeighboursDocuments(connection, stop), connection, clock.GetUtcNow());

    async Task Adopt(RunResult result)
    {
        if (result.ToAdopt.Count == 0)
            return;

        await store.Adopt(office, result.ToAdopt);
        result.Adopted();
    }

    /// <summary>What was not reached when something failed says why it waits.</summary>
    async Task BookOrTell(
        List<(SalesDocument Document, EntryDraft Draft)> toBook,
        RunResult result,
        CancellationToken stop
    )
    {
        try
        {
            await Book(toBook, result, stop);
        }
        catch (Exception exception)
            when (exception is not OfficeLostException && Failures.Explain(exception) is { } reason)
        {
            var waiting = result.Wait(toBook.Select(pair => pair.Document.Id), reason);
            await store.SaveOutcomes(office, waiting, CancellationToken.None);
            throw;
        }
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
            exact.Clock,
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
        var gone = await new FindGone(teamleader).Of(toBook.Select(pair => pair.Document), stop);
        if (gone.Count == 0)
            return toBook;

        foreach (var document in gone)
            result.Set(document, DocumentStatus.Problem, Words.DocumentGone);
        await store.SetGone(office, connection.Id, gone, stop);
        await store.SaveOutcomes(
            office,
            [.. result.Outcomes.Where(outcome => gone.Contains(outcome.DocumentId))],
            stop
        );
        return [.. toBook.Where(pair => !gone.Contains(pair.Document.Id))];
    }
}
