using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Tests.Numbering;

public sealed class SeriesReportTests
{
    static readonly SeriesKey Key = new("70", 2026);

    [Fact]
    public void A_fenced_series_goes_on_after_the_highest_ever_seen()
    {
        var report = Report(NumberingMode.Fenced, highest: 14, used: [10, 12, 11]);

        Assert.Equal((3, 10, 12), (report.Entries, report.First, report.Last));
        Assert.Equal(new NextBookingNumber.Sent(15), report.Next);
        Assert.Empty(report.Next.Because);
        Assert.Equal([new Gap(Key, 13, 14, GapCause.NeverSeen)], report.Gaps);
    }

    [Fact]
    public void A_number_that_Exact_was_not_seen_to_refuse_is_only_likely()
    {
        var next = Report(NumberingMode.Untried, highest: 12, used: [12]).Next;

        Assert.Equal(13, Assert.IsType<NextBookingNumber.Likely>(next).Next);
        Assert.StartsWith("Bookonce sends it", next.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NumberingMode.Untried)]
    [InlineData(NumberingMode.Fenced)]
    public void A_reserved_number_comes_before_the_next_one(NumberingMode mode)
    {
        var next = NextBookingNumber.Of(new Series(Key, mode, null, 7, null), last: null);

        Assert.Equal(8, next.Number);
        Assert.DoesNotContain("A person", next.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_read_is_believed_and_named()
    {
        var next = NextBookingNumber.Of(new Series(Key, NumberingMode.Untried, null, null, 26700001), last: null);

        Assert.Equal(new NextBookingNumber.Likely(26700001, "A person read it in Exact."), next);
    }

    [Fact]
    public void Where_Exact_numbers_the_one_after_the_last_is_likely()
    {
        var next = Report(NumberingMode.ExactNumbers, highest: 12, used: [11, 12]).Next;

        Assert.Equal(13, next.Number);
        Assert.Contains(NextBookingNumber.WhereExactShowsIt, next.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 11 })]
    [InlineData(new int[0])]
    public void Where_Exact_numbers_and_the_last_was_deleted_only_Exact_knows(int[] used)
    {
        var report = Report(NumberingMode.ExactNumbers, highest: 12, used);

        Assert.Null(report.Next.Number);
        Assert.StartsWith("The last entries", report.Next.Because, StringComparison.Ordinal);
        Assert.Contains(NextBookingNumber.WhereExactShowsIt, report.Next.Because, StringComparison.Ordinal);
        Assert.IsType<NumberCheck.GivenAgain>(report.Check(12));
        Assert.IsType<NumberCheck.AsExpected>(report.Check(13));
        Assert.IsType<NumberCheck.Skips>(report.Check(14));
    }

    [Theory]
    [InlineData(NumberingMode.Untried)]
    [InlineData(NumberingMode.ExactNumbers)]
    public void Of_an_empty_series_only_Exact_knows(NumberingMode mode)
    {
        var report = Report(mode, highest: null, used: []);

        Assert.Equal((0, null, null), (report.Entries, report.First, report.Last));
        Assert.Null(report.Next.Number);
        Assert.StartsWith("Nothing was booked", report.Next.Because, StringComparison.Ordinal);
        Assert.Null(report.Check(1));
        Assert.Empty(report.Gaps);
    }

    [Fact]
    public void What_Exact_shows_is_held_against_what_is_expected()
    {
        var report = Report(NumberingMode.Fenced, highest: 14, used: [10, 11, 12]);

        var agreed = Assert.IsType<NumberCheck.AsExpected>(report.Check(15));
        Assert.True(agreed.Agrees);
        Assert.Equal("70/2026 goes on at 15, as expected.", agreed.Words);

        var skips = Assert.IsType<NumberCheck.Skips>(report.Check(17));
        Assert.False(skips.Agrees);
        Assert.Contains("gap at 70/2026 15 to 16. Set it to 15", skips.Words, StringComparison.Ordinal);

        Assert.Contains(
            "give 13 in 70/2026 again",
            Assert.IsType<NumberCheck.GivenAgain>(report.Check(13)).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "go on at 12 in 70/2026, though numbers up to 14",
            Assert.IsType<NumberCheck.Taken>(report.Check(12)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_number_that_is_reserved_is_expected_to_be_passed_over()
    {
        var series = new Series(Key, NumberingMode.Fenced, Highest: 12, Reserved: 14, Start: null);
        var report = SeriesReport.Of(series, [12], new Dictionary<int, GapCause> { [14] = GapCause.Reserved });

        Assert.Equal(new NumberCheck.AsExpected(Key, 15), report.Check(15));
        Assert.Equal(new NumberCheck.GivenAgain(Key, 15, 13), report.Check(13));
        Assert.Equal([new Gap(Key, 13, 13, GapCause.NeverSeen), new Gap(Key, 14, 14, GapCause.Reserved)], report.Gaps);
    }

    [Fact]
    public void In_an_empty_series_a_lower_number_is_one_given_before() =>
        Assert.IsType<NumberCheck.GivenAgain>(NumberCheck.Of(Key, expected: 5, last: null, shown: 3));

    static SeriesReport Report(NumberingMode mode, int? highest, int[] used) =>
        SeriesReport.Of(new Series(Key, mode, highest, null, null), used, new Dictionary<int, GapCause>());
}
