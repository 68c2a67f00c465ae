using Bookonce.Domain.Booking;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Tests.Repair;

namespace Bookonce.Domain.Tests.Numbering;

/// <summary>When a person may say that numbers are given again, after deleting everything from there on by hand.</summary>
public sealed class GoingOnTests
{
    static readonly SeriesKey Key = Ledger.Invoices;
    static readonly TimeSpan Lateness = TimeSpan.FromMinutes(30);

    readonly Ledger ledger = new();

    public GoingOnTests() => ledger.Document("1", day: 5);

    static Problem? Against(int next, int[] standing, params Intent[] intents) =>
        GoingOn.Against(Key, next, standing, intents, Ledger.Now, Lateness);

    Intent Try(int? number, IntentState state, double minutesAgo) =>
        ledger.Intent("1", number, state, TimeSpan.FromMinutes(minutesAgo));

    [Fact]
    public void A_series_goes_on_right_after_the_last_entry_that_stands() =>
        Assert.Null(Against(11, standing: [9, 10]));

    [Fact]
    public void A_series_may_begin_at_one_and_not_below()
    {
        Assert.Null(Against(1, standing: []));
        Assert.Equal(
            new Problem("numberWrong", "A booking number is above zero.", "Type what Exact shows."),
            Against(0, standing: [9, 10])
        );
    }

    [Theory]
    [InlineData(11, 11)]
    [InlineData(9, 12)]
    public void It_cannot_go_on_at_or_below_an_entry_that_stands(int next, int highest) =>
        Assert.Equal(
            new Problem(
                "numberStands",
                $"70/2026 cannot go on at {next}: entry {highest} stands there.",
                "Synchronise if it was deleted a moment ago."
            ),
            Against(next, standing: [8, highest, 10])
        );

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(null)]
    public void Not_while_a_try_may_still_take_one_of_the_numbers(int? number) =>
        Assert.Equal(
            new Problem(
                "tryMayCome",
                "A try to book in 70/2026 was never answered, and may still take a number from 11 on.",
                "Synchronise, and say so again in half an hour."
            ),
            Against(11, standing: [10], Try(number, IntentState.Confirmed, minutesAgo: 29))
        );

    [Fact]
    public void A_document_of_which_nobody_knows_whether_it_was_booked_counts_however_old_its_try_is() =>
        Assert.Equal("tryMayCome", Against(11, [10], Try(11, IntentState.Unknown, minutesAgo: 60 * 24))?.Code);

    [Fact]
    public void A_try_is_too_late_once_its_lateness_is_over() =>
        Assert.Null(Against(11, [10], Try(11, IntentState.Refused, minutesAgo: 30)));

    [Fact]
    public void A_try_for_a_number_before_or_for_another_series_is_in_nobodys_way()
    {
        var elsewhere = Try(11, IntentState.Unknown, minutesAgo: 1) with { Series = Ledger.CreditNotes };

        Assert.Null(Against(11, [10], Try(10, IntentState.Unknown, minutesAgo: 1), elsewhere));
        Assert.NotNull(Against(11, [10], elsewhere, Try(11, IntentState.Unknown, minutesAgo: 1)));
    }
}
