using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>Which numbers a plan gives: none that was given before, and each to one thing.</summary>
public sealed class NextNumberTests
{
    readonly Ledger ledger = new();

    public NextNumberTests()
    {
        for (var at = 1; at <= 3; at++)
        {
            ledger.Document($"{at}", day: at + 4);
            ledger.Booked($"{at}", at + 10);
        }
    }

    Link Link(string name) => ledger.Links[ledger.Documents[name].Id];

    IEnumerable<(string, SeriesKey, int?)> Again(RepairBooks books, params RepairCase[] cases) =>
        Planner
            .Plan(books, cases is [] ? ledger.Found : cases)
            .Plans.First(plan => plan.Kind == RepairKind.BookAgain)
            .Steps.OfType<RepairStep.BookAgain>()
            .Select(step => (step.Document.Number, step.Series, step.Number));

    int? ReverseNumber(RepairBooks books)
    {
        var withdrawn = new RepairCase.Withdrawn(ledger.Documents["2"], Link("2"), ledger.Entries[1], IsDeleted: true);
        var plan = Planner.Plan(books, [withdrawn]).Plans.Single(one => one.Kind == RepairKind.Reverse);
        return Assert.Single(plan.Steps.OfType<RepairStep.ReverseEntry>()).Number;
    }

    [Theory]
    [InlineData(20, 21)]
    [InlineData(5, 14)]
    [InlineData(null, 14)]
    public void The_next_number_follows_whatever_was_ever_seen_and_stands(int? highest, int next) =>
        Assert.Equal(
            next,
            ReverseNumber(
                ledger.Books with
                {
                    Series = [new Series(Ledger.Invoices, NumberingMode.Fenced, highest, null, null)],
                }
            )
        );

    [Theory]
    [InlineData(false, 15)]
    [InlineData(true, 14)]
    public void A_number_that_was_given_a_moment_ago_counts_unless_its_entry_is_known_to_be_gone(bool isGone, int next)
    {
        var document = ledger.Document("4", day: 9);
        ledger.Delete(ledger.Booked("4", 14));
        ledger.Links[document.Id] = Link("4") with { LineId = null };
        HashSet<Guid> gone = isGone ? [document.Id] : [];

        Assert.Equal(next, ReverseNumber(ledger.Books with { Books = ledger.Duplicates with { KnownGone = gone } }));
    }

    [Fact]
    public void Where_a_try_holds_the_next_number_the_series_goes_on_after_it()
    {
        ledger.Document("4", day: 9);
        ledger.Intents.Add(ledger.Intent("4", 14, IntentState.Unknown, TimeSpan.FromHours(1)));
        var withdrawn = new RepairCase.Withdrawn(ledger.Documents["3"], Link("3"), ledger.Entries[2], IsDeleted: true);

        var plan = ledger.Plan(RepairKind.RemoveSurplus, withdrawn);

        Assert.Contains(new RepairStep.ContinueAt(Ledger.Invoices, 15, 14), plan.Steps);
        Assert.Equal(["70/2026 13"], plan.Cost.Gaps.Select(gap => gap.ToString()));
    }

    [Fact]
    public void A_number_that_something_else_has_by_now_is_not_the_documents_own_any_more()
    {
        ledger.Delete(ledger.Entries[0]);
        ledger.Foreign(11, day: 20);

        Assert.Equal([("2026 / 1", Ledger.Invoices, 14)], Again(ledger.Books));
    }

    [Fact]
    public void New_numbers_go_to_the_oldest_document_first_in_whatever_order_cases_come()
    {
        ledger.Document("5", day: 20);
        ledger.Delete(ledger.Booked("5", 11));
        ledger.Document("4", day: 19);
        ledger.Delete(ledger.Booked("4", 13));
        RepairCase[] cases = [.. ledger.Found];

        foreach (var order in new[] { cases, [.. cases.Reverse()] })
            Assert.Equal(
                [("2026 / 4", Ledger.Invoices, 14), ("2026 / 5", Ledger.Invoices, 15)],
                Again(ledger.Books, order).Order()
            );
    }

    [Fact]
    public void Where_Exact_numbers_an_edited_document_gets_the_number_that_Exact_gives()
    {
        ledger.Numbering = NumberingMode.ExactNumbers;

        Assert.Equal(
            [("2026 / 2", Ledger.Invoices, null)],
            Again(ledger.Books, new RepairCase.Edited(ledger.Documents["2"], Link("2"), ledger.Entries[1]))
        );
    }

    [Fact]
    public void A_document_of_last_year_is_booked_again_under_its_number_of_last_year()
    {
        var lastYear = new SeriesKey("70", 2025);
        ledger.Document("4", day: 9);
        ledger.Delete(ledger.Booked("4", 30, lastYear));

        Assert.Equal([("2026 / 4", lastYear, 30)], Again(ledger.Books));
    }

    [Fact]
    public void A_document_of_an_old_journal_is_booked_again_where_it_would_go_today()
    {
        ledger.Document("4", day: 9);
        ledger.Delete(ledger.Booked("4", 30, new SeriesKey("79", 2025)));

        Assert.Equal([("2026 / 4", Ledger.Invoices, 14)], Again(ledger.Books));
        Assert.Equal(
            [("2026 / 4", new SeriesKey("70", 2025), null)],
            Again(ledger.Books with { Goes = new Dictionary<Guid, SeriesKey>() })
        );
    }

    [Fact]
    public void While_nobody_can_tell_whose_entry_it_is_nothing_is_booked_again()
    {
        ledger.Change(ledger.Entries[1], entry => entry with { Mark = null });
        var fourth = ledger.Document("4", day: 9);
        ledger.Links[fourth.Id] = Domain.Entries.Link.To(ledger.Entries[1], fourth, LinkOrigin.Adopted, Ledger.Now);
        ledger.Document("5", day: 10);
        ledger.Delete(ledger.Booked("5", 12));
        Assert.DoesNotContain(ledger.Plan().Plans, plan => plan.Kind == RepairKind.BookAgain);

        ledger.Survivors[ledger.Found[0].Key] = ledger.Documents["1"].Id;
        Assert.DoesNotContain(ledger.Plan().Plans, plan => plan.Kind == RepairKind.BookAgain);
    }
}
