using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class OtherCaseTests
{
    readonly Ledger ledger = new();

    public OtherCaseTests()
    {
        for (var at = 1; at <= 3; at++)
        {
            ledger.Document($"{at}", day: at + 4);
            ledger.Booked($"{at}", at + 10);
        }
    }

    SalesDocument Second => ledger.Documents["2"];

    Entry SecondEntry => ledger.Entries[1];

    RepairCase Edited => new RepairCase.Edited(Second, ledger.Links[Second.Id], SecondEntry);

    [Fact]
    public void A_document_whose_entry_is_gone_is_booked_again_under_its_own_number()
    {
        ledger.Delete(SecondEntry);

        var best = ledger.Plan().Recommended!;

        Assert.Equal(RepairKind.BookAgain, best.Kind);
        Assert.Equal(
            [
                new RepairStep.Release(DocumentRef.Of(Second), ledger.Links[Second.Id]),
                new RepairStep.BookAgain(DocumentRef.Of(Second), Ledger.Invoices, 12),
            ],
            best.Steps
        );
        Assert.Empty(best.Cost.Changes);
        var release = ledger.Plan(RepairKind.Release);
        Assert.Equal("invoice 2026 / 2: 70/2026 12 → open", Assert.Single(release.Cost.Changes).ToString());
        Assert.True(ledger.Plan(RepairKind.Checklist).CanApply);
    }

    [Fact]
    public void Where_Exact_numbers_nobody_can_give_it_its_own_number_back()
    {
        ledger.Numbering = NumberingMode.ExactNumbers;
        ledger.Delete(SecondEntry);

        var change = Assert.Single(ledger.Plan(RepairKind.BookAgain).Cost.Changes);

        Assert.Equal("invoice 2026 / 2: 70/2026 12 → 70/2026, the number that Exact gives", change.ToString());
    }

    [Fact]
    public void A_document_whose_entry_was_typed_anew_is_linked_to_that_one()
    {
        ledger.Delete(SecondEntry);
        ledger.Typed("2", 14);

        var best = ledger.Plan().Recommended!;

        Assert.Equal(RepairKind.Relink, best.Kind);
        Assert.Equal(14, Assert.IsType<RepairStep.LinkTo>(Assert.Single(best.Steps)).Entry.Number);
        Assert.DoesNotContain(ledger.Plan().Plans, plan => plan.Kind == RepairKind.Checklist);
    }

    [Fact]
    public void A_document_whose_entry_was_typed_anew_twice_keeps_one_of_them()
    {
        ledger.Delete(SecondEntry);
        ledger.Typed("2", 14);
        ledger.Typed("2", 15);

        var plan = ledger.Plan(RepairKind.RemoveSurplus);

        Assert.Equal([15], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal(14, Assert.Single(plan.Steps.OfType<RepairStep.LinkTo>()).Entry.Number);
    }

    [Fact]
    public void Of_two_documents_with_one_number_the_one_without_entry_is_booked_under_the_next()
    {
        ledger.Delete(SecondEntry);
        ledger.Document("4", day: 9);
        ledger.Booked("4", 12);

        var best = ledger.Plan().Recommended!;

        Assert.Equal(RepairKind.BookAgain, best.Kind);
        Assert.Equal(
            [new RepairStep.BookAgain(DocumentRef.Of(Second), Ledger.Invoices, 14)],
            best.Steps.OfType<RepairStep.BookAgain>()
        );
        Assert.Contains(
            "only invoice 2026 / 4 is entry 12",
            ledger.Plan(RepairKind.Checklist).Steps[0].Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_two_documents_without_entry_the_first_gets_the_number_back()
    {
        ledger.Delete(SecondEntry);
        ledger.Document("4", day: 9);
        ledger.Delete(ledger.Booked("4", 12));

        Assert.Equal(
            [("2026 / 2", 12), ("2026 / 4", 14)],
            ledger
                .Plan(RepairKind.BookAgain)
                .Steps.OfType<RepairStep.BookAgain>()
                .Select(step => (step.Document.Number, step.Number!.Value))
        );
    }

    [Fact]
    public void Of_two_documents_linked_to_one_entry_its_mark_decides_or_a_person()
    {
        ledger.Document("4", day: 9);
        var fourth = ledger.Documents["4"];
        ledger.Links[fourth.Id] = Link.To(SecondEntry, fourth, LinkOrigin.Adopted, Ledger.Now);

        Assert.Equal([14], Numbers("2026 / 4"));

        ledger.Change(SecondEntry, entry => entry with { Mark = null });
        Assert.DoesNotContain(ledger.Plan().Plans, plan => plan.Kind == RepairKind.BookAgain);
        Assert.StartsWith(
            "Say which of these documents is entry 12: invoice 2026 / 2, invoice 2026 / 4",
            ledger.Plan(RepairKind.Checklist).Steps[0].Words,
            StringComparison.Ordinal
        );

        ledger.Survivors[ledger.Found[0].Key] = fourth.Id;
        Assert.Equal([14], Numbers("2026 / 2"));

        IEnumerable<int?> Numbers(string document) =>
            ledger
                .Plan(RepairKind.BookAgain)
                .Steps.OfType<RepairStep.BookAgain>()
                .Where(step => step.Document.Number == document)
                .Select(step => step.Number);
    }

    [Fact]
    public void What_no_document_explains_is_removed_only_when_a_person_says_which_stays()
    {
        var one = ledger.Foreign(14, day: 9);
        var other = ledger.Foreign(15, day: 9);
        foreach (var entry in new[] { one, other })
            ledger.Change(entry, found => found with { YourRef = "WEB-88", Amount = 50 });

        var asked = ledger.Plan();

        Assert.Equal(RepairKind.Checklist, asked.Recommended!.Kind);
        Assert.Equal(
            ObstacleReason.NotChosen,
            Assert.Single(asked.Plans.Single(plan => plan.Kind == RepairKind.RemoveSurplus).Obstacles).Reason
        );
        Assert.Contains("70/2026 14 (2026-03-09, 50 EUR", asked.Recommended.Steps[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Plans, plan => plan.Kind == RepairKind.RebuildFromDate);

        ledger.Survivors[ledger.Found[0].Key] = other.LineId;
        Assert.Equal([14], ledger.Plan().Recommended!.Cost.Deleted.Select(entry => entry.Number));
    }

    [Fact]
    public void An_edited_entry_is_corrected_under_its_number_or_accepted_or_booked_again()
    {
        var options = ledger.Plan(Edited);

        Assert.Equal(RepairKind.Correct, options.Recommended!.Kind);
        Assert.Equal([new RepairStep.CorrectEntry(DocumentRef.Of(Second), SecondEntry)], options.Recommended.Steps);
        Assert.Equal(1, ledger.Plan(RepairKind.Accept, Edited).Cost.LeftOpen);
        var again = ledger.Plan(RepairKind.BookAgain, Edited);
        Assert.Equal(12, Assert.Single(again.Steps.OfType<RepairStep.BookAgain>()).Number);
        Assert.Empty(again.Cost.Changes);
        Assert.Empty(again.Cost.Gaps);
        Assert.Equal(
            new PersonCheck.EntryAgrees(DocumentRef.Of(Second), SecondEntry),
            Assert.IsType<RepairStep.Person>(ledger.Plan(RepairKind.Checklist, Edited).Steps[0]).Check
        );
        Assert.Equal(new DateOnly(2026, 3, 6), ledger.Plan(RepairKind.RebuildFromDate, Edited).From);
    }

    [Fact]
    public void Correcting_counts_what_a_person_changed_in_the_entry_as_lost()
    {
        ledger.Change(SecondEntry, entry => entry with { ChangedAt = Ledger.Now });

        Assert.Single(ledger.Plan(RepairKind.Correct, Edited).Cost.Corrections);
    }

    [Fact]
    public void An_edited_entry_in_a_closed_period_is_not_corrected()
    {
        ledger.Closed.Add(new ClosedPeriod("70", 2026, 3));

        Assert.Equal(
            ObstacleReason.PeriodClosed,
            Assert.Single(ledger.Plan(RepairKind.Correct, Edited).Obstacles).Reason
        );
    }

    [Fact]
    public void A_document_that_cannot_be_booked_is_not_booked_again()
    {
        ledger.Unbookable[Second.Id] = new Problem("vatCodeMissing", "No VAT code stands for 21 %.", "Map it.");

        Assert.Contains(
            "cannot be booked: No VAT code stands for 21 %.",
            Assert.Single(ledger.Plan(RepairKind.BookAgain, Edited).Obstacles).Words,
            StringComparison.Ordinal
        );
        Assert.False(ledger.Plan(RepairKind.RebuildFromDate, Edited).CanApply);
        Assert.False(ledger.Plan(RepairKind.Correct, Edited).CanApply);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_withdrawn_document_loses_its_entry_and_then_goes_from_Teamleader(bool isDeleted)
    {
        var withdrawn = new RepairCase.Withdrawn(Second, ledger.Links[Second.Id], SecondEntry, isDeleted);

        var best = ledger.Plan(withdrawn).Recommended!;

        Assert.Equal(RepairKind.RemoveSurplus, best.Kind);
        Assert.Equal([12], best.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal(
            isDeleted ? 0 : 1,
            best.Steps.Count(step => step is RepairStep.Person { Check: PersonCheck.DocumentGone })
        );
        Assert.Null(Assert.Single(best.Cost.Changes).NewNumber);
        Assert.Equal(
            [("2026 / 3", 12)],
            ledger
                .Plan(RepairKind.RebuildFromDate, withdrawn)
                .Steps.OfType<RepairStep.BookAgain>()
                .Select(step => (step.Document.Number, step.Number!.Value))
        );
        Assert.Equal(
            14,
            Assert.Single(ledger.Plan(RepairKind.Reverse, withdrawn).Steps.OfType<RepairStep.ReverseEntry>()).Number
        );
        Assert.Equal([12], ledger.Plan(RepairKind.Checklist, withdrawn).Cost.Deleted.Select(entry => entry.Number));
    }

    [Fact]
    public void Whoever_rebuilds_for_a_document_that_goes_deletes_it_in_Teamleader_too()
    {
        var third = ledger.Documents["3"];
        var withdrawn = new RepairCase.Withdrawn(third, ledger.Links[third.Id], ledger.Entries[2], IsDeleted: false);

        Assert.All(
            ledger.Plan(withdrawn).Plans,
            plan =>
                Assert.Equal(
                    "Delete invoice 2026 / 3 in Teamleader. It deletes only the last of a financial year: later ones first, from the highest number down, or credit it instead.",
                    plan.Steps[^1].Words
                )
        );
    }

    [Fact]
    public void A_document_of_which_nobody_knows_whether_it_was_booked_stops_every_plan_in_its_series()
    {
        ledger.Document("4", day: 9);
        ledger.Intents.Add(ledger.Intent("4", 14, IntentState.Unknown, age: TimeSpan.FromMinutes(5)));

        Assert.Equal(
            ObstacleReason.UnknownIntent,
            Assert.Single(ledger.Plan(RepairKind.RebuildFromDate, Edited).Obstacles).Reason
        );
        Assert.True(ledger.Plan(RepairKind.Correct, Edited).CanApply);
    }

    [Fact]
    public void An_unknown_intent_of_the_document_itself_stops_even_what_books_nothing()
    {
        ledger.Intents.Add(ledger.Intent("2", 14, IntentState.Unknown, age: TimeSpan.FromHours(5)));

        Assert.All(
            ledger.Plan(Edited).Plans,
            plan => Assert.Equal(ObstacleReason.UnknownIntent, plan.Obstacles[^1].Reason)
        );
    }

    [Theory]
    [InlineData(29, 13, true)]
    [InlineData(30, 13, false)]
    [InlineData(29, 14, true)]
    [InlineData(29, 12, false)]
    [InlineData(29, null, true)]
    public void No_number_is_freed_while_a_try_may_still_take_it(int minutes, int? number, bool isRefused)
    {
        var third = ledger.Documents["3"];
        var withdrawn = new RepairCase.Withdrawn(third, ledger.Links[third.Id], ledger.Entries[2], IsDeleted: true);
        var intent = ledger.Intent("1", number, IntentState.Confirmed, TimeSpan.FromMinutes(minutes));
        ledger.Intents.Add(intent);

        var plan = ledger.Plan(RepairKind.RemoveSurplus, withdrawn);

        Assert.Equal(isRefused, !plan.CanApply);
        Assert.Equal(isRefused ? [ObstacleReason.YoungTry] : [], plan.Obstacles.Select(found => found.Reason));
        ledger.Intents[0] = intent with { Unanswered = 0 };
        Assert.True(ledger.Plan(RepairKind.RemoveSurplus, withdrawn).CanApply);
    }

    [Fact]
    public void A_try_for_the_document_itself_is_waited_for_whatever_its_number()
    {
        ledger.Delete(SecondEntry);
        ledger.Intents.Add(ledger.Intent("2", 99, IntentState.Refused, TimeSpan.FromMinutes(1)));

        Assert.Equal(ObstacleReason.YoungTry, Assert.Single(ledger.Plan(RepairKind.BookAgain).Obstacles).Reason);
    }
}
