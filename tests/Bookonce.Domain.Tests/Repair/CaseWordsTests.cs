using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What is wrong, and what is done about it, in the words that a bookkeeper reads first.</summary>
public sealed class CaseWordsTests
{
    readonly Ledger ledger = new();
    readonly Entry booked;

    public CaseWordsTests()
    {
        ledger.Document("1", day: 5);
        booked = ledger.Booked("1", 12);
    }

    RepairCase Found => Assert.Single(ledger.Found);

    Link Link => ledger.Links[ledger.Documents["1"].Id];

    [Fact]
    public void A_document_that_stands_twice_is_told_with_every_number()
    {
        ledger.Typed("1", 11);
        ledger.Typed("1", 14);

        Assert.Equal(
            "invoice 2026 / 1 stands in the books 3 times: 70/2026 12 and 70/2026 11 and 70/2026 14.",
            Found.Words
        );
    }

    [Fact]
    public void What_was_typed_twice_without_a_document_is_told_as_such()
    {
        foreach (var entry in new[] { ledger.Foreign(14, day: 9), ledger.Foreign(15, day: 9) })
            ledger.Change(entry, found => found with { YourRef = "WEB-88", Amount = 50 });

        Assert.Equal("Typed 2 times, and no document: 70/2026 14 and 70/2026 15.", Found.Words);
        Assert.Equal(new DateOnly(2026, 3, 9), Found.Date);
    }

    [Fact]
    public void Documents_that_show_one_number_are_named()
    {
        ledger.Document("2", day: 3);
        ledger.Delete(ledger.Booked("2", 12));

        Assert.Equal("invoice 2026 / 2 and invoice 2026 / 1 show one booking number, 70/2026 12.", Found.Words);
        Assert.Equal(new DateOnly(2026, 3, 3), Found.Date);
    }

    [Fact]
    public void Documents_that_show_one_number_of_another_integration_are_named_without_a_series()
    {
        ledger.Document("2", day: 3);
        ledger.Held[ledger.Documents["1"].Id] = 12;
        ledger.Held[ledger.Documents["2"].Id] = 12;

        Assert.Equal("invoice 2026 / 2 and invoice 2026 / 1 show one booking number, 12.", Found.Words);
    }

    [Fact]
    public void An_entry_that_is_gone_is_told_with_what_stands_in_its_place()
    {
        ledger.Delete(booked);
        Assert.Equal("invoice 2026 / 1 was 70/2026 12, which is gone from Exact.", Found.Words);

        ledger.Typed("1", 14);
        Assert.Equal(
            "invoice 2026 / 1 was 70/2026 12, which is gone from Exact; it stands there now as 70/2026 14.",
            Found.Words
        );
    }

    [Fact]
    public void What_no_longer_says_the_same_is_told_with_both()
    {
        var edited = new RepairCase.Edited(ledger.Documents["1"], Link, booked);

        Assert.Equal("invoice 2026 / 1 and its entry 70/2026 12 no longer say the same.", edited.Words);
        Assert.Equal($"edited-{ledger.Documents["1"].Id:N}", edited.Key);
    }

    [Theory]
    [InlineData(true, "invoice 2026 / 1 was deleted in Teamleader; its entry 70/2026 12 still stands.")]
    [InlineData(false, "invoice 2026 / 1 is to be deleted in Teamleader; its entry 70/2026 12 still stands.")]
    public void A_document_that_goes_is_told_with_the_entry_that_stays(bool isDeleted, string words)
    {
        var withdrawn = new RepairCase.Withdrawn(ledger.Documents["1"], Link, booked, isDeleted);

        Assert.Equal(words, withdrawn.Words);
        Assert.Equal($"withdrawn-{ledger.Documents["1"].Id:N}", withdrawn.Key);
    }

    [Theory]
    [InlineData(RepairKind.RemoveSurplus, "Remove the surplus")]
    [InlineData(RepairKind.Correct, "Correct the entry")]
    [InlineData(RepairKind.Relink, "Link to the entry that stands")]
    [InlineData(RepairKind.BookAgain, "Book again")]
    [InlineData(RepairKind.Reverse, "Take back by an opposite entry")]
    [InlineData(RepairKind.RebuildFromDate, "Rebuild from 2026-03-05")]
    [InlineData(RepairKind.Checklist, "A person does it, and Bookonce verifies")]
    [InlineData(RepairKind.Release, "Release")]
    [InlineData(RepairKind.Accept, "Accept the difference")]
    [InlineData(RepairKind.Undo, "Undo")]
    public void Every_kind_of_plan_has_a_title(RepairKind kind, string title) =>
        Assert.Equal(
            title,
            new RepairPlan
            {
                Kind = kind,
                From = new DateOnly(2026, 3, 5),
                Cases = [],
                Steps = [],
                Cost = new RepairCost(),
                Obstacles = [],
            }.Title
        );

    [Fact]
    public void Every_harm_has_a_name() =>
        Assert.Equal(
            [
                "left open",
                "payments",
                "corrections",
                "attachments",
                "reversed",
                "deleted",
                "gaps",
                "changes",
                "person",
                "calls",
            ],
            HarmOrder.Rows.Select(row => row.Name)
        );
}
