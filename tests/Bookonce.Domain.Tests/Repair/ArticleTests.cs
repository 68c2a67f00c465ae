using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>
/// The story of the official procedure: survivor 10, the hand-typed twin 11 of invoice 1, then 12, 13 and 14 by the
/// connection. Twin 11 was typed first, so the number that invoice 1 shows cannot follow the last survivor.
/// </summary>
public sealed class ArticleTests
{
    readonly Ledger ledger = new();
    readonly Entry twin;

    public ArticleTests()
    {
        ledger.Foreign(10, day: 1);
        ledger.Document("1", day: 5);
        twin = ledger.Typed("1", 11);
        ledger.Booked("1", 12);
        ledger.Document("2", day: 8);
        ledger.Booked("2", 13);
        ledger.Document("3", day: 9);
        ledger.Booked("3", 14);
    }

    [Fact]
    public void Removing_the_hand_typed_twin_is_recommended_and_costs_one_gap()
    {
        var options = ledger.Plan();

        var best = options.Recommended!;
        Assert.Equal(RepairKind.RemoveSurplus, best.Kind);
        Assert.Equal([twin], best.Cost.Deleted);
        Assert.Equal([new Gap(Ledger.Invoices, 11, 11, GapCause.DeletedByRepair)], best.Cost.Gaps);
        Assert.Empty(best.Cost.Changes);
        Assert.Equal(3, best.Cost.Calls);
        Assert.IsType<RepairStep.RemoveEntry>(Assert.Single(best.Steps));
        Assert.StartsWith("It does the least harm", options.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebuild_numbers_from_the_last_survivor_and_not_from_the_number_on_paper()
    {
        var plan = ledger.Plan(RepairKind.RebuildFromDate);

        Assert.Equal(new DateOnly(2026, 3, 5), plan.From);
        Assert.Equal([14, 13, 12, 11], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal([11, 12, 13], plan.Steps.OfType<RepairStep.BookAgain>().Select(step => step.Number!.Value));
        Assert.Equal(
            [(12, 11), (13, 12), (14, 13)],
            plan.Cost.Changes.Select(change => (change.OldNumber, change.NewNumber!.Value))
        );
        Assert.Empty(plan.Cost.Gaps);
        Assert.Empty(plan.Kept);
        Assert.Contains(
            "invoice 2026 / 1 shows 12, but 70/2026 goes on at 11: the last entry that stays is 10.",
            plan.Notes
        );
        Assert.True(plan.CanApply);
        Assert.Contains(new RepairStep.ContinueAt(Ledger.Invoices, 11, 15), plan.Steps);
    }

    [Fact]
    public void With_the_twin_in_another_journal_every_number_stays()
    {
        ledger.Delete(twin);
        ledger.Typed("1", 7, new SeriesKey("79", 2026));
        ledger.Foreign(11, day: 2);

        var plan = ledger.Plan(RepairKind.RebuildFromDate);

        Assert.Equal([12, 13, 14], plan.Steps.OfType<RepairStep.BookAgain>().Select(step => step.Number!.Value));
        Assert.Empty(plan.Cost.Changes);
    }

    [Fact]
    public void Credit_notes_from_the_date_on_are_rebuilt_too_and_earlier_ones_are_not()
    {
        ledger.Document("C1", day: 4);
        ledger.Booked("C1", 1);
        ledger.Document("C2", day: 6);
        ledger.Booked("C2", 2);

        var plan = ledger.Plan(RepairKind.RebuildFromDate);

        Assert.Equal(
            ["CN 2026 / 2"],
            plan.Steps.OfType<RepairStep.BookAgain>()
                .Where(step => step.Series == Ledger.CreditNotes)
                .Select(step => step.Document.Number)
        );
        Assert.DoesNotContain(plan.Cost.Changes, change => change.Old == Ledger.CreditNotes);
    }

    [Fact]
    public void Steps_come_in_an_order_in_which_each_can_stop()
    {
        var phases = ledger.Plan(RepairKind.RebuildFromDate).Steps.Select(step => step.Phase).ToArray();

        Assert.Equal(phases.Order(), phases);
        Assert.Equal(Phase.Remove, phases[0]);
        Assert.Equal(Phase.Book, phases[^1]);
    }
}
