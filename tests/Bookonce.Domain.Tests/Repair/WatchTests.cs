using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class WatchTests
{
    readonly Ledger ledger = new() { Mode = Mode.Watch };
    readonly Entry typed;
    readonly Entry sent;

    public WatchTests()
    {
        ledger.Foreign(10, day: 1);
        ledger.Document("1", day: 5);
        typed = ledger.Typed("1", 11);
        sent = ledger.Booked("1", 12);
        ledger.Document("2", day: 8);
        ledger.Booked("2", 13);
    }

    [Theory]
    [InlineData(12, 11)]
    [InlineData(11, 12)]
    public void Only_the_twin_whose_number_the_other_integration_does_not_hold_is_removed(int held, int removed)
    {
        ledger.Held[ledger.Documents["1"].Id] = held;

        var plan = ledger.Plan(RepairKind.RemoveSurplus);

        Assert.True(plan.CanApply);
        Assert.Equal([removed], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal(RepairKind.RemoveSurplus, ledger.Plan().Recommended!.Kind);
    }

    [Fact]
    public void A_number_that_nobody_told_is_asked_and_never_guessed()
    {
        var options = ledger.Plan();

        Assert.False(options.Plans.Single(plan => plan.Kind == RepairKind.RemoveSurplus).CanApply);
        var asked = options.Plans.Single(plan => plan.Kind == RepairKind.Checklist);
        var step = Assert.IsType<RepairStep.Person>(Assert.Single(asked.Steps));
        Assert.Equal(new PersonCheck.ShownNumber(DocumentRef.Of(ledger.Documents["1"]), null), step.Check);
        Assert.Contains("Booking number", step.What, StringComparison.Ordinal);
    }

    [Fact]
    public void By_hand_too_the_entry_stays_that_the_other_integration_shows()
    {
        ledger.Held[ledger.Documents["1"].Id] = 12;
        ledger.Change(sent, entry => entry with { Matched = Matched.No });
        ledger.Change(typed, entry => entry with { Matched = Matched.Fully });

        Assert.Equal([11], ledger.Plan(RepairKind.Checklist).Cost.Deleted.Select(entry => entry.Number));
    }

    [Fact]
    public void Nothing_is_taken_back_corrected_or_booked_by_us()
    {
        ledger.Held[ledger.Documents["1"].Id] = 12;

        Assert.Equal(ObstacleReason.OtherIntegration, Assert.Single(ledger.Plan(RepairKind.Reverse).Obstacles).Reason);
        var document = ledger.Documents["2"];
        var edited = new RepairCase.Edited(document, ledger.Links[document.Id], ledger.Entries[^1]);
        Assert.Contains(
            ledger.Plan(RepairKind.Correct, edited).Obstacles,
            found => found.Reason == ObstacleReason.OtherIntegration
        );
        Assert.True(ledger.Plan(RepairKind.Checklist, edited).CanApply);
    }

    [Fact]
    public void A_rebuild_is_the_official_procedure_by_hand_with_the_numbers_computed()
    {
        ledger.Held[ledger.Documents["1"].Id] = 12;

        var plan = ledger.Plan(RepairKind.RebuildFromDate);

        Assert.True(plan.CanApply);
        Assert.DoesNotContain(plan.Steps, step => step is RepairStep.RemoveEntry or RepairStep.BookAgain);
        var words = plan.Steps.OfType<RepairStep.Person>().Select(step => step.What).ToArray();
        Assert.Equal(6, words.Length);
        Assert.StartsWith("Look up the next booking number of journal 70", words[0], StringComparison.Ordinal);
        Assert.Equal(
            "Delete these entries in Exact, from the highest number down: 70/2026 13, 70/2026 12, 70/2026 11.",
            words[1]
        );
        Assert.Contains(
            words,
            said => said.Contains("disconnect date 2026-03-05; do not disconnect customers", StringComparison.Ordinal)
        );
        Assert.Contains(
            words,
            said => said.Contains("start date 2026-01-01, journal 70 for invoices and 71", StringComparison.Ordinal)
        );
        Assert.Contains(
            plan.Steps.OfType<RepairStep.Person>(),
            step => step.Check == new PersonCheck.NextNumber(Ledger.Invoices, 11, 10)
        );
        Assert.Equal(
            new PersonCheck.ShownNumber(DocumentRef.Of(ledger.Documents["1"]), 11),
            plan.Steps.OfType<RepairStep.Person>().Last().Check
        );
        Assert.Equal(
            [(12, 11), (13, 12)],
            plan.Cost.Changes.Select(change => (change.OldNumber, change.NewNumber!.Value))
        );
        Assert.Equal(6, plan.Cost.PersonSteps);
        Assert.Empty(plan.Cost.Gaps);
    }

    [Fact]
    public void The_official_procedure_lists_what_goes_by_journal_and_what_is_clicked_at_the_end()
    {
        ledger.Held[ledger.Documents["1"].Id] = 12;
        ledger.Document("C1", day: 9);
        ledger.Booked("C1", 30);

        var words = ledger.Plan(RepairKind.RebuildFromDate).Steps.OfType<RepairStep.Person>().Select(step => step.What);

        Assert.Contains(
            "Delete these entries in Exact, from the highest number down: 70/2026 13, 70/2026 12, 70/2026 11, 71/2026 30.",
            words
        );
        Assert.Equal("In Teamleader, click the sync button under Revenue > Invoices.", words.Last());
        Assert.Contains("See that Exact goes on at 11 in 70/2026, and set it to 11 if it shows another number.", words);
    }

    [Fact]
    public void Where_nothing_stands_nobody_is_told_to_delete_anything()
    {
        var gone = ledger.Document("3", day: 20);
        ledger.Delete(ledger.Booked("3", 14));
        var found = ledger.Found.Where(one => one.Documents.Contains(gone)).ToArray();

        Assert.Equal(
            [Phase.Before, Phase.Numbers, Phase.Numbers, Phase.After],
            ledger.Plan(RepairKind.RebuildFromDate, found).Steps.OfType<RepairStep.Person>().Select(step => step.When)
        );
    }

    [Fact]
    public void Where_nothing_is_booked_again_nobody_is_told_to_synchronise()
    {
        var document = ledger.Documents["2"];
        var withdrawn = new RepairCase.Withdrawn(
            document,
            ledger.Links[document.Id],
            ledger.Entries[^1],
            IsDeleted: true
        );

        Assert.DoesNotContain(
            ledger.Plan(RepairKind.RebuildFromDate, withdrawn).Steps,
            step => step.Words.Contains("sync", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_closed_period_keeps_a_person_from_deleting_too()
    {
        ledger.Held[ledger.Documents["1"].Id] = 12;
        ledger.Closed.Add(new ClosedPeriod("70", 2026, 3));

        Assert.All(
            ledger.Plan(RepairKind.RebuildFromDate).Obstacles,
            found => Assert.Equal(ObstacleReason.PeriodClosed, found.Reason)
        );
        Assert.False(ledger.Plan(RepairKind.RebuildFromDate).CanApply);
        Assert.False(ledger.Plan(RepairKind.Checklist).CanApply);
    }

    [Fact]
    public void A_rebuild_that_mends_something_else_by_hand_besides_costs_what_it_amounts_to()
    {
        ledger.Held[ledger.Documents["1"].Id] = 12;
        foreach (var entry in new[] { ledger.Foreign(20, day: 9), ledger.Foreign(21, day: 9) })
            ledger.Change(entry, found => found with { YourRef = "WEB-88", Amount = 50 });

        Assert.Equal(
            [(12, 11), (13, 12)],
            ledger
                .Plan(RepairKind.RebuildFromDate)
                .Cost.Changes.Select(change => (change.OldNumber, change.NewNumber!.Value))
        );
    }

    [Fact]
    public void A_number_that_none_of_the_twins_has_leaves_both_to_be_removed()
    {
        ledger.Held[ledger.Documents["1"].Id] = 99;

        Assert.Equal([11], ledger.Plan(RepairKind.Checklist).Cost.Deleted.Select(entry => entry.Number));
        Assert.True(ledger.Plan(RepairKind.RemoveSurplus).CanApply);
    }

    [Fact]
    public void The_entry_of_a_document_that_is_deleted_goes_only_by_the_number_that_the_other_integration_shows()
    {
        var document = ledger.Documents["2"];
        ledger.Held[document.Id] = 13;
        var withdrawn = new RepairCase.Withdrawn(
            document,
            ledger.Links[document.Id],
            ledger.Entries[^1],
            IsDeleted: true
        );
        ledger.Documents.Remove("2");

        Assert.Contains(
            new Obstacle(ObstacleReason.OtherIntegration, "70/2026 13: the other integration holds its number."),
            ledger.Plan(RepairKind.RemoveSurplus, withdrawn).Obstacles
        );
    }

    [Fact]
    public void A_person_enters_again_what_is_gone()
    {
        var gone = ledger.Document("3", day: 20);
        ledger.Delete(ledger.Booked("3", 14));
        var found = ledger.Found.Where(one => one.Documents.Contains(gone)).ToArray();

        Assert.Equal(
            "Enter invoice 2026 / 3 in Exact again as 70/2026 14, or have the other integration send it again.",
            Assert.Single(ledger.Plan(RepairKind.Checklist, found).Steps).Words
        );
        Assert.Equal(
            [new Obstacle(ObstacleReason.OtherIntegration, "Another integration books here, so a person must do it.")],
            ledger.Plan(RepairKind.BookAgain, found).Obstacles
        );
    }
}
