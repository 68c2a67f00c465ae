using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class SurplusTests
{
    readonly Ledger ledger = new();
    readonly Entry typed;
    readonly Entry booked;

    public SurplusTests()
    {
        ledger.Foreign(10, day: 1);
        ledger.Document("1", day: 5);
        typed = ledger.Typed("1", 11);
        booked = ledger.Booked("1", 12);
        ledger.Foreign(13, day: 9);
    }

    RepairPlan Removal => ledger.Plan(RepairKind.RemoveSurplus);

    [Fact]
    public void The_twin_that_is_matched_stays_and_the_document_changes_its_number()
    {
        ledger.Change(typed, entry => entry with { Matched = Matched.Fully });

        var plan = Removal;

        Assert.Equal([12], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.Empty(plan.Cost.Payments);
        var change = Assert.Single(plan.Cost.Changes);
        Assert.Equal("invoice 2026 / 1: 70/2026 12 → 70/2026 11", change.ToString());
        Assert.Equal(11, Assert.Single(plan.Steps.OfType<RepairStep.LinkTo>()).Entry.Number);
    }

    [Fact]
    public void The_twin_that_somebody_corrected_stays()
    {
        ledger.Change(typed, entry => entry with { ChangedAt = Ledger.Now });

        Assert.Equal([12], Removal.Cost.Deleted.Select(entry => entry.Number));
        Assert.Empty(Removal.Cost.Corrections);
    }

    [Fact]
    public void The_twin_with_attachments_stays()
    {
        ledger.Change(typed, entry => entry with { Attachments = Some.Id() });

        Assert.Equal([12], Removal.Cost.Deleted.Select(entry => entry.Number));
    }

    [Fact]
    public void What_is_not_known_counts_as_if_it_were_lost()
    {
        ledger.Change(booked, entry => entry with { Matched = null });

        Assert.Equal([11], Removal.Cost.Deleted.Select(entry => entry.Number));
        Assert.Empty(Removal.Cost.Payments);
        Assert.Empty(Removal.Notes);

        ledger.Change(typed, entry => entry with { Matched = null });
        Assert.EndsWith(
            "read right before they are removed: 1.",
            Assert.Single(Removal.Notes),
            StringComparison.Ordinal
        );
        Assert.Equal(Known.Unknown, Assert.Single(Removal.Cost.Payments).Holds);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void An_entry_in_a_closed_period_is_not_deleted_while_its_twin_can_be(int closed)
    {
        ledger.Change(typed, entry => entry with { Period = 4 });
        ledger.Closed.Add(new ClosedPeriod("70", 2026, closed));

        var plan = Removal;

        Assert.True(plan.CanApply);
        Assert.Equal([closed == 4 ? 12 : 11], plan.Cost.Deleted.Select(entry => entry.Number));
    }

    [Fact]
    public void Where_the_return_is_filed_the_surplus_is_taken_back_in_an_open_period()
    {
        ledger.Returns.Add(new VatReturn(2026, 1, ReturnFrequency.Quarterly, IsFiled: true));

        var options = ledger.Plan();

        Assert.Equal(RepairKind.Reverse, options.Recommended!.Kind);
        var step = Assert.IsType<RepairStep.ReverseEntry>(Assert.Single(options.Recommended.Steps));
        Assert.Equal((11, 14, new DateOnly(2026, 4, 1)), (step.Entry.Number, step.Number, step.On));
        Assert.Equal(ObstacleReason.ReturnFiled, Assert.Single(Removal.Obstacles).Reason);
        Assert.False(ledger.Plan(RepairKind.RebuildFromDate).CanApply);
    }

    [Fact]
    public void Without_an_open_period_and_without_the_right_only_a_person_can_do_it()
    {
        ledger.ReverseOn = null;
        ledger.MayDelete = Known.No;

        var options = ledger.Plan();

        Assert.Equal(RepairKind.Checklist, options.Recommended!.Kind);
        Assert.Equal(
            [ObstacleReason.RightMissing],
            options.Plans.Single(plan => plan.Kind == RepairKind.RemoveSurplus).Obstacles.Select(found => found.Reason)
        );
        Assert.Equal(
            [ObstacleReason.NoOpenPeriod],
            options.Plans.Single(plan => plan.Kind == RepairKind.Reverse).Obstacles.Select(found => found.Reason)
        );
        var step = Assert.IsType<RepairStep.Person>(Assert.Single(options.Recommended.Steps));
        Assert.Equal(11, Assert.Single(Assert.IsType<PersonCheck.EntriesGone>(step.Check).Entries).Number);
        Assert.Contains(
            "70/2026 11 in Exact (2026-03-05, 122.21 EUR, Bakkerij De Halm BV, 2026 / 1)",
            step.What,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void When_both_twins_are_matched_a_person_undoes_one_matching_first()
    {
        ledger.Change(typed, entry => entry with { Matched = Matched.Partly });
        ledger.Change(booked, entry => entry with { Matched = Matched.Fully });

        var plan = Removal;

        var first = Assert.IsType<RepairStep.Person>(plan.Steps[0]);
        Assert.Equal(11, Assert.IsType<PersonCheck.EntryOpen>(first.Check).Entry.Number);
        Assert.Equal(Phase.Before, first.Phase);
        Assert.Equal(Known.Yes, Assert.Single(plan.Cost.Payments).Holds);
        Assert.Equal(1, plan.Cost.PersonSteps);
    }

    [Fact]
    public void A_person_may_choose_the_other_survivor()
    {
        var key = ledger.Found[0].Key;
        ledger.Survivors[key] = typed.LineId;

        Assert.Equal([12], Removal.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal([12], ledger.Plan(RepairKind.Checklist).Cost.Deleted.Select(entry => entry.Number));

        ledger.Survivors[key] = Some.Id();
        Assert.Equal([11], Removal.Cost.Deleted.Select(entry => entry.Number));
    }

    [Fact]
    public void The_last_of_a_series_goes_without_gap_and_the_series_goes_on_there()
    {
        ledger.Delete(ledger.Entries.Single(entry => entry.Number == 13));

        var plan = Removal;

        Assert.Equal([12], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.Empty(plan.Cost.Gaps);
        Assert.Contains(new RepairStep.ContinueAt(Ledger.Invoices, 12, 13), plan.Steps);
        Assert.Equal((12, 11), (plan.Cost.Changes[0].OldNumber, plan.Cost.Changes[0].NewNumber));
    }

    [Fact]
    public void Where_Exact_numbers_a_person_sees_to_it_that_the_series_goes_on_there()
    {
        ledger.Delete(ledger.Entries.Single(entry => entry.Number == 13));
        ledger.Numbering = NumberingMode.ExactNumbers;
        ledger.Survivors[ledger.Found[0].Key] = typed.LineId;

        var plan = Removal;

        var last = Assert.IsType<RepairStep.Person>(plan.Steps[^1]);
        Assert.Equal(new PersonCheck.NextNumber(Ledger.Invoices, 12, 11), last.Check);
        Assert.Empty(plan.Cost.Gaps);
        Assert.DoesNotContain(plan.Steps, step => step is RepairStep.ContinueAt);
    }

    [Fact]
    public void An_opening_balance_stays_because_nobody_can_delete_a_line_of_it()
    {
        ledger.Change(typed, entry => entry with { IsSales = false, Series = new SeriesKey("90", 2026) });
        ledger.Document("2", day: 10);
        ledger.Booked("2", 14);

        var plan = Removal;

        Assert.Equal([12], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.True(plan.CanApply);
        var rebuild = ledger.Plan(RepairKind.RebuildFromDate);
        Assert.Equal("2026 / 2", Assert.Single(rebuild.Steps.OfType<RepairStep.BookAgain>()).Document.Number);
        Assert.Equal(typed.LineId, Assert.Single(rebuild.Steps.OfType<RepairStep.LinkTo>()).Entry.LineId);
    }

    [Fact]
    public void Several_duplicates_make_one_plan_with_the_earliest_date()
    {
        ledger.Document("2", day: 3);
        ledger.Typed("2", 14);
        ledger.Booked("2", 15);
        ledger.Foreign(16, day: 9);

        Assert.Equal([14, 11], Removal.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal(2, Removal.Cases.Count);
        Assert.Equal([(11, 11), (14, 14)], Removal.Cost.Gaps.Select(gap => (gap.From, gap.To)));
        Assert.Equal(new DateOnly(2026, 3, 3), ledger.Plan(RepairKind.RebuildFromDate).From);
    }

    [Fact]
    public void Neighbouring_numbers_are_one_gap_and_the_calls_are_verified_together()
    {
        for (var at = 0; at < 45; at++)
        {
            ledger.Document($"{at + 100}", day: 10);
            ledger.Typed($"{at + 100}", 100 + at);
            ledger.Booked($"{at + 100}", 200 + at);
        }
        ledger.Foreign(300, day: 30);

        var cost = Removal.Cost;

        Assert.Equal(46, cost.Deleted.Count);
        Assert.Equal(["70/2026 11", "70/2026 100 to 144"], cost.Gaps.Select(gap => gap.ToString()));
        Assert.Equal((2 * 46) + 2, cost.Calls);
        Assert.InRange(cost.Time, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void A_document_of_another_connection_is_left_to_that_connection()
    {
        ledger.Others.Add(ledger.Documents["1"].Id);

        var options = ledger.Plan();

        Assert.Null(options.Recommended);
        Assert.All(
            options.Plans,
            plan => Assert.Contains(plan.Obstacles, found => found.Reason == ObstacleReason.OtherConnection)
        );
        Assert.StartsWith("Nothing can be applied now. invoice 2026 / 1", options.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_nothing_to_plan_without_a_case() =>
        Assert.Equal("There is nothing to repair.", Planner.Plan(ledger.Books, []).Because);

    [Fact]
    public void A_plan_made_anew_has_the_same_seal_until_something_it_rests_on_changes()
    {
        var seal = Removal.Seal;

        Assert.Equal(seal, Removal.Seal);
        ledger.Change(typed, entry => entry with { ChangedAt = Ledger.Now.AddDays(-1.5) });
        ledger.Change(booked, entry => entry with { ChangedAt = Ledger.Now.AddDays(-1) });
        Assert.NotEqual(seal, Removal.Seal);
    }
}
