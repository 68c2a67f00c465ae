using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class WordsTests
{
    static readonly SeriesKey Key = Ledger.Invoices;
    readonly Ledger ledger = new();
    readonly Entry entry;
    readonly DocumentRef document;
    readonly Link link;

    public WordsTests()
    {
        document = DocumentRef.Of(ledger.Document("1", day: 5));
        entry = ledger.Booked("1", 11);
        link = ledger.Links[document.Id];
    }

    [Fact]
    public void Every_step_says_what_it_does()
    {
        var saved = Applier.Saved(entry);
        (RepairStep Step, int Calls, string Words)[] steps =
        [
            (new RepairStep.RemoveEntry(entry), 2, "Save and delete entry 70/2026 11."),
            (
                new RepairStep.RemoveEntry(entry with { Attachments = Some.Id() }),
                5,
                "Save and delete entry 70/2026 11."
            ),
            (new RepairStep.Release(document, link), 0, "End the link of invoice 2026 / 1 to 70/2026 11."),
            (new RepairStep.LinkTo(document, entry, null), 0, "Link invoice 2026 / 1 to entry 70/2026 11."),
            (new RepairStep.ContinueAt(Key, 11, 13), 0, "Let 70/2026 go on at 11 instead of 13."),
            (
                new RepairStep.CorrectEntry(document, entry),
                5,
                "Correct entry 70/2026 11 to what invoice 2026 / 1 says."
            ),
            (new RepairStep.RestoreContent(saved), 5, "Give entry 70/2026 11 back what it said."),
            (
                new RepairStep.ReverseEntry(entry, Key, 12, new DateOnly(2026, 4, 1)),
                3,
                "Take entry 70/2026 11 back by one of -122.21 EUR on 2026-04-01."
            ),
            (new RepairStep.PutBack(saved, Key, 11), 1, "Put entry 70/2026 11 back."),
            (
                new RepairStep.PutBack(
                    saved with
                    {
                        Attachments = [new SavedFile("a", "0"), new SavedFile("b", "1")],
                    },
                    Key,
                    null
                ),
                4,
                "Put back what was entry 70/2026 11, as 70/2026 with the number that Exact gives."
            ),
            (
                new RepairStep.RestoreLink(document, link, entry.EntryId),
                0,
                "Link invoice 2026 / 1 to 70/2026 11 again."
            ),
            (new RepairStep.BookAgain(document, Key, 12), 1, "Book invoice 2026 / 1 again as 70/2026 12."),
            (
                new RepairStep.BookAgain(document, Key, null),
                1,
                "Book invoice 2026 / 1 again as 70/2026 with the number that Exact gives."
            ),
            (new RepairStep.Accept(document, link), 0, "Accept the difference between invoice 2026 / 1 and its entry."),
            (new RepairStep.Person(Phase.After, "Do it.", new PersonCheck.Said()), 0, "Do it."),
            (new RepairStep.Person(Phase.After, "Do it.", new PersonCheck.EntryOpen(entry)), 1, "Do it."),
            (new RepairStep.Person(Phase.After, "Do it.", new PersonCheck.EntryAgrees(document, entry)), 1, "Do it."),
            (new RepairStep.Person(Phase.After, "Do it.", new PersonCheck.EntriesGone([entry])), 1, "Do it."),
        ];

        Assert.All(steps, step => Assert.Equal((step.Calls, step.Words), (step.Step.Calls, step.Step.Words)));
    }

    [Fact]
    public void Every_check_says_how_it_is_seen()
    {
        (PersonCheck Check, string Words)[] checks =
        [
            (new PersonCheck.EntriesGone([entry]), "Bookonce looks whether entry 70/2026 11 is gone."),
            (new PersonCheck.EntriesGone([entry, entry]), "Bookonce looks whether all 2 are gone."),
            (new PersonCheck.EntryOpen(entry), "Bookonce looks whether entry 70/2026 11 is open again."),
            (new PersonCheck.EntryAgrees(document, entry), "Bookonce compares entry 70/2026 11 with invoice 2026 / 1."),
            (
                new PersonCheck.NextNumber(Key, 12, 11),
                "You type what Exact shows under Master data > Journals > Next booking number of journal 70; it must be 12."
            ),
            (
                new PersonCheck.DocumentGone(document),
                "Bookonce looks whether invoice 2026 / 1 is gone from Teamleader."
            ),
            (
                new PersonCheck.ShownNumber(document, 11),
                "You type the booking number that Teamleader shows for invoice 2026 / 1; it must be 11."
            ),
            (
                new PersonCheck.ShownNumber(document, null),
                "You type the booking number that Teamleader shows for invoice 2026 / 1, or give its export of the list."
            ),
            (new PersonCheck.Said(), "You say that it is done: nothing outside shows it."),
        ];

        Assert.All(checks, check => Assert.Equal(check.Words, check.Check.Words));
        Assert.Equal("credit note CN 2026 / 1", $"{DocumentRef.Of(ledger.Document("C1", day: 5))}");
    }

    [Fact]
    public void A_cost_names_every_harm_once_in_the_order_of_harm()
    {
        var loss = new Loss(entry, Known.Yes);
        var change = new NumberChange(document, Key, 12, Key, 11);
        var one = new RepairCost
        {
            LeftOpen = 1,
            Payments = [loss],
            Corrections = [loss],
            Attachments = [entry],
            Reversed = [entry],
            Deleted = [entry],
            Gaps = [new Gap(Key, 11, 11, GapCause.DeletedByRepair)],
            Changes = [change],
            PersonSteps = 1,
            Calls = 1,
        };
        var two = new RepairCost
        {
            LeftOpen = 2,
            Payments = [loss, loss],
            Corrections = [loss, loss],
            Attachments = [entry, entry],
            Reversed = [entry, entry],
            Deleted = [entry, entry],
            Gaps = [new Gap(Key, 11, 12, GapCause.DeletedByRepair)],
            Changes = [change, change],
            PersonSteps = 2,
            Calls = 2,
        };

        Assert.Equal(
            [
                "leaves one difference",
                "one payment to match again",
                "one correction lost",
                "attachments of one entry lost",
                "one entry taken back by another",
                "one entry deleted",
                "one booking number missing",
                "one document gets another number",
                "one step by a person",
                "one call",
            ],
            one.Words
        );
        Assert.Equal(
            [
                "leaves 2 differences",
                "2 payments to match again",
                "2 corrections lost",
                "attachments of 2 entries lost",
                "2 entries taken back by others",
                "2 entries deleted",
                "2 booking numbers missing",
                "2 documents get another number",
                "2 steps by a person",
                "2 calls",
            ],
            two.Words
        );
        Assert.Empty(new RepairCost().Words);
        Assert.Equal(
            HarmOrder.Rows.Count,
            HarmOrder.Rows.Select(row => row.Name).Where(name => name.Length > 0).Distinct().Count()
        );
        Assert.Equal(-1, HarmOrder.LeastFirst.Compare(one, two));
        Assert.Equal(1, HarmOrder.LeastFirst.Compare(two with { LeftOpen = 1 }, one));
        Assert.Equal(0, HarmOrder.LeastFirst.Compare(one, one with { Time = TimeSpan.FromDays(1) }));
    }

    [Fact]
    public void Why_a_plan_is_recommended_names_what_decides()
    {
        ledger.Typed("1", 12);
        ledger.Foreign(13, day: 9);

        var options = ledger.Plan();

        Assert.Equal(RepairKind.RemoveSurplus, options.Recommended!.Kind);
        Assert.Equal("It does the least harm; the next best plan: one step by a person.", options.Because);
        Assert.Equal(options.Plans[0], options.Recommended);
    }

    [Fact]
    public void A_harm_that_the_recommended_plan_does_too_is_named_for_both()
    {
        ledger.Change(entry, one => one with { Matched = Matched.Fully });
        ledger.Change(ledger.Typed("1", 12), one => one with { Matched = Matched.Fully });
        ledger.Foreign(13, day: 9);

        Assert.Equal(
            "It does the least harm: one step by a person; the next best plan: 2 steps by a person.",
            ledger.Plan().Because
        );
    }

    [Fact]
    public void The_only_plan_is_recommended_as_such()
    {
        ledger.Delete(entry);
        ledger.Typed("1", 12);
        ledger.Others.Clear();
        ledger.Unbookable[document.Id] = new Domain.Problems.Problem("vatCodeMissing", "No VAT code.", "Map it.");
        var withdrawn = new RepairCase.Withdrawn(ledger.Documents["1"], link, ledger.Entries[^1], IsDeleted: true);
        ledger.ReverseOn = null;
        ledger.MayDelete = Known.No;

        Assert.Equal("It is the only plan that can be applied.", ledger.Plan(withdrawn).Because);
    }
}
