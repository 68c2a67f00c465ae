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
}
