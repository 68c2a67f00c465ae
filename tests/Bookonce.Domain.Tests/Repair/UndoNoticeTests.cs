using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What stands against undoing a repair, and what is said of what does not come back.</summary>
public sealed class UndoNoticeTests
{
    readonly Ledger ledger = new();
    readonly Entry typed;
    readonly Entry booked;
    readonly SalesDocument document;

    public UndoNoticeTests()
    {
        ledger.Foreign(10, day: 1);
        document = ledger.Document("1", day: 5);
        typed = ledger.Typed("1", 11);
        booked = ledger.Booked("1", 12);
    }

    RepairJournal Applied(RepairPlan plan)
    {
        var applier = new Applier(ledger, plan);
        Assert.IsType<NextMove.Finished>(applier.Run());
        return applier.Journal;
    }

    RepairJournal Rebuilt() => Applied(ledger.Plan(RepairKind.RebuildFromDate));

    RepairPlan Undone(RepairJournal journal) => Undo.Plan(journal, ledger.Books);

    [Fact]
    public void What_was_made_stays_once_its_period_is_closed()
    {
        var journal = Rebuilt();
        ledger.Closed.Add(new ClosedPeriod("70", 2026, 3));

        Assert.Equal(
            new Obstacle(ObstacleReason.PeriodClosed, "70/2026 11: period 2026 - 3 is closed."),
            Assert.Single(Undone(journal).Obstacles)
        );
    }

    [Fact]
    public void What_was_made_stays_once_another_integration_shows_its_number()
    {
        var journal = Rebuilt();
        ledger.Mode = Mode.Watch;
        ledger.Held[document.Id] = 11;

        Assert.Contains(
            new Obstacle(ObstacleReason.OtherIntegration, "70/2026 11: the other integration holds its number."),
            Undone(journal).Obstacles
        );
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_return_for_another_month_or_one_that_is_not_filed_keeps_nothing_away(int month, bool isFiled)
    {
        var journal = Applied(ledger.Plan(RepairKind.RemoveSurplus));
        ledger.Returns.Add(new VatReturn(2026, month, ReturnFrequency.Monthly, isFiled));

        Assert.Single(Undone(journal).Steps.OfType<RepairStep.PutBack>());
    }

    [Fact]
    public void What_was_made_and_cannot_be_found_is_named()
    {
        var journal = Rebuilt();
        ledger.Delete(ledger.Entries.Single(entry => entry.Number == 11));

        Assert.Equal(
            [
                new Obstacle(
                    ObstacleReason.NotSeen,
                    "What this made is not in the books that were read: Book invoice 2026 / 1 again as 70/2026 11."
                ),
            ],
            Undone(journal).Obstacles
        );
    }

    [Fact]
    public void A_document_that_may_be_booked_this_moment_is_settled_first()
    {
        var journal = Rebuilt();
        ledger.Intents.Add(ledger.Intent("1", 20, IntentState.Unknown, TimeSpan.FromMinutes(1)));

        Assert.Equal(
            [
                new Obstacle(
                    ObstacleReason.UnknownIntent,
                    "Nobody knows yet whether 2026 / 1 in 70/2026 was booked. Let a run settle it first."
                ),
            ],
            Undone(journal).Obstacles
        );
    }

    [Fact]
    public void A_payment_that_nobody_was_sure_of_is_told_as_such()
    {
        ledger.Change(typed, entry => entry with { Matched = null });
        ledger.Survivors[ledger.Found[0].Key] = booked.LineId;
        var plan = ledger.Plan(RepairKind.RemoveSurplus);
        ledger.Change(typed, entry => entry with { Matched = Matched.No });

        Assert.Contains("The payment of 70/2026 11 must be matched again, if it had one.", Undone(Applied(plan)).Notes);
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
        Assert.Equal(
            "Entry 70/2026 11 cannot come back: its period 2026 - 3 is closed or declared by now.",
            undo.Notes[0]
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
        var undo = Undone(Of(StepState.Sent));

        Assert.Equal(
            [
                new Obstacle(
                    ObstacleReason.NotSeen,
                    "Nobody has seen yet whether this was done: Save and delete entry 70/2026 12. Resume first."
                ),
            ],
            undo.Obstacles
        );
        Assert.Empty(undo.Steps);
        Assert.Empty(Undone(Of(StepState.Saved)).Obstacles);

        RepairJournal Of(StepState state) =>
            new(ledger.Plan(RepairKind.RebuildFromDate), [new StepRecord(0, state, Ledger.Now)]);
    }

    [Fact]
    public void What_was_made_and_is_matched_by_now_is_unmatched_by_a_person_first()
    {
        var journal = Rebuilt();
        var made = ledger.Entries.Single(entry => entry.Number == 11);
        ledger.Change(made, entry => entry with { Matched = Matched.Fully });

        Assert.IsType<PersonCheck.EntryOpen>(Assert.IsType<RepairStep.Person>(Undone(journal).Steps[0]).Check);
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
