using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>Applies a plan to a ledger as the engine does, and can be killed at every point.</summary>
sealed class Applier(Ledger ledger, RepairPlan plan)
{
    readonly List<StepRecord> records = [];
    readonly Dictionary<int, int> effects = [];
    readonly Dictionary<Guid, Intent> intents = [];
    int pointsLeft = int.MaxValue;

    public sealed class Killed : Exception;

    public RepairJournal Journal => new(plan, records);

    /// <summary>How often each step had an effect in the books.</summary>
    public IReadOnlyDictionary<int, int> Effects => effects;

    /// <summary>Deletions of entries that were gone already.</summary>
    public int Wasted { get; private set; }

    /// <summary>Applies until it is finished or stands still.</summary>
    /// <param name="resume">Whether a step that stopped is tried again.</param>
    /// <param name="points">After so many points it is killed.</param>
    public NextMove Run(bool resume = false, int points = int.MaxValue)
    {
        pointsLeft = points;
        for (var turns = 0; turns < 10_000; turns++)
        {
            var journal = Journal;
            var next = journal.Next(resume);
            resume = false;
            switch (next)
            {
                case NextMove.Look(var step):
                    Take(step, journal.Steps[step]);
                    break;
                case NextMove.SeeGone(var steps):
                    foreach (var step in steps)
                        Take(step, journal.Steps[step]);
                    break;
                default:
                    return next;
            }
        }
        throw new InvalidOperationException("It never ends.");
    }

    void Take(int at, StepProgress progress)
    {
        var step = plan.Steps[at];
        var move = StepDecider.Decide(step, progress, See(at, progress), Ledger.Now, TimeSpan.FromMinutes(30));
        switch (move)
        {
            case StepMove.Write write:
                Write(
                    new StepRecord(at, write.State, Ledger.Now)
                    {
                        Saved = write.Saved,
                        Made = write.Made,
                        Number = write.Number,
                        Stop = write.Stop,
                        Words = write.Words,
                    }
                );
                break;
            case StepMove.Send:
                Write(new StepRecord(at, StepState.Sent, Ledger.Now));
                Do(at, step);
                Point();
                break;
            case StepMove.FollowIntent(var intent):
                Confirm(intent);
                break;
            case StepMove.Ask(var person):
                Do(at, person);
                break;
            default:
                throw new InvalidOperationException($"{move}");
        }
    }

    void Write(StepRecord record)
    {
        Point();
        records.Add(record);
        Point();
    }

    void Point()
    {
        if (pointsLeft-- <= 0)
            throw new Killed();
    }

    void Do(int at, RepairStep step)
    {
        switch (step)
        {
            case RepairStep.RemoveEntry(var entry):
                if (ledger.Entries.All(one => one.EntryId != entry.EntryId))
                    Wasted++;
                ledger.Delete(entry);
                break;
            case RepairStep.Release(var document, _):
                ledger.Links.Remove(document.Id);
                break;
            case RepairStep.LinkTo(var document, var entry, _):
                ledger.Links[document.Id] = Link.To(entry, Of(document), LinkOrigin.Chosen, Ledger.Now);
                break;
            case RepairStep.RestoreLink(var document, var before, var entry):
                ledger.Links[document.Id] = Restored(before, entry);
                break;
            case RepairStep.BookAgain(var document, var series, var number):
                intents[document.Id] = ledger.Intent(Name(document), number, IntentState.Unknown, TimeSpan.Zero);
                Point();
                Enter(Of(document), series, number!.Value);
                Point();
                Confirm(intents[document.Id]);
                break;
            case RepairStep.PutBack(var saved, var series, var number):
                ledger.Entries.Add(Back(saved) with { Series = series, Number = number!.Value });
                break;
            case RepairStep.ReverseEntry(var entry, var series, var number, var on):
                ledger.Entries.Add(
                    entry with
                    {
                        EntryId = Some.Id(),
                        LineId = Some.Id(),
                        Series = series,
                        Number = number!.Value,
                        Date = on,
                        Amount = -entry.Amount,
                    }
                );
                break;
            case RepairStep.CorrectEntry(var document, var entry):
                ledger.Change(entry, one => one with { Amount = Of(document).SignedGross, Date = document.Date });
                break;
            case RepairStep.RestoreContent(var saved):
                ledger.Change(
                    ledger.Entries.Single(one => one.EntryId == saved.EntryId),
                    one => one with { Amount = saved.Amount, Date = saved.Date }
                );
                break;
            case RepairStep.Accept(var document, var before):
                ledger.Links[document.Id] = before.Accepted(
                    Of(document),
                    ledger.Entries.Single(one => one.EntryId == before.EntryId)
                );
                break;
            case RepairStep.Person { Check: PersonCheck.EntryOpen(var entry) }:
                ledger.Change(entry, one => one with { Matched = Matched.No, ChangedAt = Ledger.Now });
                break;
            case RepairStep.Person { Check: PersonCheck.EntriesGone(var entries) }:
                foreach (var entry in entries)
                    ledger.Delete(entry);
                break;
        }
        effects[at] = effects.GetValueOrDefault(at) + 1;
    }

