using Bookonce.Domain.Booking;
using Bookonce.Domain.Budgets;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.ExactOnline;
using Budget = Bookonce.Domain.Budgets.Budget;

namespace Bookonce.Engine.Repair;

/// <summary>
/// Applies a plan that was approved: looks, lets <see cref="StepDecider"/> decide, writes, and only then acts. Whatever cuts it
/// off, the journal and the books tell where it goes on.
/// </summary>
sealed class ApplyRepair(
    IStore store,
    Office office,
    Store.Repair repair,
    ReadRepair read,
    StepSight sight,
    StepWork work,
    TakenBack takenBack,
    RepairJournal journal,
    Budget budget,
    TimeProvider clock,
    Action<RepairProgress> report
)
{
    /// <summary>Times that a step is sent before a person hears that nobody answers.</summary>
    const int MostSends = 3;

    readonly HashSet<Guid> replaced = Replaced(repair.Plan);
    readonly List<StepRecord> records = [.. repair.Records];
    readonly Dictionary<int, (int Times, string? Refusal)> sends = [];
    BooksNow? now;
    Phase? followedFor;
    bool isOutdated;

    /// <summary>The repair with everything that was written.</summary>
    public Store.Repair Repair => repair with { Records = records };

    /// <summary>Goes on until nothing is left, or something stands against it.</summary>
    /// <param name="resume">Whether a step that stopped is tried again.</param>
    /// <param name="stop">Ends it between two steps.</param>
    public async Task<RepairEnd> Go(bool resume, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            switch (journal.Next(resume))
            {
                case NextMove.Finished:
                    return new RepairEnd.Done([]) { Repair = Repair };
                case NextMove.Halted(var at, var why):
                    return new RepairEnd.Halted(at, why) { Repair = Repair };
                case NextMove.SeeGone(var steps):
                    foreach (var (at, seen) in await sight.Gone(steps, stop))
                        if (await Take(at, seen, stop) is { } end)
                            return end;
                    break;
                case NextMove.Look(var at):
                    resume = false;
                    Tell(at);
                    await Follow(journal.Plan.Steps[at], stop);
                    if (await Take(at, await sight.At(at, now!, stop), stop) is { } ended)
                        return ended;
                    break;
            }
        }
        return new RepairEnd.Stopped { Repair = Repair };
    }

    async Task<RepairEnd?> Take(int at, Seen seen, CancellationToken stop)
    {
        var (step, progress) = (journal.Plan.Steps[at], journal.Steps[at]);
        switch (StepDecider.Decide(step, progress, seen, clock.GetUtcNow(), Fence.LongestLateness))
        {
            case StepMove.Write write:
                if (write.State is StepState.Verified or StepState.Raced)
                    await takenBack.Follow(step, write.Made, () => FollowNow(step, stop), stop);
                await Write(
                    new StepRecord(at, write.State, clock.GetUtcNow())
                    {
                        Saved = write.Saved,
                        Made = write.Made,
                        Number = write.Number,
                        Stop = write.Stop,
                        Words = write.Words,
                    }
                );
                // What was read a moment ago is what was saved, and is not read again before it is deleted.
                return write.State == StepState.Saved ? await Take(at, seen, stop) : null;
            case StepMove.ReadEntry:
                await Follow(step, stop);
                return await Take(at, await sight.At(at, now!, stop), stop);
            case StepMove.FollowIntent(var intent):
                return await FollowIntent(at, intent, stop);
            case StepMove.WaitUntil when sends.GetValueOrDefault(at).Refusal is { } refusal && !MayStillCome(at):
                await Refuse(at, refusal);
                return null;
            case StepMove.WaitUntil(var until):
                return new RepairEnd.Waits(at, $"It is looked for again after {until:HH:mm} UTC.") { Repair = Repair };
            case StepMove.Ask(var person):
                return new RepairEnd.AsksPerson(at, person) { Repair = Repair };
            case StepMove.Send:
                await Send(at, step, stop);
                // What Exact refuses to delete is looked at before anything else goes.
                return step is RepairStep.RemoveEntry && sends.GetValueOrDefault(at).Refusal is not null
                    ? await Take(at, (await sight.Gone([at], stop))[at], stop)
                    : null;
            default:
                throw new InvalidOperationException("An unknown move.");
        }
    }

    async Task Send(int at, RepairStep step, CancellationToken stop)
    {
        var (times, refusal) = sends.GetValueOrDefault(at);
        if (refusal is not null || times >= MostSends)
        {
            if (refusal is not null)
                await Refuse(at, refusal);
            else
                await Halt(at, new Stop(StopReason.Unknown, "Exact does not say what became of it."));
            return;
        }
        if (step is RepairStep.BookAgain(var document, _, _) && MayBeThere(document) is { } there)
        {
            await Halt(at, there);
            return;
        }

        var before = await work.HighestBefore(step, now!, stop);
        await Write(new StepRecord(at, StepState.Sent, clock.GetUtcNow()) { Number = before });
        isOutdated = true;
        try
        {
            if (await work.Do(step, now!, stop) is { } problem)
            {
                await Halt(at, new Stop(StopReason.Refused, problem.What));
                return;
            }
        }
        catch (ExactOnlineException failure)
            when (failure.Outcome != Outcome.Refused
                || failure is { IsTransient: false, IsBudgetSpent: false, IsReconnectNeeded: false }
            )
        {
            // What stands in the books is believed, not the answer; but what Exact has dealt with does not come later.
            if (failure.Outcome == Outcome.Refused || failure.IsAnswered)
                refusal = failure.Messages;
            if (failure.Outcome == Outcome.Refused)
                sight.Refused.Add(at);
        }
        sends[at] = (times + 1, refusal);
    }

    Task Refuse(int at, string why) => Halt(at, new Stop(StopReason.Refused, $"Exact refused: {why}"));

    Task Halt(int at, Stop why)
    {
        sends.Remove(at);
        return Write(new StepRecord(at, StepState.Stopped, clock.GetUtcNow()) { Stop = why });
    }

    /// <summary>Whether a try of a step that was just refused was sent before, by whichever process, and not answered.</summary>
    bool MayStillCome(int at) =>
        journal.Steps[at].Unanswered.SkipLast(1).Any(sent => clock.GetUtcNow() < sent + Fence.LongestLateness);

    /// <summary>
    /// Nothing is booked while an entry may be the document. Where its own entry goes, a person who approved that knew of what
    /// else was doubtful, and there will be no more than before.
    /// </summary>
    Stop? MayBeThere(DocumentRef document)
    {
        var isSure = now!.Verdicts.Of(document.Id) is Verdict.Adopt or Verdict.Twice || !replaced.Contains(document.Id);
        var entries = now.MayBe(document.Id)
            .Where(entry => isSure || entry.EnteredAt > repair.ApprovedAt - Unsure)
            .ToArray();
        return entries is [var entry, ..]
            ? new Stop(
                StopReason.Twice,
                $"Entry {entry.Series} {entry.Number} may be {document} by now: say whether it is, then go on."
            )
            : null;
    }

    /// <summary>Documents whose own entry the plan removes.</summary>
    static HashSet<Guid> Replaced(RepairPlan plan)
    {
        var removed = plan.Steps.OfType<RepairStep.RemoveEntry>().Select(step => step.Entry.EntryId).ToHashSet();
        return
        [
            .. plan
                .Steps.OfType<RepairStep.Release>()
                .Where(step => removed.Contains(step.Before.EntryId))
                .Select(step => step.Document.Id),
        ];
    }

    /// <summary>Exact tells wall-clock time without saying of which season.</summary>
    static readonly TimeSpan Unsure = TimeSpan.FromHours(3);

    async Task<RepairEnd?> FollowIntent(int at, Intent intent, CancellationToken stop)
    {
        var outcome = await work.Recover(intent, now!, stop);
        return await store.FindPlace(office.Administration, intent.DocumentId, stop) is { Intent: not null }
            ? new RepairEnd.Waits(at, $"{outcome.Problem}") { Repair = Repair }
            : null;
    }

    /// <summary>Exact is followed when a phase begins, if anything was done since.</summary>
    async Task Follow(RepairStep step, CancellationToken stop)
    {
        if (now is null || (step.Phase != followedFor && isOutdated))
            await FollowNow(step, stop);
    }

    async Task<BooksNow> FollowNow(RepairStep step, CancellationToken stop)
    {
        now = await read.For(journal.Plan, stop);
        (followedFor, isOutdated) = (step.Phase, false);
        return now;
    }

    async Task Write(StepRecord record)
    {
        await store.WriteStep(office, repair.Id, record);
        journal.Note(record);
        records.Add(record);
    }

    void Tell(int at)
    {
        report(
            new RepairProgress(at, journal.Steps.Count, journal.Plan.Steps[at].Words)
            {
                EndsAt = CallPlan.End(journal.CallsLeft, budget, clock.GetUtcNow()),
            }
        );
    }
}
