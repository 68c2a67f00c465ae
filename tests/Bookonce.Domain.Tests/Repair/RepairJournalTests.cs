using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class RepairJournalTests
{
    readonly Ledger ledger = new();
    readonly Entry typed;
    readonly RepairPlan plan;

    public RepairJournalTests()
    {
        ledger.Foreign(10, day: 1);
        ledger.Document("1", day: 5);
        typed = ledger.Typed("1", 11);
        ledger.Booked("1", 12);
        plan = ledger.Plan(RepairKind.RebuildFromDate);
    }

    static StepRecord Record(int step, StepState state) => new(step, state, Ledger.Now);

    RepairJournal Of(params StepRecord[] records) => new(plan, records);

    [Fact]
    public void Removals_go_on_before_they_are_seen_and_nothing_else_does()
    {
        Assert.Equal(new NextMove.Look(0), Of().Next());
        Assert.Equal(new NextMove.Look(1), Of(Record(0, StepState.Sent)).Next());
        var both = new[] { Record(0, StepState.Sent), Record(1, StepState.Sent) };
        Assert.Equal(new NextMove.SeeGone([0, 1]), Of(both).Next());
        Assert.Equal(
            new NextMove.Look(2),
            Of([.. both, Record(0, StepState.Verified), Record(1, StepState.Verified)]).Next()
        );
        Assert.Equal(
            new NextMove.Finished(),
            Of([.. Enumerable.Range(0, plan.Steps.Count).Select(step => Record(step, StepState.Verified))]).Next()
        );
    }

    [Fact]
    public void A_plan_that_ends_with_removals_sees_them_gone_at_its_end()
    {
        var single = new RepairJournal(
            plan with
            {
                Steps = [new RepairStep.RemoveEntry(typed)],
            },
            [Record(0, StepState.Sent)]
        );

        Assert.Equal(new NextMove.SeeGone([0]), single.Next());
    }

    [Fact]
    public void As_many_removals_are_seen_at_once_as_one_filter_can_name()
    {
        RepairStep[] steps = [.. Enumerable.Repeat(new RepairStep.RemoveEntry(typed), 41)];
        StepRecord[] sent = [.. Enumerable.Range(0, 41).Select(step => Record(step, StepState.Sent))];

        var next = Assert.IsType<NextMove.SeeGone>(new RepairJournal(plan with { Steps = steps }, sent[..40]).Next());

        Assert.Equal(40, next.Steps.Count);
    }

    [Fact]
    public void A_step_that_stopped_halts_the_plan_until_it_is_resumed()
    {
        var stop = new Stop(StopReason.Matched, "It is matched.");
        var journal = Of(Record(0, StepState.Stopped) with { Stop = stop });

        Assert.Equal(new NextMove.Halted(0, stop), journal.Next());
        Assert.Equal(new NextMove.Look(0), journal.Next(resume: true));
    }

    [Fact]
    public void What_was_removed_before_is_seen_to_be_gone_before_the_plan_stands_still()
    {
        var stop = new Stop(StopReason.Matched, "It is matched.");
        var journal = Of(Record(0, StepState.Sent), Record(1, StepState.Stopped) with { Stop = stop });

        Assert.Equal(new NextMove.SeeGone([0]), journal.Next());
        Assert.Equal(new NextMove.Look(1), journal.Next(resume: true));
    }

    [Fact]
    public void What_was_raced_halts_the_plan_until_a_person_lets_it_pass()
    {
        var raced = Record(0, StepState.Raced) with { Words = "somebody else deleted it" };

        Assert.Equal(
            new NextMove.Halted(0, new Stop(StopReason.Changed, "somebody else deleted it")),
            Of(raced).Next(resume: true)
        );
        Assert.Equal(new NextMove.Look(1), Of(raced, Record(0, StepState.Verified)).Next());
    }

    [Fact]
    public void A_step_that_stopped_remembers_how_far_it_was()
    {
        var saved = Applier.Saved(typed);
        var progress = Of(
            Record(0, StepState.Saved) with
            {
                Saved = saved,
            },
            Record(0, StepState.Sent),
            Record(0, StepState.Sent),
            Record(0, StepState.Stopped)
        ).Steps[0];

        Assert.Equal((StepState.Stopped, StepState.Sent, 2), (progress.State, progress.Reached, progress.Sends));
        Assert.Equal((saved, Ledger.Now), (progress.Saved, progress.LastSent));
        Assert.True(progress.HasEffect);
        Assert.False(progress.IsDone);
        Assert.False(Of(Record(0, StepState.Saved)).Steps[0].HasEffect);
        Assert.Null(Of(Record(0, StepState.Saved)).Steps[0].LastSent);
    }

    [Fact]
    public void What_is_left_to_call_is_what_is_not_done()
    {
        Assert.Equal(plan.Steps.Sum(step => step.Calls), Of().CallsLeft);
        Assert.Equal(2, Of().CallsLeft - Of(Record(0, StepState.Verified)).CallsLeft);
        Assert.Equal(Of().CallsLeft, Of(Record(0, StepState.Sent)).CallsLeft);
        Assert.Equal(2, Of().CallsLeft - Of(Record(0, StepState.Undone)).CallsLeft);
    }

    [Fact]
    public void Undoing_says_beforehand_what_cannot_come_back()
    {
        ledger.Change(typed, entry => entry with { Matched = Matched.Fully });
        ledger.Survivors[ledger.Found[0].Key] = ledger.Entries[^1].LineId;
        var applier = new Applier(ledger, ledger.Plan(RepairKind.RemoveSurplus));
        applier.Run();

        var undo = Undo.Plan(applier.Journal, ledger.Books);

        Assert.Equal(RepairKind.Undo, undo.Kind);
        Assert.Equal(
            [
                "Entries that come back have new ids, and new instants of entering: 1.",
                "The payment of 70/2026 11 must be matched again.",
                "What a person did stays done: Undo the matching of entry 70/2026 11 in Exact, and note what it was matched with.",
            ],
            undo.Notes
        );
        Assert.Equal("Put entry 70/2026 11 back.", Assert.Single(undo.Steps).Words);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_entry_whose_period_is_closed_by_now_does_not_come_back(bool byReturn)
    {
        Removed(out var applier);
        if (byReturn)
            ledger.Returns.Add(new VatReturn(2026, 3, ReturnFrequency.Monthly, IsFiled: true));
        else
            ledger.Closed.Add(new ClosedPeriod("70", 2026, 3));

        var undo = Undo.Plan(applier.Journal, ledger.Books);

        Assert.DoesNotContain(undo.Steps, step => step is RepairStep.PutBack);
        Assert.StartsWith(
            "Entry 70/2026 11 cannot come back: its period 2026 - 3",
            undo.Notes[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_entry_whose_number_is_held_by_now_comes_back_under_the_next()
    {
        Removed(out var applier);
        ledger.Foreign(11, day: 9);

        var undo = Undo.Plan(applier.Journal, ledger.Books);

        Assert.Equal(13, Assert.Single(undo.Steps.OfType<RepairStep.PutBack>()).Number);
        Assert.Equal("Entry 70/2026 11 comes back as 70/2026 13: its number is held by something else.", undo.Notes[0]);
        Assert.Equal("Put back what was entry 70/2026 11, as 70/2026 13.", undo.Steps[0].Words);
    }

    [Fact]
    public void Where_Exact_numbers_an_entry_comes_back_with_any_number()
    {
        Removed(out var applier);
        ledger.Numbering = NumberingMode.ExactNumbers;

        var undo = Undo.Plan(applier.Journal, ledger.Books);

        Assert.Null(Assert.Single(undo.Steps.OfType<RepairStep.PutBack>()).Number);
        Assert.Equal("Entry 70/2026 11 comes back with the number that Exact gives.", undo.Notes[0]);
    }

    [Fact]
    public void What_nobody_has_seen_yet_is_not_undone()
    {
        var undo = Undo.Plan(Of(Record(0, StepState.Sent)), ledger.Books);

        Assert.Equal(ObstacleReason.NotSeen, Assert.Single(undo.Obstacles).Reason);
        Assert.Empty(undo.Steps);
        Assert.Empty(Undo.Plan(Of(Record(0, StepState.Saved)), ledger.Books).Obstacles);
    }

    [Fact]
    public void What_was_made_is_removed_only_when_it_was_read_back_and_nothing_holds_it()
    {
        var applier = new Applier(ledger, plan);
        applier.Run();
        var made = ledger.Entries.Single(entry => entry.Number == 11);
        ledger.Change(made, entry => entry with { Matched = Matched.Fully });

        var undo = Undo.Plan(applier.Journal, ledger.Books);
        Assert.IsType<PersonCheck.EntryOpen>(Assert.IsType<RepairStep.Person>(undo.Steps[0]).Check);

        ledger.Delete(made);
        Assert.Equal(ObstacleReason.NotSeen, Assert.Single(Undo.Plan(applier.Journal, ledger.Books).Obstacles).Reason);
    }

    [Fact]
    public void A_correction_and_an_acceptance_are_undone_too()
    {
        var document = ledger.Documents["1"];
        var entry = ledger.Entries[^1];
        ledger.Change(entry, one => one with { Amount = 99m });
        entry = ledger.Entries[^1];
        var edited = new RepairCase.Edited(document, ledger.Links[document.Id], entry);
        foreach (var kind in new[] { RepairKind.Correct, RepairKind.Accept })
        {
            var before = (ledger.Show(), ledger.Links[document.Id]);
            var applier = new Applier(ledger, ledger.Plan(kind, edited));
            applier.Run();
            var undo = Undo.Plan(applier.Journal, ledger.Books);
            Assert.IsType<NextMove.Finished>(new Applier(ledger, undo).Run());
            Assert.Equal(before.Item1, ledger.Show());
            Assert.Equal(before.Item2 with { BookingNumber = 12 }, ledger.Links[document.Id]);
        }
    }

    void Removed(out Applier applier)
    {
        applier = new Applier(
            ledger,
            ledger.Plan(RepairKind.RemoveSurplus) with
            {
                Steps = [new RepairStep.RemoveEntry(typed)],
            }
        );
        applier.Run();
    }
}
