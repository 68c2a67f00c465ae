using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>The journal before and after, as a row of numbers.</summary>
public sealed class NumberRowTests
{
    static readonly SeriesKey LastYear = new("70", 2025);

    readonly Ledger ledger = new();
    readonly Entry typed;

    public NumberRowTests()
    {
        ledger.Foreign(8, day: 1);
        ledger.Foreign(9, day: 1);
        ledger.Change(ledger.Foreign(10, day: 1), entry => entry with { AccountName = null });
        ledger.Document("1", day: 5);
        typed = ledger.Typed("1", 11);
        ledger.Booked("1", 12);
        ledger.Foreign(13, day: 9);
        ledger.Foreign(14, day: 9);
    }

    static string[] Shown(NumberRow row) =>
        [.. row.Cells.Select(cell => $"{cell.Number} {cell.Before ?? "free"} → {cell.After ?? "free"}: {cell.Look}")];

    static string[] Shown(RepairPlan plan) => Shown(Assert.Single(plan.Rows));

    [Fact]
    public void What_goes_is_shown_with_two_neighbours_on_each_side() =>
        Assert.Equal(
            [
                "9 Somebody Else NV → Somebody Else NV: kept",
                "10 entry → entry: kept",
                "11 2026 / 1 → free: gone",
                "12 2026 / 1 → 2026 / 1: kept",
                "13 Somebody Else NV → Somebody Else NV: kept",
            ],
            Shown(ledger.Plan(RepairKind.RemoveSurplus))
        );

    [Fact]
    public void What_takes_an_entry_back_is_shown_with_a_minus_where_it_is_made() =>
        Assert.Equal(
            [
                "13 Somebody Else NV → Somebody Else NV: kept",
                "14 Somebody Else NV → Somebody Else NV: kept",
                "15 free → − 2026 / 1: made",
            ],
            Shown(ledger.Plan(RepairKind.Reverse))
        );

    [Fact]
    public void A_rebuild_shows_what_moves()
    {
        ledger.Document("2", day: 10);
        ledger.Booked("2", 15);

        Assert.Equal(
            [
                "9 Somebody Else NV → Somebody Else NV: kept",
                "10 entry → entry: kept",
                "11 2026 / 1 → 2026 / 1: kept",
                "12 2026 / 1 → 2026 / 2: moved",
                "13 Somebody Else NV → Somebody Else NV: kept",
                "14 Somebody Else NV → Somebody Else NV: kept",
                "15 2026 / 2 → free: gone",
            ],
            Shown(ledger.Plan(RepairKind.RebuildFromDate))
        );
    }

    [Fact]
    public void Rows_come_by_journal_and_year_and_show_their_own_entries_only()
    {
        ledger.Document("C1", day: 5);
        ledger.Typed("C1", 11);
        ledger.Booked("C1", 12);
        ledger.Document("2", day: 3);
        ledger.Typed("2", 11, LastYear);
        ledger.Booked("2", 12, LastYear);
        ledger.Document("3", day: 3);
        ledger.Delete(ledger.Booked("3", 30, new SeriesKey("70", 2024)));

        var rows = ledger.Plan().Recommended!.Rows;

        Assert.Equal(
            [new SeriesKey("70", 2024), LastYear, Ledger.Invoices, Ledger.CreditNotes],
            rows.Select(row => row.Series)
        );
        Assert.Equal(["30 free → 2026 / 3: made"], Shown(rows[0]));
        Assert.Equal(["11 2026 / 2 → 2026 / 2: kept", "12 2026 / 2 → free: gone"], Shown(rows[1]));
        Assert.Equal(["11 CN 2026 / 1 → CN 2026 / 1: kept", "12 CN 2026 / 1 → free: gone"], Shown(rows[3]));
    }

    [Fact]
    public void A_journal_that_is_no_sales_journal_has_no_row()
    {
        ledger.Change(typed, entry => entry with { IsSales = false, Series = new SeriesKey("90", 2026) });

        Assert.DoesNotContain(ledger.Plan().Plans.SelectMany(plan => plan.Rows), row => row.Series.Journal == "90");
    }

    [Theory]
    [InlineData("2026 / 1")]
    [InlineData(null)]
    public void What_an_undo_puts_back_is_shown_by_its_reference(string? reference)
    {
        var plan = ledger.Plan(RepairKind.RemoveSurplus);
        ledger.Change(typed, entry => entry with { YourRef = reference });
        var applier = new Applier(ledger, plan);
        applier.Run();

        var row = Assert.Single(Undo.Plan(applier.Journal, ledger.Books).Rows);

        Assert.Contains(new NumberCell(11, null, reference ?? "entry"), row.Cells);
    }
}
