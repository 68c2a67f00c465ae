using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.ExactOnline;
using Budget = Bookonce.Domain.Budgets.Budget;

namespace Bookonce.Engine.Repair;

/// <summary>Reads what a plan rests on: what changed in Exact since the last run, what is closed and filed, what the user may.</summary>
sealed class ReadRepair(
    IStore store,
    Office office,
    Connection connection,
    ExactDivision division,
    Budget budget,
    TimeProvider clock
)
{
    /// <summary>The books as they are this moment, and every case in them.</summary>
    public async Task<(RepairBooks Books, IReadOnlyList<RepairCase> Cases)> Now(RepairWish wish, CancellationToken stop)
    {
        var books = await Followed(stop);
        var closings = await ReadClosings.Keep(store, office, division, books, clock.GetUtcNow(), stop);
        if (wish.IsNotFiled && closings.Returns is null)
            closings = closings with { Returns = [] };
        var mayDelete = await division.UserHasRights("salesentry/SalesEntries", "DELETE", stop);

        var own = await store.LoadDocuments(connection.Id, stop);
        var input = await FindDuplicates.Input(store, books, connection, own, stop) with
        {
            Closings = closings,
            HeldNumbers = wish.HeldNumbers,
        };
        var linked = new LinkedEntries(books.Links, books.Entries);
        var cases = RepairCases.Of(
            Finder.Find(input),
            [.. own.Select(document => (document.Content, document.IsGone))],
            wish.Withdrawn,
            linked
        );
        var from = cases.Where(wish.Means).Select(one => one.Date).DefaultIfEmpty(DateOnly.MaxValue).Min();
        SalesDocument[] inReach =
        [
            .. own.Where(document => !document.IsGone && document.Content.Date >= from)
                .Select(document => document.Content),
        ];
        var masters = await Masters(books.Masters!, closings.Periods, inReach, stop);
        var translated = inReach.ToDictionary(
            document => document.Id,
            document => Translator.Translate(document, connection.Settings, masters)
        );
        return (
            new RepairBooks
            {
                Books = input,
                Own = own.Select(document => document.Content.Id).ToHashSet(),
                Settings = connection.Settings,
                Now = clock.GetUtcNow(),
                Series = SeriesOf(books),
                Intents = await Intents(books, stop),
                Goes = Where<Translation.Ready, SeriesKey>(translated, ready => ready.Draft.Series),
                Unbookable = Where<Translation.Stuck, Problem>(translated, stuck => stuck.Problem),
                ReverseOn = ReverseOn(masters),
                MayDelete = mayDelete ? Known.Yes : Known.No,
                Budget = budget,
                Survivors = wish.Survivors,
            },
            cases
        );
    }

    /// <summary>The mirror with what changed since the last run. Nothing is planned on books that were never read.</summary>
    async Task<Books> Followed(CancellationToken stop)
    {
        var books = await store.LoadBooks(office.Administration, stop);
        if (books is not { Masters: { } masters, Point.FollowedAt: not null })
            throw new CannotBeDoneException(
                new Problem("notReadYet", "Both sides were not read yet.", "Run 'bookonce preview' first.")
            );
        return await new FollowExact(store, office, division, masters).Follow(
            books,
            connection.Settings.StartDate,
            clock.GetUtcNow(),
            stop
        );
    }

    /// <summary>The books for the next steps of a plan.</summary>
    public async Task<BooksNow> For(RepairPlan plan, CancellationToken stop)
    {
        var books = await Followed(stop);
        var own = await store.LoadDocuments(connection.Id, stop);
        var others = await store.LoadNeighboursDocuments(connection, stop);
        var written = plan
            .Steps.Select(step =>
                step switch
                {
                    RepairStep.BookAgain(var document, _, _) => document,
                    RepairStep.CorrectEntry(var document, _) => document,
                    RepairStep.Person(_, _, PersonCheck.EntryAgrees(var document, _)) => document,
                    _ => null,
                }
            )
            .OfType<DocumentRef>()
            .Select(document => document.Id)
            .ToHashSet();
        SalesDocument[] documents =
        [
            .. own.Select(document => document.Content).Where(document => written.Contains(document.Id)),
        ];
        var closed = documents is [] ? books.Masters!.ClosedPeriods : await ReadMasters.Closed(division, stop);
        return new BooksNow(
            books,
            own.ToDictionary(document => document.Content.Id),
            await Masters(books.Masters!, closed, documents, stop),
            new Lazy<Verdicts>(() => new Verdicts(books, own, others, connection, clock.GetUtcNow()))
        );
    }

    /// <summary>Masters to translate documents with: what is closed now, and the rates that they need.</summary>
    async Task<Masters> Masters(
        Masters known,
        IReadOnlyList<ClosedPeriod> closed,
        IReadOnlyCollection<SalesDocument> documents,
        CancellationToken stop
    )
    {
        var currencies = documents
            .Select(document => document.Currency.Code)
            .Where(code => code != known.Currency)
            .ToHashSet(StringComparer.Ordinal);
        var earliest = documents.Select(document => document.Date).DefaultIfEmpty(DateOnly.MaxValue).Min();
        return known with
        {
            ClosedPeriods = closed,
            Rates = await ReadMasters.Rates(division, currencies, earliest, stop),
        };
    }

    List<Series> SeriesOf(Books books)
    {
        var book = new SeriesBook(books, connection.Settings);
        return
        [
            .. books
                .Series.Select(known => known.Key)
                .Union(books.Entries.Where(entry => entry.IsSales).Select(entry => entry.Series))
                .Union(connection.Settings.SeriesStarts.Select(start => start.Series))
                .Select(book.Of),
        ];
    }

    /// <summary>A number that was confirmed can still be taken a second time by its own late try, once it is free.</summary>
    async Task<IReadOnlyCollection<Intent>> Intents(Books books, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - Fence.LongestLateness;
        var unanswered = await store.LoadUnanswered(office.Administration, since, stop);
        return [.. books.Intents.Concat(unanswered).DistinctBy(intent => intent.Id)];
    }

    OpenDay? ReverseOn(Masters masters)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return
            masters.PeriodOf(today) is { } period
            && !masters.IsClosed(connection.Settings.InvoiceJournal, period)
            && !masters.IsClosed(connection.Settings.CreditNoteJournal, period)
            ? new OpenDay(today, period.Year)
            : null;
    }

    static Dictionary<Guid, TValue> Where<TTranslation, TValue>(
        Dictionary<Guid, Translation> translated,
        Func<TTranslation, TValue> value
    )
        where TTranslation : Translation =>
        translated
            .Where(pair => pair.Value is TTranslation)
            .ToDictionary(pair => pair.Key, pair => value((TTranslation)pair.Value));
}
