using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using CsCheck;

namespace Bookonce.Domain.Tests.Numbering;

public sealed class GapTests
{
    static readonly SeriesKey Key = new("70", 2026);

    [Fact]
    public void Numbers_that_run_on_have_no_gap() => Assert.Empty(Of([12, 10, 11, 11]));

    [Fact]
    public void An_empty_series_and_one_number_have_no_gap()
    {
        Assert.Empty(Of([]));
        Assert.Empty(Of([26700001]));
        Assert.Empty(Gaps.Of(Key, [], new Dictionary<int, GapCause> { [3] = GapCause.Refused }, next: 9));
    }

    [Fact]
    public void What_nobody_saw_is_one_gap_however_wide() =>
        Assert.Equal([new Gap(Key, 3, 99_999_998, GapCause.NeverSeen)], Of([1, 2, 99_999_999]));

    [Fact]
    public void A_hole_is_cut_where_the_cause_changes() =>
        Assert.Equal(
            [
                new Gap(Key, 2, 2, GapCause.NeverSeen),
                new Gap(Key, 3, 4, GapCause.DeletedByPerson),
                new Gap(Key, 5, 5, GapCause.DeletedByRepair),
                new Gap(Key, 6, 6, GapCause.NeverSeen),
            ],
            Of(
                [1, 7],
                (3, GapCause.DeletedByPerson),
                (4, GapCause.DeletedByPerson),
                (5, GapCause.DeletedByRepair),
                (9, GapCause.Refused)
            )
        );

    [Fact]
    public void A_cause_at_the_edge_of_a_hole_fills_it_whole() =>
        Assert.Equal([new Gap(Key, 2, 2, GapCause.Refused)], Of([1, 3], (2, GapCause.Refused)));

    [Fact]
    public void What_is_known_of_a_number_that_stands_there_is_not_asked() =>
        Assert.Empty(Of([1, 2, 3], (2, GapCause.DeletedByPerson)));

    [Fact]
    public void Numbers_between_the_last_and_the_next_are_missing_too() =>
        Assert.Equal(
            [new Gap(Key, 3, 4, GapCause.DeletedByRepair)],
            Gaps.Of(
                Key,
                [1, 2],
                new Dictionary<int, GapCause> { [3] = GapCause.DeletedByRepair, [4] = GapCause.DeletedByRepair },
                next: 5
            )
        );

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_next_number_that_is_not_ahead_adds_nothing(int next) =>
        Assert.Empty(Gaps.Of(Key, [1, 2], new Dictionary<int, GapCause>(), next));

    [Fact]
    public void Gaps_and_used_numbers_together_are_every_number_once() =>
        Gen.Select(Gen.Int[1, 60].Array[1, 30], Gen.Int[1, 60].Array[0, 30])
            .Sample(
                (used, told) =>
                {
                    var causes = told.Distinct().ToDictionary(number => number, number => (GapCause)(number % 4));
                    var missing = Gaps.Of(Key, used, causes)
                        .SelectMany(gap => Enumerable.Range(gap.From, (int)gap.Count));
                    var all = missing.Concat(used.Distinct()).Order().ToArray();
                    Assert.Equal(Enumerable.Range(used.Min(), used.Max() - used.Min() + 1), all);
                }
            );

    [Theory]
    [InlineData(GapCause.Refused, GapCause.Refused, GapCause.NeverSeen)]
    [InlineData(GapCause.DeletedByPerson, GapCause.Refused, GapCause.DeletedByPerson)]
    [InlineData(GapCause.DeletedByRepair, GapCause.DeletedByPerson, GapCause.Refused, GapCause.DeletedByRepair)]
    [InlineData(GapCause.Reserved, GapCause.Reserved, GapCause.DeletedByRepair, GapCause.Refused)]
    public void Of_several_causes_the_one_that_explains_most_is_told(GapCause told, params GapCause[] causes)
    {
        Assert.Equal(told, Gaps.Foremost(causes));
        Assert.Equal(told, Gaps.Foremost(causes.Reverse()));
    }

    [Theory]
    [InlineData(GapCause.NeverSeen, "no entry with it was ever seen")]
    [InlineData(GapCause.DeletedByPerson, "its entry was deleted in Exact")]
    [InlineData(GapCause.DeletedByRepair, "a repair removed its entry")]
    [InlineData(GapCause.Refused, "Exact refused the entry that it was sent for")]
    [InlineData(GapCause.Reserved, "held for a document of which nobody knows yet whether it was booked")]
    public void Every_cause_is_told_in_words(GapCause cause, string words) => Assert.Equal(words, cause.InWords());

    [Fact]
    public void It_reads_as_people_write_it()
    {
        Assert.Equal("70/2026 11", new Gap(Key, 11, 11, GapCause.Refused).ToString());
        Assert.Equal("70/2026 11 to 13", new Gap(Key, 11, 13, GapCause.Refused).ToString());
        Assert.Equal(3, new Gap(Key, 11, 13, GapCause.Refused).Count);
    }

    static IReadOnlyList<Gap> Of(int[] used, params (int Number, GapCause Cause)[] causes) =>
        Gaps.Of(Key, used, causes.ToDictionary(known => known.Number, known => known.Cause));
}
