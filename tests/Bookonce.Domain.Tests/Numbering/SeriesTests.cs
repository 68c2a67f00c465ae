using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Tests.Numbering;

public sealed class SeriesTests
{
    static Series Series(
        NumberingMode mode = NumberingMode.Fenced,
        int? highest = null,
        int? reserved = null,
        int? start = null
    ) => new(new SeriesKey("70", 2026), mode, highest, reserved, start);

    [Fact]
    public void The_next_number_follows_the_highest_that_was_seen_or_reserved()
    {
        Assert.Equal(13, Series(highest: 12).Next);
        Assert.Equal(15, Series(highest: 12, reserved: 14).Next);
    }

    [Fact]
    public void An_empty_series_begins_where_a_person_said_or_lets_Exact_number()
    {
        Assert.Equal(26700001, Series(NumberingMode.Untried, start: 26700001).Next);
        Assert.Null(Series(NumberingMode.Untried).Next);
    }

    [Fact]
    public void In_an_empty_series_the_higher_of_what_is_reserved_and_what_a_person_said_counts()
    {
        Assert.Equal(500, Series(NumberingMode.Untried, reserved: 12, start: 500).Next);
        Assert.Equal(501, Series(NumberingMode.Untried, reserved: 500, start: 12).Next);
        Assert.Equal(13, Series(NumberingMode.Untried, reserved: 12).Next);
    }

    [Fact]
    public void What_a_person_said_no_longer_counts_once_the_series_has_numbers() =>
        Assert.Equal(13, Series(highest: 12, start: 500).Next);

    [Fact]
    public void A_series_that_Exact_numbers_gets_no_number_from_us() =>
        Assert.Null(Series(NumberingMode.ExactNumbers, highest: 12).Next);

    [Theory]
    [InlineData(12, 12, EarlierRefusal.None, null)]
    [InlineData(12, 12, EarlierRefusal.NumberTaken, NumberingMode.Fenced)]
    [InlineData(12, 7, EarlierRefusal.None, NumberingMode.ExactNumbers)]
    [InlineData(12, 7, EarlierRefusal.NumberTaken, NumberingMode.ExactNumbers)]
    [InlineData(null, 7, EarlierRefusal.NumberSent, NumberingMode.ExactNumbers)]
    [InlineData(null, 7, EarlierRefusal.None, null)]
    public void Only_a_refusal_of_a_taken_number_proves_the_fence(
        int? sent,
        int given,
        EarlierRefusal refused,
        NumberingMode? learned
    ) => Assert.Equal(learned, Domain.Numbering.Series.Learn(sent, given, refused));
}
