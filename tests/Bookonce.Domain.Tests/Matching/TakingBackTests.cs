using Bookonce.Domain.Documents;
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

    [Theory]
    [InlineData(null)]
    [InlineData("Takes back")]
    [InlineData("Takes back the delivery")]
    [InlineData("Takes back 70/2026 number")]
    [InlineData("We take back 70/2026 4")]
    public void Other_words_say_nothing(string? description) => Assert.False(TakingBack.Is(Looks(description)));
}
