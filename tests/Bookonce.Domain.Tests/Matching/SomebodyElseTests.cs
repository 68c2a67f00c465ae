using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Tests.Matching;

/// <summary>Entries that somebody else made beside what Bookonce booked, and entries that deleted documents left.</summary>
public sealed class SomebodyElseTests
{
    static readonly DateTimeOffset Booked = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    static readonly HashSet<Denial> Nothing = [];

    readonly SalesDocument document = Some.Invoice();

    Entry Ours => Some.Entry("2026 / 14", mark: document.Mark);

    IReadOnlyDictionary<Guid, Candidate> MayBeTwice(Entry other, IReadOnlySet<Denial>? denials = null)
    {
        var ours = Ours;
        Entry[] entries = [ours, other];
        Link[] links = [Link.To(ours, document, LinkOrigin.Booked, Booked)];
        var verdicts = Look.At([document], [], [], entries, links, Nothing);
        return Domain.Matching.MayBeTwice.Among(
            [document],
            verdicts,
            entries,
            new LinkedEntries(links, entries),
            denials ?? Nothing
        );
    }

    [Fact]
    public void The_same_amount_without_the_number_entered_since_may_be_it_a_second_time()
    {
        var other = Some.Entry() with { EnteredAt = Booked.AddMinutes(5) };

        Assert.Equal(other, MayBeTwice(other)[document.Id].Entry);
        Assert.Empty(MayBeTwice(other, new HashSet<Denial> { new(document.Id, other.LineId) }));
    }

    [Fact]
    public void The_same_number_with_a_slip_in_the_amount_may_be_it_a_second_time() =>
        Assert.Single(MayBeTwice(Some.Entry("2026/14", amount: 122m) with { EnteredAt = Booked.AddMinutes(5) }));

    [Fact]
    public void What_was_there_long_before_or_is_far_away_or_is_another_documents_is_not()
    {
        Assert.Empty(MayBeTwice(Some.Entry() with { EnteredAt = Booked.AddDays(-2) }));
        Assert.Empty(MayBeTwice(Some.Entry(date: "2026-06-01") with { EnteredAt = Booked.AddMinutes(5) }));
        Assert.Empty(MayBeTwice(Some.Entry(amount: 120m) with { EnteredAt = Booked.AddMinutes(5) }));
        Assert.Empty(MayBeTwice(Some.Entry(mark: Some.Invoice().Mark) with { EnteredAt = Booked.AddMinutes(5) }));
    }

    [Fact]
    public void Booking_pauses_for_an_entry_of_somebody_else_made_since_and_for_no_other()
    {
        var since = Booked;
        var other = Some.Entry("2026 / 14") with { EnteredAt = since.AddMinutes(1) };

        Assert.Equal("somebodyElseBooks", Tripwire.Of([(document, other)], since)?.Code);
        Assert.Null(Tripwire.Of([(document, other with { EnteredAt = since })], since));
        Assert.Null(Tripwire.Of([(document, other with { Mark = document.Mark })], since));
        Assert.Null(Tripwire.Of([(document, other with { EnteredAt = null })], since));
    }

    [Fact]
    public void Bookonce_is_alone_since_the_newest_entry_that_was_read_whatever_its_date()
    {
        Entry[] entries =
        [
            Some.Entry(date: "2026-02-01") with
            {
                EnteredAt = Booked,
            },
            Some.Entry(date: "2026-03-31") with
            {
                EnteredAt = Booked.AddDays(-1),
            },
            Some.Entry() with
            {
                EnteredAt = null,
            },
        ];

        Assert.Equal(Booked, Tripwire.AloneSince(entries));
        Assert.Null(Tripwire.Of(entries.Select(entry => (document, entry)), Tripwire.AloneSince(entries)!.Value));
        Assert.Null(Tripwire.AloneSince([Some.Entry()]));
        Assert.Null(Tripwire.AloneSince([]));
    }

    [Fact]
    public void The_entry_of_a_deleted_document_is_asked_of_the_next_one_with_its_number()
    {
        var gone = Some.Invoice(net: 50m, vat: 10.5m);
        var left = Some.Entry("2026 / 14", amount: 60.5m, mark: gone.Mark);
        Link[] links = [Link.To(left, gone, LinkOrigin.Booked, Booked)];

        var verdict = Look.At([document], [gone], [], [left], links, Nothing)[document.Id];

        Assert.Equal(left, Assert.Single(Assert.IsType<Verdict.Ask>(verdict).Candidates).Entry);
        Assert.IsType<Verdict.Book>(
            Look.At([document], [gone], [], [left], links, new HashSet<Denial> { new(document.Id, left.LineId) })[
                document.Id
            ]
        );
        Assert.IsType<Verdict.Book>(
            Look.At([document with { Number = "2026 / 15" }], [gone], [], [left], links, Nothing)[document.Id]
        );
    }

    [Fact]
    public void A_document_that_was_changed_is_asked_about_what_was_typed_as_it_was_before()
    {
        var typed = Some.Entry("2026 / 14", amount: 99m);
        var now = document with { Number = "2026 / 21" };

        var verdict = Look.At([now], [], [document], [typed], [], Nothing)[now.Id];

        Assert.Equal(typed, Assert.Single(Assert.IsType<Verdict.Ask>(verdict).Candidates).Entry);
        Assert.IsType<Verdict.Book>(Look.At([now], [], [], [typed], [], Nothing)[now.Id]);
    }

    [Fact]
    public void A_copy_of_an_invoice_that_stands_is_not_taken_for_its_credit_note_without_asking()
    {
        var invoice = Some.Invoice("2026 / 3");
        var credit = Some.CreditNote("2026/3") with { Customer = invoice.Customer };
        var booked = Some.Entry("2026 / 3", description: "2026 / 3") with { Number = 1 };
        var typed = Some.Entry("2026 / 3", description: "Getypt") with { Number = 2 };
        var link = Link.To(booked, invoice, LinkOrigin.Booked, DateTimeOffset.UnixEpoch);

        // Alone it is the credit note, typed with the wrong sign.
        Assert.IsType<Verdict.Adopt>(Look.At([credit], [], [], [typed], [], Nothing)[credit.Id]);
        var asked = Assert.IsType<Verdict.Ask>(
            Look.At(
                [invoice, credit],
                [],
                [],
                [booked, typed],
                [link],
                new HashSet<Denial> { new(invoice.Id, typed.LineId) }
            )[credit.Id]
        );
        Assert.Equal([typed], asked.Candidates.Select(candidate => candidate.Entry));
    }
}
