using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Tests.Duplicates;

public sealed class KeepingTests
{
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    readonly SalesDocument document = Some.Invoice();

    [Fact]
    public void What_nobody_said_is_unknown_and_never_no()
    {
        var twin = Linked(Own(11));

        Assert.Equal(Known.Unknown, twin.Holds(KeepReason.Matched));
        Assert.Equal(Known.Unknown, twin.Holds(KeepReason.Filed));
        Assert.Equal(Known.Unknown, twin.Holds(KeepReason.Closed));
        Assert.Equal(Known.Unknown, twin.Holds(KeepReason.Corrected));
        Assert.Equal(Known.Unknown, twin.Holds(KeepReason.HeldByOther));
        Assert.Equal(Enum.GetValues<KeepReason>(), twin.ForKeeping.Select(keeping => keeping.Reason));
    }

    [Theory]
    [InlineData(Matched.No, Known.No)]
    [InlineData(Matched.Partly, Known.Yes)]
    [InlineData(Matched.Fully, Known.Yes)]
    public void A_match_in_part_speaks_for_keeping_like_a_whole_one(Matched matched, Known expected) =>
        Assert.Equal(expected, Linked(Own(11) with { Matched = matched }).Holds(KeepReason.Matched));

    [Theory]
    [InlineData(ReturnFrequency.Monthly, 3, true, Known.Yes)]
    [InlineData(ReturnFrequency.Quarterly, 1, true, Known.Yes)]
    [InlineData(ReturnFrequency.Yearly, 0, null, Known.Unknown)]
    [InlineData(ReturnFrequency.Quarterly, 1, false, Known.No)]
    [InlineData(ReturnFrequency.Quarterly, 2, true, Known.No)]
    public void A_filed_return_over_its_period_speaks_for_keeping(
        ReturnFrequency frequency,
        int number,
        bool? filed,
        Known expected
    )
    {
        var made = new VatReturn(2026, number, frequency, filed);

        var twin = Linked(
            Own(11) with
            {
                Period = 3,
            },
            books => books with { Closings = new Closings([], [made], Monday) }
        );

        Assert.Equal(expected, twin.Holds(KeepReason.Filed));
    }

    [Theory]
    [InlineData("70", Known.Yes)]
    [InlineData("71", Known.No)]
    public void A_period_is_closed_for_one_journal(string journal, Known expected)
    {
        var twin = Linked(
            Own(11) with
            {
                Period = 3,
            },
            books => books with { Closings = new Closings([new ClosedPeriod(journal, 2026, 3)], [], Monday) }
        );

        Assert.Equal(expected, twin.Holds(KeepReason.Closed));
    }

    [Fact]
    public void A_change_of_an_entry_that_is_matched_may_be_only_the_matching()
    {
        var changed = Own(11) with { EnteredAt = Monday, ChangedAt = Monday.AddDays(1), Changer = "An" };

        Assert.Equal(Known.Yes, Linked(changed with { Matched = Matched.No }).Holds(KeepReason.Corrected));
        Assert.Equal(Known.Unknown, Linked(changed with { Matched = Matched.Fully }).Holds(KeepReason.Corrected));
        Assert.Equal(Known.No, Linked(changed with { ChangedAt = Monday }).Holds(KeepReason.Corrected));
    }

    [Fact]
    public void An_entry_that_says_something_else_than_when_it_was_linked_was_corrected()
    {
        var entry = Own(11);
        var link = Link.To(entry with { Date = entry.Date.AddDays(-1) }, document, LinkOrigin.Booked, Monday);

        Assert.Equal(Known.Yes, Find(entry, link, books => books).Of[0].Holds(KeepReason.Corrected));
    }

    [Fact]
    public void Only_the_last_of_a_series_leaves_no_gap()
    {
        var twins = Find(Own(11), Link.To(Own(11), document, LinkOrigin.Adopted, Monday), books => books);

        Assert.Equal(
            [Known.No, Known.Yes],
            [Twin(12).Holds(KeepReason.LeavesGap), Twin(11).Holds(KeepReason.LeavesGap)]
        );
        Twin Twin(int number) => twins.Of.Single(twin => twin.Entry.Number == number);
    }

    [Fact]
    public void A_number_among_later_dates_is_out_of_order()
    {
        var twin = Linked(
            Own(11),
            books => books with { Entries = [.. books.Entries, Some.Entry("9", 5m, "2026-06-01") with { Number = 10 }] }
        );

        Assert.Equal(Known.No, twin.Holds(KeepReason.InOrder));
    }

    [Fact]
    public void A_line_of_an_opening_balance_is_shared_and_typed_by_hand()
    {
        var entry = Own(11) with { IsSales = false, Series = new SeriesKey("90", 2026) };
        var beside = Some.Entry("7", 5m) with { EntryId = entry.EntryId, IsSales = false };

        var twin = Linked(entry, books => books with { Entries = [.. books.Entries, beside] });

        Assert.Equal(Known.Yes, twin.Holds(KeepReason.Shared));
        Assert.Equal(Maker.Hand, twin.Maker);
    }

    [Fact]
    public void Who_made_an_entry_is_said_only_where_something_shows_it()
    {
        Assert.Equal(Maker.Unknown, Linked(Own(11)).Maker);
        Assert.Equal(Maker.Bookonce, Linked(Own(11) with { Mark = document.Mark }).Maker);

        var held = Linked(
            Own(11),
            books => books with { HeldNumbers = new Dictionary<Guid, int> { [document.Id] = 11 } }
        );
        Assert.Equal(Maker.OtherIntegration, held.Maker);
        Assert.Equal(Known.Yes, held.Holds(KeepReason.HeldByOther));
    }

    [Fact]
    public void Who_types_in_the_opening_balance_types_elsewhere_too()
    {
        var twin = Linked(
            Own(11) with
            {
                Creator = "An",
            },
            books =>
                books with
                {
                    Entries = [.. books.Entries, Some.Entry("7", 5m, isSales: false) with { Creator = "An" }],
                }
        );

        Assert.Equal(Maker.Hand, twin.Maker);
    }

    static Entry Own(int number) => Some.Entry("2026/14") with { Number = number, AccountName = "Bakkerij De Halm BV" };

    Twin Linked(Entry entry, Func<DuplicateBooks, DuplicateBooks>? change = null) =>
        Find(entry, Link.To(entry, document, LinkOrigin.Adopted, Monday), change ?? (books => books)).Of[0];

    Finding.Twins Find(Entry entry, Link link, Func<DuplicateBooks, DuplicateBooks> change)
    {
        var books = new DuplicateBooks
        {
            Documents = [document],
            Entries = [entry, Own(12)],
            Links = [link with { EntryId = entry.EntryId, LineId = entry.LineId }],
        };
        return Assert.IsType<Finding.Twins>(Assert.Single(Finder.Find(change(books))));
    }
}