    void Enter(SalesDocument document, SeriesKey series, int number) =>
        ledger.Entries.Add(
            Some.Entry(
                document.Number,
                document.SignedGross,
                $"{document.Date:yyyy-MM-dd}",
                series.Journal,
                mark: document.Mark
            ) with
            {
                Series = series,
                Number = number,
                Period = 3,
                AccountName = "Bakkerij De Halm BV",
                Matched = Matched.No,
                EnteredAt = Ledger.Now,
                ChangedAt = Ledger.Now,
            }
        );

    void Confirm(Intent intent)
    {
        var document = ledger.Documents.Values.Single(one => one.Id == intent.DocumentId);
        var entry = ledger.Entries.FirstOrDefault(one => one.Mark == intent.Mark && one.Number == intent.Number);
        if (entry is null)
            Enter(
                document,
                plan.Steps.OfType<RepairStep.BookAgain>().Single(step => step.Document.Id == document.Id).Series,
                intent.Number!.Value
            );
        entry ??= ledger.Entries[^1];
        ledger.Links[document.Id] = Link.To(entry, document, LinkOrigin.Booked, Ledger.Now);
        intents.Remove(document.Id);
    }

    Seen See(int at, StepProgress progress)
    {
        var step = plan.Steps[at];
        var named = step switch
        {
            RepairStep.RemoveEntry(var entry) => entry,
            RepairStep.CorrectEntry(_, var entry) => entry,
            RepairStep.LinkTo(_, var entry, _) => entry,
            _ => null,
        };
        var stands = named is null ? null : ledger.Entries.FirstOrDefault(one => one.LineId == named.LineId);
        return new Seen
        {
            Entry = named is null ? null : Reading(stands),
            Removal = new RemovalTrace { IsGone = stands is null ? Known.Yes : Known.No },
            Link = DocumentOf(step) is { } document ? ledger.Links.GetValueOrDefault(document.Id) : null,
            Intent = DocumentOf(step) is { } booked ? intents.GetValueOrDefault(booked.Id) : null,
            Made = Made(step),
            IsDone = IsDone(at, step) ? Known.Yes : Known.No,
            IsFenced = true,
        };
    }

    FoundEntry[] Made(RepairStep step)
    {
        (SeriesKey Series, int? Number)? place = step switch
        {
            RepairStep.PutBack put => (put.Series, put.Number),
            RepairStep.ReverseEntry reverse => (reverse.Series, reverse.Number),
            _ => null,
        };
        return place is not var (series, number)
            ? []
            :
            [
                .. ledger
                    .Entries.Where(one => one.Series == series && one.Number == number)
                    .Select(one => new FoundEntry(one.EntryId, one.Series, one.Number, one.Mark, one.Amount)),
            ];
    }

