using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What a rebuild says beforehand, and what refuses it.</summary>
public sealed class RebuildNoticeTests
{
    readonly Ledger ledger = new();

    public RebuildNoticeTests()
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
    public void An_entry_dated_before_the_range_is_removed_by_name_and_noted()
    {
        ledger.Change(ledger.Entries[1], entry => entry with { Date = new DateOnly(2026, 3, 4) });

        Assert.Equal(new DateOnly(2026, 3, 5), Plan.From);
        Assert.Contains(
            Plan.Notes,
            note => note.StartsWith("Entry 70/2026 11 is dated 2026-03-04, before", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_closed_period_in_the_range_refuses_it()
    {
        ledger.Document("2", day: 7);
        ledger.Change(ledger.Booked("2", 13), entry => entry with { Period = 4 });
        ledger.Closed.Add(new ClosedPeriod("70", 2026, 4));

        Assert.Equal(ObstacleReason.PeriodClosed, Assert.Single(Plan.Obstacles).Reason);
    }

    [Fact]
    public void What_was_booked_a_moment_ago_is_read_back_first()
    {
        ledger.Document("2", day: 7);
        var entry = ledger.Booked("2", 13);
        ledger.Delete(entry);
        var second = ledger.Documents["2"].Id;
        ledger.Links[second] = ledger.Links[second] with { LineId = null };

        Assert.Equal(
            [
                new Obstacle(
                    ObstacleReason.NotSeen,
                    "invoice 2026 / 2 was booked a moment ago: let a run read it back first."
                ),
            ],
            Plan.Obstacles
        );
        Assert.Equal([("2026 / 1", 11)], Booked);
    }

    [Fact]
    public void What_changed_in_Teamleader_since_is_counted()
    {
        ledger.Documents["1"] = ledger.Documents["1"] with { Net = 90m };

        Assert.Contains(Plan.Notes, note => note.EndsWith("booked as they are now: 1.", StringComparison.Ordinal));
        ledger.Documents["1"] = ledger.Documents["1"] with { Net = ledger.Documents["1"].Gross };
    }

    [Fact]
    public void Where_Exact_numbers_an_entry_that_stays_in_the_range_is_in_the_way()
    {
        ledger.Numbering = NumberingMode.ExactNumbers;
        ledger.Foreign(13, day: 6);

        Assert.Equal(
            [
                new Obstacle(
                    ObstacleReason.NumbersInTheWay,
                    "Exact numbers 70/2026 itself and would run into 70/2026 13, which stays."
                ),
            ],
            Plan.Obstacles
        );
    }

    [Fact]
    public void A_rebuild_says_everything_that_a_person_should_know_and_nothing_else()
    {
        ledger.Foreign(14, day: 6);
        ledger.Foreign(13, day: 7);

        Assert.Equal(
            [
                "invoice 2026 / 1 shows 12, but 70/2026 goes on at 11: the last entry that stays is 10.",
                "Entry 70/2026 13 (2026-03-07, 7013 EUR, Somebody Else NV) is not of a document in the range and stays.",
                "Entry 70/2026 14 (2026-03-06, 7014 EUR, Somebody Else NV) is not of a document in the range and stays.",
            ],
            Plan.Notes
        );

        ledger.Entries.RemoveAll(entry => entry.Number is 10 or 13 or 14);
        Assert.Equal(["invoice 2026 / 1 shows 12, but 70/2026 goes on at 11: no entry stays before it."], Plan.Notes);
    }

    [Fact]
    public void Without_the_right_to_delete_nothing_is_rebuilt()
    {
        ledger.MayDelete = Known.No;

        Assert.Equal(
            [new Obstacle(ObstacleReason.RightMissing, "The connected user may not delete sales entries in Exact.")],
            Plan.Obstacles
        );
    }
}
