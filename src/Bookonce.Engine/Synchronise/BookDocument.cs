using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Synchronise;

/// <summary>
/// Books one document, or finds out what became of an earlier try: records the intent, sends, and believes what stands
/// in the books rather than any error text.
/// </summary>
sealed class BookDocument(
    IStore store,
    Office office,
    ExactDivision division,
    SeriesBook series,
    MirroredMarks mirror,
    NewId newId,
    TimeProvider clock
)
{
    /// <summary>Numbers that somebody else took meanwhile, before the mirror is better read again.</summary>
    const int Generations = 20;

    /// <summary>Times the same bytes go out in one run.</summary>
    const int TriesPerRun = 3;

    /// <summary>Books a document that the look found nowhere.</summary>
    /// <param name="document">The document.</param>
    /// <param name="draft">The same as an entry.</param>
    /// <param name="customer">The account that it is on.</param>
    /// <param name="number">The number that it must get, or nothing; null for the next of its series.</param>
    public async Task<DocumentOutcome> Book(SalesDocument document, EntryDraft draft, Guid customer, int? number = null)
    {
        var only = number;
        var refused = EarlierRefusal.None;
        for (var generation = 1; generation <= Generations; generation++)
        {
            number = only ?? (refused == EarlierRefusal.NumberSent ? null : series.Of(draft.Series).Next);
            var intent = NewIntent(document, draft, customer, number);
            await store.BeginIntent(office, intent);

            switch (await Send(new Attempt(intent, document.Kind, refused, TriesPerRun)))
            {
                case Ending.Over over:
                    return over.Outcome;
                case Ending.NumberHeld when only is not null:
                    return new DocumentOutcome(
                        document.Id,
                        DocumentStatus.Waiting,
                        NumberHeld(draft.Series, only.Value)
                    );
                case Ending.NumberHeld held:
                    series.Seen(draft.Series, number!.Value);
                    refused = held.WasRefused ? EarlierRefusal.NumberTaken : EarlierRefusal.None;
                    break;
                // A series of which nothing is known may refuse any number: let Exact number once, and learn.
                case Ending.Refused { IsCertain: true }
                    when only is null
                        && number is not null
                        && series.Of(draft.Series).Numbering == NumberingMode.Untried:
                    refused = EarlierRefusal.NumberSent;
                    break;
                case Ending.Refused ending:
                    return Refused(document.Id, ending.Text);
                default:
                    throw new InvalidOperationException("An unknown ending.");
            }
        }

        return new DocumentOutcome(document.Id, DocumentStatus.Waiting, NumbersTaken(draft.Series));
    }

    /// <summary>Finds out what became of an intent of an earlier run, and sends its bytes again where the fence allows.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="kind">Of its document.</param>
    /// <param name="mayBeThere">Whether somebody else's entry may be the document by now.</param>
    public async Task<DocumentOutcome> Recover(Intent intent, DocumentKind kind, bool mayBeThere) =>
        await Settle(
            new Attempt(intent, kind, EarlierRefusal.None, TriesPerRun, IsLate(intent), mayBeThere),
            refusal: null
        ) switch
        {
            Ending.Over over => over.Outcome,
            Ending.Refused refused => Refused(intent.DocumentId, refused.Text),
            // The look of this run decides afresh.
            _ => new DocumentOutcome(intent.DocumentId, DocumentStatus.New),
        };

    bool IsLate(Intent intent) => clock.GetUtcNow() >= intent.LastTry + Fence.LongestLateness;

    Intent NewIntent(SalesDocument document, EntryDraft draft, Guid customer, int? number)
    {
        return new Intent
        {
            Id = newId(),
            DocumentId = document.Id,
            Series = draft.Series,
            Number = number,
            Mark = draft.Mark,
            YourRef = draft.YourRef,
            Document = DocumentFacts.Of(document),
            Entry = new EntryFacts(draft.Date, draft.Gross, customer),
            Body = EntryBody.Of(draft, customer, number),
            LastTry = clock.GetUtcNow(),
        };
    }

    async Task<Ending> Send(Attempt attempt)
    {
        var intent = attempt.Intent;
        Refusal? refusal = null;
        try
        {
            var created = await division.SalesEntries.Create(intent.Body);
            if (created is { EntryNumber: { } number })
            {
                var where = intent.Series with { Year = created.ReportingYear ?? intent.Series.Year };
                return await Confirm(
                    attempt,
                    new FoundEntry(
                        created.EntryID,
                        where,
                        number,
                        intent.Mark,
                        created.AmountFC ?? intent.Entry.Amount
                    ),
                    isAnswered: true
                );
            }
        }
        catch (ExactOnlineException failure) when (failure.Outcome == Outcome.Refused || failure.IsAnswered)
        {
            refusal = new Refusal(failure.Messages, IsCertain: failure.Outcome == Outcome.Refused);
            await store.AnswerTry(office, intent.Id, refusal.Text);
            intent = intent with { Unanswered = intent.Unanswered - 1 };
            if (refusal.IsCertain && (failure.IsTransient || failure.IsBudgetSpent || failure.IsReconnectNeeded))
            {
                // This try was not dealt with, which says nothing about the document or its number; an earlier one may yet land.
                if (intent.Unanswered == 0)
                    await End(intent);
                else
                    series.StandStill(intent.Series, intent.Number);
                throw;
            }
        }
        catch (ExactOnlineException)
        {
            // Unknown: the look decides, and from now on a young try is on its way again.
            attempt = attempt with
            {
                IsLate = false,
            };
        }

        return await Settle(attempt with { Intent = intent, TriesLeft = attempt.TriesLeft - 1 }, refusal);
    }

    async Task<Ending> Settle(Attempt attempt, Refusal? refusal)
    {
        var intent = attempt.Intent;
        IReadOnlyList<FoundEntry> found;
        try
        {
            found = await Look(intent);
        }
        catch (ExactOnlineException)
        {
            series.StandStill(intent.Series, intent.Number);
            throw;
        }

        // A certain refusal after everything else is too old settles the intent: nothing is on its way any more.
        if (attempt.IsLate && refusal is { IsCertain: true })
            intent = intent with { Unanswered = 0 };

        switch (Fence.Decide(intent, series.Of(intent.Series).Numbering, found, attempt.MayBeThere, clock.GetUtcNow()))
        {
            case FenceDecision.LinkFound(var entry):
                return await Confirm(attempt, entry, isAnswered: false);

            case FenceDecision.ShowTwice(var entries):
                return new Ending.Over(
                    new DocumentOutcome(intent.DocumentId, DocumentStatus.Twice, StandsTwice(entries))
                );

            case FenceDecision.NumberHeld:
                await End(intent);
                return new Ending.NumberHeld(WasRefused: refusal is { IsCertain: true });

            case FenceDecision.Refused:
                await End(intent);
                return new Ending.Refused(
                    refusal?.Text ?? intent.Refusal ?? "Exact refused an earlier try.",
                    IsCertain: refusal is { IsCertain: true }
                );

            case FenceDecision.GiveUp:
                await End(intent);
                return new Ending.GivenUp();

            case FenceDecision.Resend when attempt.TriesLeft > 0:
                var now = clock.GetUtcNow();
                await store.BeginTry(office, intent.Id, now);
                var again = intent with { Tries = intent.Tries + 1, Unanswered = intent.Unanswered + 1, LastTry = now };
                return await Send(attempt with { Intent = again });

            case FenceDecision.Resend:
                return Wait(intent, $"It is looked for again in the next run.{refusal?.Said}");

            case FenceDecision.WaitUntil(var at):
                return Wait(
                    intent,
                    $"It is looked for again after {at:HH:mm} UTC; until then nothing else would keep a second entry out.{refusal?.Said}"
                );

            default:
                throw new InvalidOperationException("An unknown decision.");
        }
    }

    /// <summary>One call: whatever has the intent's number in its journal, in any year, or its reference. The mark is compared here.</summary>
    async Task<IReadOnlyList<FoundEntry>> Look(Intent intent)
    {
        var byReference = Filter.Eq("YourRef", intent.YourRef);
        var filter = intent.Number is { } number
            ? (Filter.Eq("Journal", intent.Series.Journal) & Filter.Eq("EntryNumber", number)) | byReference
            : byReference;
        var answered = await division
            .SalesEntries.Read(filter)
            .Where(entry => entry is { EntryNumber: not null, Journal: not null })
            .Select(entry => new FoundEntry(
                entry.EntryID,
                new SeriesKey(entry.Journal!.Trim(), entry.ReportingYear ?? intent.Series.Year),
                entry.EntryNumber!.Value,
                entry.ExternalLinkReference?.Trim(),
                entry.AmountFC ?? 0
            ))
            .ToListAsync();
        // The mirror was followed moments ago, and knows the mark whatever became of number and reference.
        return [.. answered.Concat(mirror.Of(intent.Mark)).Select(found => mirror.Believed(found, intent.DocumentId))];
    }

    async Task<Ending> Confirm(Attempt attempt, FoundEntry entry, bool isAnswered)
    {
        var intent = attempt.Intent;
        var learned = Series.Learn(intent.Number, entry.Number, attempt.EarlierRefusal);
        var link = new Link(
            intent.DocumentId,
            attempt.Kind,
            entry.EntryId,
            LineId: null,
            entry.Series,
            entry.Number,
            LinkOrigin.Booked
        )
        {
            At = clock.GetUtcNow(),
            Document = intent.Document,
            Entry = intent.Entry,
        };
        await store.Confirm(office, intent.Id, link, learned, isAnswered);
        series.GoOn(intent.Series);
        series.Learned(intent.Series, learned);
        series.Seen(entry.Series, entry.Number);

        var problem =
            entry.Amount != intent.Entry.Amount
                ? new Problem(
                    "amountDiffers",
                    $"The entry says {entry.Amount}, the document {intent.Entry.Amount}.",
                    "Correct the entry in Exact."
                )
                : null;
        return new Ending.Over(new DocumentOutcome(intent.DocumentId, DocumentStatus.Linked, problem));
    }

    async Task End(Intent intent)
    {
        await store.Refuse(office, intent.Id, learned: null);
        series.GoOn(intent.Series);
    }

    Ending.Over Wait(Intent intent, string remedy)
    {
        series.StandStill(intent.Series, intent.Number);
        return new Ending.Over(
            new DocumentOutcome(
                intent.DocumentId,
                DocumentStatus.Waiting,
                new Problem("answerMissing", "Exact did not answer, and the entry is not in the books yet.", remedy)
            )
        );
    }

    static DocumentOutcome Refused(Guid document, string text) =>
        new(
            document,
            DocumentStatus.Problem,
            new Problem(
                "refusedByExact",
                $"Exact refused the entry: {text}",
                "Mend that in Exact or in the settings, and synchronise again."
            )
        );

    static Problem StandsTwice(IReadOnlyList<FoundEntry> entries) =>
        new(
            "twice",
            $"It stands in the books as {string.Join(" and ", entries.Select(entry => $"{entry.Series.Journal} {entry.Number}"))}.",
            "Delete the surplus entry in Exact."
        );

    static Problem NumberHeld(SeriesKey key, int number) =>
        new(
            "numberHeld",
            $"Number {key} {number} is held by something else.",
            "Free it in Exact and go on, or give up what is left and undo."
        );

    static Problem NumbersTaken(SeriesKey key) =>
        new(
            "numbersTaken",
            $"Somebody else takes the booking numbers of {key} at this moment.",
            "Synchronise again when they are done."
        );
}