    bool IsDone(int at, RepairStep step) =>
        step switch
        {
            RepairStep.PutBack(var saved, var series, var number) => ledger.Entries.Any(one =>
                one.Series == series && one.Number == number && one.Amount == saved.Amount
            ),
            RepairStep.ReverseEntry(var entry, var series, var number, _) => ledger.Entries.Any(one =>
                one.Series == series && one.Number == number && one.Amount == -entry.Amount
            ),
            RepairStep.CorrectEntry(var document, var entry) => ledger
                .Entries.Single(one => one.LineId == entry.LineId)
                .Amount == Of(document).SignedGross,
            RepairStep.RestoreContent(var saved) => ledger.Entries.Single(one => one.EntryId == saved.EntryId).Amount
                == saved.Amount,
            RepairStep.RestoreLink(var document, var before, var entry) => ledger.Links.GetValueOrDefault(document.Id)
                == Restored(before, entry),
            RepairStep.Accept(var document, _) => ledger.Links[document.Id].IsAccepted,
            _ => effects.ContainsKey(at),
        };

    Link Restored(Link before, Guid entry) =>
        BackOf(entry) is { } back
            ? before with
            {
                EntryId = back.EntryId,
                LineId = back.LineId,
                BookingNumber = back.Number,
            }
            : before;

    /// <summary>The entry, or what was put back in its place.</summary>
    Entry? BackOf(Guid entry)
    {
        var put = plan
            .Steps.Index()
            .FirstOrDefault(step => step.Item is RepairStep.PutBack back && back.Saved.EntryId == entry);
        var id = put.Item is null ? entry : Journal.Steps[put.Index].Made!.Value;
        return ledger.Entries.FirstOrDefault(one => one.EntryId == id);
    }

    SalesDocument Of(DocumentRef document) => ledger.Documents.Values.Single(one => one.Id == document.Id);

    string Name(DocumentRef document) => ledger.Documents.Single(one => one.Value.Id == document.Id).Key;

    static DocumentRef? DocumentOf(RepairStep step) =>
        step switch
        {
            RepairStep.Release(var document, _) => document,
            RepairStep.LinkTo(var document, _, _) => document,
            RepairStep.BookAgain(var document, _, _) => document,
            _ => null,
        };

    public static EntryReading Reading(Entry? entry) =>
        entry is null
            ? new EntryReading.Gone()
            : new EntryReading.Stands(Saved(entry))
            {
                IsMatched = entry.Matched == Matched.No ? Known.No : Known.Yes,
                IsClosed = Known.No,
                IsFiled = Known.No,
                IsAllowed = Known.Yes,
            };

    public static SavedEntry Saved(Entry entry) =>
        new()
        {
            EntryId = entry.EntryId,
            Series = entry.Series,
            Period = entry.Period ?? 3,
            Number = entry.Number,
            Date = entry.Date,
            Account = entry.AccountId ?? Guid.Empty,
            Currency = entry.Currency,
            Amount = entry.Amount,
            YourRef = entry.YourRef,
            Mark = entry.Mark,
            Description = entry.Description,
            Lines = [new SavedLine(Some.Revenue, "2", entry.Amount, 0m, null)],
            ChangedAt = entry.ChangedAt,
        };

    static Entry Back(SavedEntry saved) =>
        Some.Entry(saved.YourRef, saved.Amount, $"{saved.Date:yyyy-MM-dd}", saved.Series.Journal, mark: saved.Mark) with
        {
            Period = saved.Period,
            AccountId = saved.Account == Guid.Empty ? null : saved.Account,
            AccountName = "Bakkerij De Halm BV",
            Matched = Matched.No,
            EnteredAt = Ledger.Now,
            ChangedAt = Ledger.Now,
        };
}
