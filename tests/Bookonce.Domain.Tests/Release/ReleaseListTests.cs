using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Release;
using static Bookonce.Domain.Tests.Some;

namespace Bookonce.Domain.Tests.Release;

public sealed class ReleaseListTests
{
    static readonly DateOnly Day = new(2026, 3, 10);

    [Fact]
    public void Documents_of_the_disconnect_date_and_later_lose_their_link()
    {
        var (before, on, after) = (Linked("2026-03-09"), Linked("2026-03-10"), Linked("2026-03-11"));

        var list = Of(Day, before, on, after);

        Assert.Equal([on.Document, after.Document], list.Released.Select(one => one.Document));
        Assert.Equal([], list.EnteredBefore);
        Assert.Equal([], list.EnteredAfter);
        Assert.Null(list.Refusal);
    }

    [Fact]
    public void Without_a_date_nothing_is_released() => Assert.Empty(Of(null, Linked("2026-03-11")).Released);

    [Fact]
    public void Entries_dated_on_the_other_side_of_the_date_are_named()
    {
        var early = Linked("2026-03-12", entered: "2026-03-09");
        var late = Linked("2026-03-09", entered: "2026-03-10");

        var list = Of(Day, early, late);

        Assert.Equal([early.Document], list.EnteredBefore.Select(one => one.Document));
        Assert.Equal([late.Document], list.EnteredAfter.Select(one => one.Document));
        Assert.Equal([early.Document], list.Released.Select(one => one.Document));
    }

    [Fact]
    public void A_document_whose_entry_is_gone_is_released_with_the_number_it_shows()
    {
        var gone = Linked("2026-03-11") with { Entry = null };

        var one = Assert.Single(Of(Day, gone).Released);

        Assert.Null(one.Entry);
        Assert.Equal(gone.Link.BookingNumber, one.Link.BookingNumber);
    }

    [Fact]
    public void While_nobody_knows_whether_a_document_in_reach_was_booked_nothing_is_released()
    {
        var document = Invoice(date: "2026-03-10");
        var intent = Intent(document);

        Assert.Equal(
            "unknownInRange",
            ReleaseList.Of(Day, [document], new LinkedEntries([], []), [intent]).Refusal?.Code
        );
        Assert.Null(ReleaseList.Of(Day.AddDays(1), [document], new LinkedEntries([], []), [intent]).Refusal);
    }

    static ReleaseList Of(DateOnly? from, params LinkedDocument[] documents) =>
        ReleaseList.Of(
            from,
            [.. documents.Select(one => one.Document)],
            new LinkedEntries(documents.Select(one => one.Link), documents.Select(one => one.Entry).OfType<Entry>()),
            []
        );

    static LinkedDocument Linked(string date, string? entered = null)
    {
        var document = Invoice(date: date);
        var entry = Entry(date: entered ?? date);
        return new LinkedDocument(
            document,
            Link.To(entry, document, LinkOrigin.Booked, new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero)),
            entry
        );
    }

    static Bookonce.Domain.Booking.Intent Intent(SalesDocument document) =>
        new()
        {
            Id = Id(),
            DocumentId = document.Id,
            Series = new SeriesKey("70", 2026),
            Number = 12,
            Mark = document.Mark,
            YourRef = document.Number,
            Document = DocumentFacts.Of(document),
            Entry = new EntryFacts(document.Date, document.Gross, null),
            Body = default,
            LastTry = new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero),
        };
}
