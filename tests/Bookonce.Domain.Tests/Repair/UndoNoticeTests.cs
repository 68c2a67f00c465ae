using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
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
    public void An_entry_that_cannot_come_back_is_told_with_its_period()
    {
        var journal = Applied(ledger.Plan(RepairKind.RemoveSurplus));
        ledger.Closed.Add(new ClosedPeriod("70", 2026, 3));

        Assert.Contains(
            $"Entry 70/2026 {journal.Plan.Cost.Deleted[0].Number} cannot come back: its period 2026 - 3 is closed or declared by now.",
            Undone(journal).Notes
        );
    }

    [Fact]
    public void What_nobody_has_seen_done_is_resumed_first()
    {
        var plan = ledger.Plan(RepairKind.RebuildFromDate);
        var journal = new RepairJournal(plan, [new StepRecord(0, StepState.Sent, Ledger.Now)]);

        Assert.Equal(
            [
                new Obstacle(
                    ObstacleReason.NotSeen,
                    "Nobody has seen yet whether this was done: Save and delete entry 70/2026 12. Resume first."
                ),
            ],
            Undone(journal).Obstacles
        );
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
}
