using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Tests.Matching;

/// <summary>A person names the entry of a document by its booking number.</summary>
public sealed class NamedEntryTests
{
    static readonly SeriesKey Key = new("70", 2026);
    static readonly DateTimeOffset Chosen = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    readonly SalesDocument document = Some.Invoice();

    [Fact]
    public void The_only_entry_with_the_number_is_taken_whatever_it_says()
    {
        var entry = Numbered(Some.Entry(amount: 5m, date: "2026-01-31"));

        Assert.Equal(new NamedEntry.Free(entry), Of([entry]));
    }

    [Fact]
    public void The_same_number_of_another_year_or_journal_is_another_entry() =>
        Assert.IsType<NamedEntry.NotMirrored>(
            Of([
                Numbered(Some.Entry(journal: "71")),
                Numbered(Some.Entry()) with
                {
                    Series = new SeriesKey("70", 2025),
                },
                Some.Entry(),
            ])
        );

    [Fact]
    public void What_is_linked_to_another_document_or_carries_its_address_is_refused()
    {
        var other = Some.Invoice();
        var linked = Numbered(Some.Entry());
        var marked = Numbered(Some.Entry(mark: other.Mark));

        Assert.Equal("entryTaken", Refusal([linked], Link.To(linked, other, LinkOrigin.Adopted, Chosen)));
        Assert.Equal("entryTaken", Refusal([marked]));
        Assert.IsType<NamedEntry.Free>(Of([Numbered(Some.Entry(mark: document.Mark))]));
    }

    [Fact]
    public void Of_many_receivables_under_one_number_the_only_one_with_the_amount_is_it()
    {
        var same = Opening(121m);

        Assert.Equal(new NamedEntry.Free(same), Of([Opening(50m), same, Opening(-121m)]));
        Assert.Equal("entryUnclear", Refusal([Opening(50m), Opening(60m)]));
        Assert.Equal("entryUnclear", Refusal([same, Opening(121m)]));
        Assert.Equal("entryTaken", Refusal([Opening(50m), Opening(121m, Some.Invoice().Mark)]));
    }

    [Fact]
    public void A_receivable_that_is_linked_leaves_the_others_free()
    {
        var (linked, left) = (Opening(121m), Opening(50m));

        Assert.Equal(
            new NamedEntry.Free(left),
            Of([linked, left], Link.To(linked, Some.Invoice(), LinkOrigin.Adopted, Chosen))
        );
    }

    NamedEntry Of(Entry[] entries, params Link[] links) =>
        NamedEntry.Of(document, Key, 17, entries, new LinkedEntries(links, entries));

    string Refusal(Entry[] entries, params Link[] links) =>
        Assert.IsType<NamedEntry.Refused>(Of(entries, links)).Problem.Code;

    static Entry Numbered(Entry entry) => entry with { Number = 17 };

    static Entry Opening(decimal amount, string? mark = null) =>
        Numbered(Some.Entry(amount: amount, isSales: false, mark: mark));
}
