using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>Where the numbers of a rebuild begin, and in which series.</summary>
public sealed class RebuildNumberTests
{
    static readonly SeriesKey LastYear = new("70", 2025);
    static readonly SeriesKey OldJournal = new("79", 2026);

    readonly Ledger ledger = new();

    static RepairPlan Of(RepairBooks books, IReadOnlyList<RepairCase> cases) =>
        Planner.Plan(books, cases).Plans.Single(plan => plan.Kind == RepairKind.RebuildFromDate);

    static IEnumerable<(string, SeriesKey, int?)> Booked(RepairPlan plan) =>
        plan.Steps.OfType<RepairStep.BookAgain>().Select(step => (step.Document.Number, step.Series, step.Number));

    IEnumerable<(string, SeriesKey, int?)> Booked() => Booked(ledger.Plan(RepairKind.RebuildFromDate));

    void TypeTwice(string name, SeriesKey series)
    {
        ledger.Document(name, day: 5);
        ledger.Typed(name, 3, series);
        ledger.Typed(name, 4, series);
    }

    [Fact]
    public void In_a_series_without_entries_Exact_gives_the_first_number()
    {
        TypeTwice("1", OldJournal);

        Assert.Equal([("2026 / 1", Ledger.Invoices, null)], Booked());
    }

    [Fact]
    public void A_number_that_was_given_before_is_not_given_again_where_nothing_is_freed()
    {
        TypeTwice("1", OldJournal);
        ledger.Foreign(12, day: 1);
        var books = ledger.Books with
        {
            Series = [new Series(Ledger.Invoices, NumberingMode.Fenced, Highest: 20, Reserved: null, Start: null)],
        };

        Assert.Equal([("2026 / 1", Ledger.Invoices, 21)], Booked(Of(books, ledger.Found)));
    }

    [Fact]
    public void Without_a_link_a_document_goes_where_it_would_go_today_else_where_its_entries_stand()
    {
        TypeTwice("1", LastYear);
        ledger.Foreign(12, day: 1);

        Assert.Equal([("2026 / 1", Ledger.Invoices, 13)], Booked());
        var books = ledger.Books with { Goes = new Dictionary<Guid, SeriesKey>() };
        Assert.Equal([("2026 / 1", LastYear, 3)], Booked(Of(books, ledger.Found)));
    }

    [Fact]
    public void A_document_of_last_year_stays_in_last_year()
    {
        ledger.Document("1", day: 5);
        ledger.Typed("1", 3, LastYear);
        ledger.Booked("1", 4, LastYear);

        Assert.Equal([("2026 / 1", LastYear, 3)], Booked());
    }

    [Fact]
    public void A_document_that_was_adopted_in_an_old_journal_moves_to_the_one_of_the_connection()
    {
        var document = ledger.Document("1", day: 5);
        var adopted = ledger.Booked("1", 5, OldJournal);
        ledger.Document("2", day: 8);
        ledger.Booked("2", 13);

        var plan = ledger.Plan(
            RepairKind.RebuildFromDate,
            new RepairCase.Edited(document, ledger.Links[document.Id], adopted)
        );

        Assert.Equal([13, 5], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal([("2026 / 1", Ledger.Invoices, 13), ("2026 / 2", Ledger.Invoices, 14)], Booked(plan));
    }

    [Fact]
    public void A_number_whose_entry_a_person_deleted_is_filled_again()
    {
        for (var at = 1; at <= 3; at++)
        {
            ledger.Document($"{at}", day: at + 4);
            ledger.Booked($"{at}", at + 10);
        }
        ledger.Delete(ledger.Entries[0]);

        Assert.Equal(
            [("2026 / 1", Ledger.Invoices, 11), ("2026 / 2", Ledger.Invoices, 12), ("2026 / 3", Ledger.Invoices, 13)],
            Booked()
        );
    }

    [Fact]
    public void What_stands_in_place_of_an_entry_that_is_gone_is_removed_and_the_document_booked_again()
    {
        ledger.Foreign(10, day: 1);
        ledger.Document("1", day: 5);
        ledger.Delete(ledger.Booked("1", 11));
        ledger.Typed("1", 12);

        var plan = ledger.Plan(RepairKind.RebuildFromDate);

        Assert.Equal([12], plan.Cost.Deleted.Select(entry => entry.Number));
        Assert.Equal([("2026 / 1", Ledger.Invoices, 11)], Booked(plan));
    }

    [Fact]
    public void Documents_that_show_one_number_are_booked_in_their_order()
    {
        ledger.Document("1", day: 5);
        ledger.Delete(ledger.Booked("1", 11));
        ledger.Document("2", day: 4);
        ledger.Booked("2", 11);

        Assert.Equal([("2026 / 2", Ledger.Invoices, 11), ("2026 / 1", Ledger.Invoices, 12)], Booked());
    }

    [Fact]
    public void An_opening_balance_that_is_the_document_stays_linked_as_it_is()
    {
        ledger.Document("1", day: 5);
        var entry = ledger.Booked("1", 5, new SeriesKey("90", 2026)) with { IsSales = false };
        ledger.Change(entry, _ => entry);
        var document = ledger.Documents["1"];

        var plan = ledger.Plan(
            RepairKind.RebuildFromDate,
            new RepairCase.Edited(document, ledger.Links[document.Id], entry)
        );

        Assert.Empty(plan.Steps);
    }
}
