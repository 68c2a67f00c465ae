using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What plans cost, and which of several ways is taken for it.</summary>
public sealed class CostTests
{
    readonly Ledger ledger = new();

    Entry Twice(string name, int number)
    {
        ledger.Document(name, day: 5);
        ledger.Typed(name, number);
        return ledger.Booked(name, number + 1);
    }

    RepairCase.Edited Edited(string name)
    {
        var document = ledger.Documents[name];
        var link = ledger.Links[document.Id];
        return new RepairCase.Edited(document, link, ledger.Entries.Single(entry => entry.EntryId == link.EntryId));
    }

    [Fact]
    public void Accepting_costs_a_difference_and_no_call()
    {
        ledger.Document("1", day: 5);
        ledger.Booked("1", 11);

        var cost = ledger.Plan(RepairKind.Accept, Edited("1")).Cost;

        Assert.Equal(["leaves one difference"], cost.Words);
        Assert.Equal(0, cost.Calls);
    }

    [Fact]
    public void Every_case_that_stays_open_counts()
    {
        foreach (var (name, number) in new[] { ("1", 11), ("2", 12) })
        {
            ledger.Document(name, day: 5);
            ledger.Booked(name, number);
        }

        Assert.Equal(2, ledger.Plan(RepairKind.Accept, Edited("1"), Edited("2")).Cost.LeftOpen);
    }

    [Fact]
    public void Correcting_an_entry_that_is_matched_costs_its_matching()
    {
        ledger.Document("1", day: 5);
        ledger.Change(ledger.Booked("1", 11), entry => entry with { Matched = Matched.Fully });

        var cost = ledger.Plan(RepairKind.Correct, Edited("1")).Cost;

        Assert.Equal(["one payment to match again", "one step by a person", "6 calls"], cost.Words);
    }

    [Fact]
    public void As_many_removals_as_one_filter_can_name_are_verified_by_one_call()
    {
        for (var at = 0; at < 40; at++)
            Twice($"{at + 1}", 10 + (2 * at));
        ledger.Foreign(200, day: 30);

        Assert.Equal((2 * 40) + 1, ledger.Plan(RepairKind.RemoveSurplus).Cost.Calls);
    }

    [Fact]
    public void A_number_that_is_missing_below_one_given_again_is_a_gap()
    {
        for (var at = 1; at <= 3; at++)
        {
            ledger.Document($"{at}", day: at + 4);
            ledger.Booked($"{at}", at + 10);
        }
        var second = Edited("2");
        var withdrawn = new RepairCase.Withdrawn(second.Document, second.Link, second.Entry, IsDeleted: true);

        Assert.Equal(
            [new Gap(Ledger.Invoices, 12, 12, GapCause.DeletedByRepair)],
            ledger.Plan(RepairKind.BookAgain, Edited("1"), withdrawn, Edited("3")).Cost.Gaps
        );
    }

    [Fact]
    public void The_twin_that_says_what_the_document_says_stays_in_every_way()
    {
        var booked = Twice("1", 11);
        ledger.Foreign(13, day: 9);
        ledger.Change(booked, entry => entry with { Amount = entry.Amount - 1m });

        foreach (var kind in new[] { RepairKind.RemoveSurplus, RepairKind.Reverse, RepairKind.Checklist })
        {
            var cost = ledger.Plan(kind).Cost;
            Assert.Equal([12], cost.Deleted.Concat(cost.Reversed).Select(entry => entry.Number));
            Assert.Equal(0, cost.LeftOpen);
        }
    }

    [Fact]
    public void Whoever_keeps_the_twin_that_differs_leaves_a_difference()
    {
        var booked = Twice("1", 11);
        ledger.Foreign(13, day: 9);
        ledger.Change(booked, entry => entry with { Amount = entry.Amount - 1m });
        ledger.Survivors[ledger.Found[0].Key] = booked.LineId;

        foreach (var kind in new[] { RepairKind.RemoveSurplus, RepairKind.Reverse, RepairKind.Checklist })
            Assert.Equal(1, ledger.Plan(kind).Cost.LeftOpen);
    }

    [Fact]
    public void Linking_to_an_entry_that_differs_leaves_a_difference()
    {
        ledger.Document("1", day: 5);
        ledger.Delete(ledger.Booked("1", 11));
        ledger.Typed("1", 12);
        var gone = (Finding.EntryGone)((RepairCase.Found)ledger.Found[0]).Finding;
        var differing = gone with { Replacements = [gone.Replacements[0] with { Differences = ["the total"] }] };

        Assert.Equal(0, ledger.Plan(RepairKind.Relink, new RepairCase.Found(gone)).Cost.LeftOpen);
        Assert.Equal(1, ledger.Plan(RepairKind.Relink, new RepairCase.Found(differing)).Cost.LeftOpen);
    }

    [Fact]
    public void Where_a_case_cannot_be_mended_in_a_way_it_is_mended_in_the_least_harmful_other()
    {
        Twice("1", 11);
        ledger.Foreign(13, day: 9);
        ledger.Document("2", day: 6);
        ledger.Delete(ledger.Booked("2", 14));

        Assert.Equal([11], ledger.Plan().Recommended!.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal([11], ledger.Plan(RepairKind.Release).Cost.Deleted.Select(entry => entry.Number));

        ledger.MayDelete = Known.No;
        var byHand = ledger.Plan(RepairKind.Release);
        Assert.True(byHand.CanApply);
        Assert.DoesNotContain(byHand.Steps, step => step is RepairStep.RemoveEntry);
        Assert.Equal([11], byHand.Cost.Deleted.Select(entry => entry.Number));
    }
}
