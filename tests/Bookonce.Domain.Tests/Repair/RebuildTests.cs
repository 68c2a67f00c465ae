using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class RebuildTests
{
    readonly Ledger ledger = new();

    public RebuildTests()
    {
        ledger.Foreign(10, day: 1);
        ledger.Document("1", day: 5);
        ledger.Typed("1", 11);
        ledger.Booked("1", 12);
    }

    RepairPlan Plan => ledger.Plan(RepairKind.RebuildFromDate);

    IEnumerable<(string, int?)> Booked =>
        Plan.Steps.OfType<RepairStep.BookAgain>().Select(step => (step.Document.Number, step.Number));

    [Fact]
    public void Foreign_entries_in_the_range_keep_their_numbers_and_are_named()
    {
        var foreign = ledger.Foreign(13, day: 6);
        ledger.Document("2", day: 7);
        ledger.Booked("2", 14);
        ledger.Document("3", day: 8);
        ledger.Booked("3", 15);

        Assert.Equal([("2026 / 1", 11), ("2026 / 2", 12), ("2026 / 3", 14)], Booked);
        Assert.Equal([foreign], Plan.Kept);
        Assert.Contains(
            Plan.Notes,
            note => note.Contains("70/2026 13 (2026-03-06, 7013 EUR, Somebody Else NV)", StringComparison.Ordinal)
        );
        Assert.Empty(Plan.Cost.Gaps);
    }

    [Fact]
    public void A_gap_before_a_foreign_entry_is_announced()
    {
        ledger.Foreign(13, day: 6);

        Assert.Equal([("2026 / 1", 11)], Booked);
        Assert.Equal(["70/2026 12"], Plan.Cost.Gaps.Select(gap => gap.ToString()));
    }

    [Fact]
    public void Documents_of_another_connection_stay_as_foreign_entries_do()
    {
        ledger.Document("2", day: 7);
        var other = ledger.Booked("2", 13);
        ledger.Others.Add(ledger.Documents["2"].Id);

        Assert.Equal([other], Plan.Kept);
        Assert.Equal([("2026 / 1", 11)], Booked);
    }

    [Fact]
    public void Documents_are_booked_in_their_order_and_not_in_that_of_their_numbers()
    {
        ledger.Document("3", day: 9);
        ledger.Booked("3", 13);
        ledger.Document("2", day: 8);
        ledger.Booked("2", 14);

        Assert.Equal([("2026 / 1", 11), ("2026 / 2", 12), ("2026 / 3", 13)], Booked);
    }

    [Fact]
    public void A_document_dated_before_keeps_its_entry_whatever_its_number()
    {
        ledger.Document("2", day: 4);
        var late = ledger.Booked("2", 13);
        ledger.Document("3", day: 9);
        ledger.Booked("3", 14);

        Assert.Equal([("2026 / 1", 11), ("2026 / 3", 12)], Booked);
        Assert.Equal([late], Plan.Kept);
        Assert.Contains(new RepairStep.ContinueAt(Ledger.Invoices, 14, 15), Plan.Steps);
    }

    [Fact]
    public void A_gap_right_before_the_range_is_filled()
    {
        ledger.Delete(ledger.Entries[0]);
        ledger.Foreign(8, day: 1);

        Assert.Equal([("2026 / 1", 9)], Booked);
        Assert.Contains(new RepairStep.ContinueAt(Ledger.Invoices, 9, 13), Plan.Steps);
    }

    [Fact]
    public void A_series_that_is_removed_whole_begins_where_it_began()
    {
        ledger.Delete(ledger.Entries[0]);

        Assert.Equal([("2026 / 1", 11)], Booked);
        Assert.Contains(new RepairStep.ContinueAt(Ledger.Invoices, 11, 13), Plan.Steps);
    }

    [Fact]
    public void Matched_entries_are_unmatched_by_a_person_before_anything_is_removed()
    {
        ledger.Document("2", day: 7);
        ledger.Change(ledger.Booked("2", 13), entry => entry with { Matched = Matched.Fully });

        Assert.Equal(new PersonCheck.EntryOpen(ledger.Entries[^1]), ((RepairStep.Person)Plan.Steps[0]).Check);
        Assert.Single(Plan.Cost.Payments);
        Assert.Equal(RepairKind.RemoveSurplus, ledger.Plan().Recommended!.Kind);
    }

    [Fact]
    public void Another_document_of_the_first_day_is_rebuilt_too()
    {
        ledger.Document("2", day: 5);
        ledger.Booked("2", 13);

        Assert.Equal([("2026 / 1", 11), ("2026 / 2", 12)], Booked);
    }

    [Fact]
    public void Entries_go_journal_by_journal_from_the_highest_number_down()
    {
        ledger.Document("C1", day: 6);
        ledger.Booked("C1", 30);
        ledger.Document("C2", day: 7);
        ledger.Booked("C2", 31);

        Assert.Equal(
            ["70/2026 12", "70/2026 11", "71/2026 31", "71/2026 30"],
            Plan.Cost.Deleted.Select(entry => $"{entry.Series} {entry.Number}")
        );
    }

    [Fact]
    public void A_document_that_was_never_booked_is_left_to_the_next_run()
    {
        ledger.Document("2", day: 7);

        Assert.Equal([("2026 / 1", 11)], Booked);
    }

    [Fact]
    public void A_document_that_was_adopted_in_another_journal_stays_there()
    {
        ledger.Document("2", day: 7);
        ledger.Booked("2", 5, new SeriesKey("79", 2026));

        Assert.Equal([12, 11], Plan.Cost.Deleted.Select(entry => entry.Number));
    }

    [Theory]
    [InlineData(NumberingMode.Untried, 1, 0)]
    [InlineData(NumberingMode.Fenced, 0, 0)]
    [InlineData(NumberingMode.ExactNumbers, 1, 1)]
    public void What_Exact_shows_is_checked_before_anything_is_removed_unless_the_fence_is_proved(
        NumberingMode numbering,
        int before,
        int after
    )
    {
        ledger.Numbering = numbering;

        var checks = Plan
            .Steps.OfType<RepairStep.Person>()
            .Where(step => step.Check is PersonCheck.NextNumber)
            .ToArray();

        Assert.Equal(before, checks.Count(step => step.When == Phase.Before));
        Assert.Equal(after, checks.Count(step => step.When == Phase.Numbers));
        if (before > 0)
            Assert.Equal(new PersonCheck.NextNumber(Ledger.Invoices, 13, 12), checks[0].Check);
        if (after > 0)
            Assert.Equal(new PersonCheck.NextNumber(Ledger.Invoices, 11, 10), checks[^1].Check);
    }

    [Fact]
    public void The_number_of_an_old_unknown_intent_elsewhere_goes_to_no_document()
    {
        ledger.Document("2", day: 9);
        ledger.Intents.Add(ledger.Intent("2", 11, IntentState.Unknown, age: TimeSpan.FromDays(1)));

        Assert.Equal([("2026 / 1", 12)], Booked);
        Assert.False(Plan.CanApply);
    }

    [Fact]
    public void A_document_that_has_no_series_anywhere_is_not_guessed()
    {
        var document = ledger.Document("2", day: 9);
        ledger.Typed("2", 3, new SeriesKey("79", 2026));
        ledger.Typed("2", 4, new SeriesKey("79", 2026));
        var books = ledger.Books with { Goes = new Dictionary<Guid, SeriesKey>() };
        var found = ledger.Found.Where(one => one.Documents.Contains(document)).ToArray();

        var plan = Planner.Plan(books, found).Plans.Single(one => one.Kind == RepairKind.RebuildFromDate);

        Assert.Equal(ObstacleReason.Unbookable, Assert.Single(plan.Obstacles).Reason);
        Assert.Contains("nobody knows in which financial year", plan.Obstacles[0].Words, StringComparison.Ordinal);
    }
}
