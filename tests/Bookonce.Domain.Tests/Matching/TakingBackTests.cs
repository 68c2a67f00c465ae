using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Tests.Matching;

/// <summary>An entry that a repair made to take another back names an invoice and its amount, like the credit note of that invoice.</summary>
public sealed class TakingBackTests
{
    readonly SalesDocument credit = Some.CreditNote();

    Entry Looks(string? description) => Some.Entry("2026/3", amount: -121m, description: description);

    Verdict Of(Entry entry, params Link[] links) =>
        Look.At([credit], [], [], [entry], links, new HashSet<Denial>())[credit.Id];

    [Fact]
    public void It_is_no_credit_note_however_much_it_looks_like_one()
    {
        var words = TakingBack.Words(new SeriesKey("70", 2026), 26700004);

        Assert.Equal("Takes back 70/2026 26700004", words);
        Assert.IsNotType<Verdict.Book>(Of(Looks("Getypt")));
        Assert.IsType<Verdict.Book>(Of(Looks(words)));
    }

    [Fact]
    public void What_a_person_linked_stays_linked()
    {
        var entry = Looks(TakingBack.Words(new SeriesKey("70", 2026), 26700004));

        Assert.IsType<Verdict.Linked>(Of(entry, Link.To(entry, credit, LinkOrigin.Booked, DateTimeOffset.UnixEpoch)));
    }

    [Fact]
    public void What_was_taken_back_is_no_document_either_while_that_stands()
    {
        var taken = Some.Entry("2026 / 14") with { EnteredAt = DateTimeOffset.UnixEpoch };
        var back = Some.Entry(
            "2026 / 14",
            amount: -121m,
            description: TakingBack.Words(taken.Series, taken.Number)
        ) with
        {
            Number = 26700002,
            EnteredAt = DateTimeOffset.UnixEpoch.AddDays(1),
        };
        // Whoever gets the number after it is free is another.
        var later = taken with
        {
            LineId = Some.Id(),
            EntryId = Some.Id(),
            EnteredAt = back.EnteredAt.Value.AddDays(1),
        };
        var invoice = Some.Invoice();

        Assert.IsType<Verdict.Book>(Looked(invoice, taken, back));
        Assert.IsType<Verdict.Adopt>(Looked(invoice, taken));
        Assert.IsType<Verdict.Adopt>(Looked(invoice, later, back));
        Assert.IsType<Verdict.Adopt>(Looked(invoice, taken with { Amount = 122m }, back));
    }

    static Verdict Looked(SalesDocument document, params Entry[] entries) =>
        Look.At([document], [], [], entries, [], new HashSet<Denial>())[document.Id];

    [Fact]
    public void It_is_no_copy_of_the_credit_note_that_stands_there()
    {
        var own = Looks("2026/3");
        var link = Link.To(own, credit, LinkOrigin.Booked, DateTimeOffset.UnixEpoch);
        var books = new DuplicateBooks
        {
            Documents = [credit],
            Entries = [own, Looks(TakingBack.Words(new SeriesKey("70", 2026), 26700004)) with { Number = 2 }],
            Links = [link],
            Denials = new HashSet<Denial>(),
        };

        Assert.Empty(Finder.Find(books));
        Assert.NotEmpty(Finder.Find(books with { Entries = [own, Looks("2026/3") with { Number = 2 }] }));
    }

    [Fact]
    public void What_is_denied_to_every_document_is_none_whatever_it_says_by_now()
    {
        var (invoice, entry) = (Some.Invoice(), Some.Entry("2026 / 14", description: "typed over"));
        HashSet<Denial> denials = [Denial.OfAll(entry.LineId)];

        Assert.IsType<Verdict.Book>(Look.At([invoice], [], [], [entry], [], denials)[invoice.Id]);
        var twice = new DuplicateBooks
        {
            Documents = [],
            Entries = [entry, entry with { LineId = Some.Id() }],
            Links = [],
        };
        Assert.NotEmpty(Finder.Find(twice));
        Assert.Empty(Finder.Find(twice with { Denials = denials }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Takes back")]
    [InlineData("Takes back the delivery")]
    [InlineData("Takes back 70/2026 number")]
    [InlineData("We take back 70/2026 4")]
    public void Other_words_say_nothing(string? description) => Assert.False(TakingBack.Is(Looks(description)));
}
