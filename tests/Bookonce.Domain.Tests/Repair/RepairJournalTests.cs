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
    public void What_was_sent_behind_a_step_that_stopped_is_seen_before_the_plan_stands_still()
    {
        var stop = new Stop(StopReason.Changed, "it was changed");
        StepRecord[] records = [Record(1, StepState.Sent), Record(0, StepState.Stopped) with { Stop = stop }];

        Assert.Equal(new NextMove.SeeGone([1]), Of(records).Next());
        Assert.Equal(new NextMove.Look(0), Of(records).Next(resume: true));
        Assert.Equal(new NextMove.Halted(0, stop), Of([.. records, Record(1, StepState.Verified)]).Next());
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
        Assert.Equal((saved, Ledger.Now), (progress.Saved, progress.Unanswered[^1]));
        Assert.True(progress.HasEffect);
        Assert.False(progress.IsDone);
        Assert.False(Of(Record(0, StepState.Saved)).Steps[0].HasEffect);
        Assert.Empty(Of(Record(0, StepState.Saved)).Steps[0].Unanswered);
    }

    [Fact]
    public void A_refusal_answers_the_try_before_it_and_no_other()
    {
        var refused = Record(0, StepState.Stopped) with { Stop = new Stop(StopReason.Refused, "no") };
        var unknown = Record(0, StepState.Stopped) with { Stop = new Stop(StopReason.Unknown, "silence") };
        var sent = Record(0, StepState.Sent);

        Assert.Equal([Ledger.Now], Of(sent).Steps[0].Unanswered);
        Assert.Equal([Ledger.Now], Of(sent, unknown).Steps[0].Unanswered);
        Assert.Empty(Of(sent, refused).Steps[0].Unanswered);
        Assert.Equal([Ledger.Now], Of(sent, sent, refused).Steps[0].Unanswered);
    }

    [Fact]
    public void The_last_that_was_written_of_a_step_counts_and_what_is_not_written_stays()
    {
        var (made, other) = (Some.Id(), Some.Id());
        StepRecord[] written =
        [
            Record(0, StepState.Saved) with
            {
                Saved = Applier.Saved(typed),
            },
            Record(0, StepState.Sent) with
            {
                Number = 12,
                Made = made,
                Words = "one",
                Saved = Applier.Saved(typed) with { Number = 5 },
            },
            new StepRecord(0, StepState.Verified, Ledger.Now.AddHours(1))
            {
                Number = 13,
                Made = other,
                Words = "two",
            },
            Record(0, StepState.Undone),
        ];

        var progress = Of(written).Steps[0];

        Assert.Equal(
            (13, other, "two", 5),
            (progress.Number!.Value, progress.Made!.Value, progress.Words, progress.Saved!.Number)
        );
        Assert.Equal((1, Ledger.Now), (progress.Sends, Assert.Single(progress.Unanswered)));
    }

    [Theory]
    [InlineData(StepState.Undone)]
    [InlineData(StepState.GivenUp)]
    public void What_was_undone_or_given_up_has_no_effect_any_more(StepState state) =>
        Assert.False(Of(Record(0, StepState.Sent), Record(0, state)).Steps[0].HasEffect);

    [Fact]
    public void A_plan_is_over_when_every_step_is_done()
    {
        Assert.False(Of(Record(0, StepState.Verified)).IsOver);
        Assert.True(
            Of([.. Enumerable.Range(0, plan.Steps.Count).Select(step => Record(step, StepState.Verified))]).IsOver
        );
    }

    [Fact]
    public void What_is_left_to_call_is_what_is_not_done()
    {
        Assert.Equal(plan.Steps.Sum(step => step.Calls), Of().CallsLeft);
        Assert.Equal(2, Of().CallsLeft - Of(Record(0, StepState.Verified)).CallsLeft);
        Assert.Equal(Of().CallsLeft, Of(Record(0, StepState.Sent)).CallsLeft);
        Assert.Equal(2, Of().CallsLeft - Of(Record(0, StepState.Undone)).CallsLeft);
    }
}
