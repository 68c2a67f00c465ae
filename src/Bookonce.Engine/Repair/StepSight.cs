using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Store;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;
using VatReturn = Bookonce.Domain.Connections.VatReturn;

namespace Bookonce.Engine.Repair;

/// <summary>Looks up what a step is about, in Exact where that can be another by now, else in the memory. Decides nothing.</summary>
sealed partial class StepSight(
    IStore store,
    Office office,
    Connection connection,
    ExactDivision division,
    TeamleaderClient teamleader,
    RepairJournal journal,
    bool isNotFiled,
    TimeProvider clock
)
{
    readonly ReadEntries entries = new(store, office, division);

    /// <summary>Whether a deletion was refused though its entry is gone: somebody else was faster.</summary>
    public HashSet<int> Refused { get; } = [];

    /// <summary>What is to be seen of a step.</summary>
    public async Task<Seen> At(int at, BooksNow now, CancellationToken stop)
    {
        var (step, progress) = (journal.Plan.Steps[at], journal.Steps[at]);
        return step switch
        {
            RepairStep.RemoveEntry(var entry) => await OfRemoval(at, entry, progress, stop),
            RepairStep.CorrectEntry(var document, var entry) => await OfChange(
                entry.EntryId,
                at,
                progress,
                saved =>
                    now.DraftOf(document, connection.Settings) is { } draft
                        ? Rewrite.Towards(draft, AccountOf(document, now) ?? saved.Account, saved)
                        : null,
                stop
            ),
            RepairStep.RestoreContent(var saved) => await OfChange(
                saved.EntryId,
                at,
                progress,
                read => Rewrite.Towards(saved, read),
                stop
            ),
            RepairStep.ReverseEntry reverse => await OfMade(
                reverse.Series,
                reverse.Number,
                progress,
                now,
                found => Reversal.Is(found, reverse),
                stop
            ),
            RepairStep.PutBack(var saved, var series, var number) => await OfMade(
                series,
                number,
                progress,
                now,
                found => IsBack(saved, found),
                stop
            ),
            RepairStep.BookAgain(var document, _, _) => await OfPlace(document, stop),
            RepairStep.Release(var document, _) => await OfPlace(document, stop),
            RepairStep.LinkTo(var document, var entry, _) => await OfPlace(document, stop) with
            {
                Entry = now.Find(entry.LineId) is { } stands ? Mirrored(stands) : new EntryReading.Gone(),
            },
            RepairStep.RestoreLink(var document, var before, var entry) => Is(
                SaysTheSame((await OfPlace(document, stop)).Link, before with { EntryId = NowIdOf(entry) })
            ),
            RepairStep.ContinueAt(var series, var next, _) => Is(await GoesOnAt(series, next, stop)),
            RepairStep.Accept(var document, _) => Is(IsAccepted((await OfPlace(document, stop)).Link, document, now)),
            RepairStep.Person(_, _, var check) => new Seen { IsDone = await IsDone(check, now, stop) },
            _ => throw new ArgumentOutOfRangeException(nameof(at), step, "The family is closed."),
        };
    }

    /// <summary>Which of several removed entries are gone, by one filter.</summary>
    public async Task<IReadOnlyDictionary<int, Seen>> Gone(IReadOnlyList<int> steps, CancellationToken stop)
    {
        var asked = steps.ToDictionary(at => at, at => ((RepairStep.RemoveEntry)journal.Plan.Steps[at]).Entry.EntryId);
        var standing = await entries.Standing([.. asked.Values], stop);
        return asked.ToDictionary(
            one => one.Key,
            one => new Seen { Removal = Trace(one.Key, isGone: !standing.Contains(one.Value)) }
        );
    }

    /// <summary>The documents that the plan books again.</summary>
    public IEnumerable<Guid> BookedAgain =>
        journal.Plan.Steps.OfType<RepairStep.BookAgain>().Select(step => step.Document.Id);

    /// <summary>The id that a saved entry has by now: a new one where this plan put it back.</summary>
    public Guid NowIdOf(Guid entry) => PutBack(entry)?.Progress.Made ?? entry;

    /// <summary>The step of this plan that puts an entry back, and how far it is; null when none does.</summary>
    public (RepairStep.PutBack Step, StepProgress Progress)? PutBack(Guid entry) =>
        journal
            .Plan.Steps.Zip(journal.Steps)
            .Where(one => one.First is RepairStep.PutBack back && back.Saved.EntryId == entry)
            .Select(one => ((RepairStep.PutBack, StepProgress)?)((RepairStep.PutBack)one.First, one.Second))
            .FirstOrDefault();

    /// <summary>The account that a document's customer is linked to.</summary>
    public static Guid? AccountOf(DocumentRef document, BooksNow now) =>
        now.Own.GetValueOrDefault(document.Id)?.Content.Customer.Key is { } key
            ? now.Books.RelationLinks.FirstOrDefault(link => link.Customer == key)?.Account
            : null;

    async Task<Seen> OfRemoval(int at, Entry entry, StepProgress progress, CancellationToken stop)
    {
        var reading = await Read(entry.EntryId, stop);
        return new Seen
        {
            Entry = reading,
            Removal = progress.Reached == StepState.Sent ? Trace(at, isGone: reading is EntryReading.Gone) : null,
        };
    }

    RemovalTrace Trace(int at, bool isGone) =>
        new()
        {
            IsGone = isGone ? Known.Yes : Known.No,
            IsOurs = isGone && Refused.Contains(at) ? Known.No : Known.Unknown,
        };

    async Task<Seen> OfChange(
        Guid entry,
        int at,
        StepProgress progress,
        Func<SavedEntry, Rewrite?> rewrite,
        CancellationToken stop
    )
    {
        var reading = await Read(entry, stop);
        return new Seen
        {
            Entry = reading,
            IsDone =
                reading is EntryReading.Stands(var now) && rewrite(now) is { } wanted
                    ? wanted.IsDone
                        ? Known.Yes
                        : Known.No
                    : Known.Unknown,
        };
    }

    async Task<Seen> OfMade(
        SeriesKey series,
        int? number,
        StepProgress progress,
        BooksNow now,
        Func<SavedEntry, Known> isIt,
        CancellationToken stop
    )
    {
        // Where Exact numbers, only a try that nobody answered can have made what stands there.
        var found = (number, progress.Unanswered) switch
        {
            (null, []) => [],
            (_, []) => await entries.Under(series, number, above: null, stop),
            _ => await entries.Under(series, number, progress.Number, stop),
        };
        var likeness = found.ToLookup(entry => isIt(SavedEntries.Of(entry, [])));
        var made = likeness[Known.Yes].ToArray();
        return new Seen
        {
            Made =
            [
                .. (made is [] ? found.Where(entry => entry.EntryNumber == number) : made).Select(
                    entry => new FoundEntry(
                        entry.EntryID,
                        series,
                        entry.EntryNumber ?? 0,
                        entry.ExternalLinkReference,
                        entry.AmountFC ?? 0
                    )
                ),
            ],
            IsDone =
                made is not [] ? Known.Yes
                : likeness[Known.Unknown].Any(entry => entry.EntryNumber == number) ? Known.Unknown
                : Known.No,
            IsFenced = now.IsFenced(series),
        };
    }

    /// <summary>Whether an entry is another that was put back; unknown where somebody may have changed it since.</summary>
    static Known IsBack(SavedEntry saved, SavedEntry found) =>
        found.Amount == saved.Amount
        && Rewrite.Towards(saved, found with { Series = saved.Series, Number = saved.Number }).IsDone
            ? Known.Yes
        : (found.Account, found.YourRef) == (saved.Account, saved.YourRef) ? Known.Unknown
        : Known.No;

    async Task<Seen> OfPlace(DocumentRef document, CancellationToken stop)
    {
        var place = await store.FindPlace(office.Administration, document.Id, stop);
        return new Seen { Link = place.Link, Intent = place.Intent };
    }

    async Task<bool> GoesOnAt(SeriesKey series, int next, CancellationToken stop)
    {
        var books = await store.LoadBooks(office.Administration, stop);
        return (books.Series.FirstOrDefault(known => known.Key == series)?.Highest ?? 0) == next - 1;
    }

    /// <summary>Whether a link is to the same entry and says the same of both sides; its number may be another by now.</summary>
    static bool SaysTheSame(Link? now, Link before) =>
        now is not null
        && (now.EntryId, now.IsAccepted, now.Document, now.Entry)
            == (before.EntryId, before.IsAccepted, before.Document, before.Entry);

    static bool IsAccepted(Link? accepted, DocumentRef document, BooksNow now) =>
        accepted is { IsAccepted: true } link
        && now.EntryOf(link) is { } entry
        && LinkCheck.Of(link, now.Own[document.Id].Content, isGone: false, entry) is null;

    async Task<Known> IsDone(PersonCheck check, BooksNow now, CancellationToken stop) =>
        check switch
        {
            PersonCheck.EntriesGone(var gone) => Told(
                (await entries.Standing([.. gone.Select(entry => entry.EntryId)], stop)).Count == 0
            ),
            PersonCheck.EntryOpen(var entry) => Told(
                (await entries.Matched([entry.EntryId], stop)).GetValueOrDefault(entry.EntryId) == Known.No
            ),
            PersonCheck.EntryAgrees(var document, var entry) => await Agrees(document, entry, now, stop),
            PersonCheck.DocumentGone(var document) => Told(
                !await new FindGone(teamleader).IsThere(document.Kind, document.Id, stop)
            ),
            _ => Known.Unknown,
        };

    async Task<Known> Agrees(DocumentRef document, Entry entry, BooksNow now, CancellationToken stop)
    {
        if (
            now.DraftOf(document, connection.Settings) is not { } draft
            || await entries.Whole(entry.EntryId, stop) is not { } whole
        )
            return Known.Unknown;
        var says = SavedEntries.Of(whole, []);
        return Told(
            (says.Amount, says.Date, says.Lines.Sum(line => line.Vat))
                == (draft.Gross, draft.Date, draft.Lines.Sum(line => line.Vat))
        );
    }

    /// <summary>An entry outside the sales journals cannot be read whole, and for linking its number is enough.</summary>
    static EntryReading.Stands Mirrored(Entry entry) =>
        new(
            new SavedEntry
            {
                EntryId = entry.EntryId,
                Series = entry.Series,
                Period = entry.Period ?? 0,
                Number = entry.Number,
                Date = entry.Date,
                Account = entry.AccountId ?? Guid.Empty,
                Currency = entry.Currency,
                Amount = entry.Amount,
                Lines = [],
            }
        );

    static Seen Is(bool done) => new() { IsDone = Told(done) };

    static Known Told(bool holds) => holds ? Known.Yes : Known.No;
}
