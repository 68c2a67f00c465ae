using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Checking;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Tests.Matching.Checking;

public sealed class BookCheckTests
{
    [Fact]
    public void The_booking_number_of_another_integration_holds_its_entry_and_the_other_is_one_too_many()
    {
        var document = Document("2026 / 14") with { BookingNumber = 12 };

        var check = BookCheck.Of([document], [Entry("typed", "2026/14", 11), Entry("sent", "2026 / 14", 12)]);

        Assert.Equal(MatchVerdict.Twice, check.VerdictOf(0));
        Assert.Equal(1, check.HeldFor(0));
        Assert.Equal([1, 0], check.EntriesOf(0).Select(candidate => candidate.Entry));
    }

    [Fact]
    public void A_booking_number_with_another_amount_holds_nothing_and_is_asked()
    {
        var document = Document("2026 / 14") with { BookingNumber = 12 };

        var check = BookCheck.Of([document], [Entry("other", "2026/99", 12) with { Amount = 999m }]);

        Assert.Equal(-1, check.HeldFor(0));
        Assert.Equal(MatchVerdict.Ask, check.VerdictOf(0));
    }

    [Fact]
    public void Two_documents_with_one_booking_number_hold_nothing()
    {
        MatchDocument[] documents =
        [
            .. new[] { "2026 / 14", "2026 / 15" }.Select(number => Document(number) with { BookingNumber = 12 }),
        ];

        var check = BookCheck.Of(documents, [Entry("one", "2026/14", 12)]);

        Assert.Equal([-1, -1], [check.HeldFor(0), check.HeldFor(1)]);
    }

    [Fact]
    public void What_no_document_names_is_foreign_and_what_is_alike_among_it_was_typed_twice()
    {
        MatchEntry[] entries =
        [
            Entry("own", "2026/14", 11),
            Entry("a", "WEB-88", 12, 50m),
            Entry("b", "WEB-88", 13, 50m),
        ];

        var check = BookCheck.Of([Document("2026 / 14")], entries);

        Assert.Equal(MatchVerdict.Adopt, check.VerdictOf(0));
        Assert.Equal([1, 2], check.Foreign);
        Assert.Equal([1, 2], Assert.Single(check.TypedTwice));
    }

    [Theory]
    [InlineData("2026-03-12", 1)]
    [InlineData("2026-04-02", 0)]
    public void What_comes_every_month_is_not_typed_twice(string second, int groups)
    {
        MatchEntry[] entries =
        [
            Entry("a", "WEB-88", 12, 50m),
            Entry("b", "WEB-88", 13, 50m) with
            {
                Date = DateOnly.Parse(second),
            },
        ];

        Assert.Equal(groups, BookCheck.Of([], entries).TypedTwice.Count);
    }

    [Fact]
    public void The_same_reference_of_another_customer_is_another_thing()
    {
        MatchEntry[] entries =
        [
            Entry("a", "88", 12, 50m),
            Entry("b", "88", 13, 50m) with
            {
                AccountName = "Garage Peeters",
            },
        ];

        Assert.Empty(BookCheck.Of([], entries).TypedTwice);
    }

    static MatchDocument Document(string number) =>
        new()
        {
            Id = number,
            Number = number,
            Date = new DateOnly(2026, 3, 2),
            CustomerName = "Bakkerij De Halm BV",
            Gross = 121m,
        };

    static MatchEntry Entry(string id, string yourRef, int number, decimal amount = 121m) =>
        new()
        {
            Id = id,
            Journal = "70",
            Year = 2026,
            Number = number,
            Date = new DateOnly(2026, 3, 2),
            AccountName = "Bakkerij De Halm BV",
            Amount = amount,
            YourRef = yourRef,
        };
}
