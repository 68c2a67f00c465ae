using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Proof;

namespace Bookonce.Domain.Tests.Proof;

public sealed class ProverTests
{
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    readonly List<SalesDocument> documents = [];
    readonly List<SalesDocument> gone = [];
    readonly List<Entry> entries = [];
    readonly List<Link> links = [];
    readonly Dictionary<Guid, IReadOnlyList<EntryVat>> vat = [];
    readonly HashSet<Guid> twice = [];
    readonly HashSet<Guid> empty = [];

    SalesDocument Booked(
        string number = "2026 / 1",
        string date = "2026-03-02",
        DocumentKind kind = DocumentKind.Invoice
    )
    {
        var document = Some.Invoice(number, date: date, kind: kind);
        documents.Add(document);
        Enter(document);
        return document;
    }

    Entry Enter(SalesDocument document)
    {
        var entry = Some.Entry(document.Number, document.SignedGross, $"{document.Date:yyyy-MM-dd}");
        entries.Add(entry);
        links.Add(Link.To(entry, document, LinkOrigin.Booked, Monday));
        vat[entry.EntryId] = [new EntryVat(0.21m, document.Sign * 100m, document.Sign * 21m)];
        return entry;
    }

    void Change(int at, Func<Entry, Entry> change) => entries[at] = change(entries[at]);

    void Accept(int at) => links[at] = links[at].Accepted(documents[at], entries[at]);

    Statement Prove(string from = "2026-03-01", string to = "2026-03-31") =>
        Prover.Of(
            new ProofBooks
            {
                From = DateOnly.Parse(from),
                To = DateOnly.Parse(to),
                Documents = documents,
                Gone = gone,
                Entries = entries,
                Links = links,
                Vat = vat,
                Twice = twice,
                NothingToBook = empty,
            }
        );

    OpenReason Reason => Assert.Single(Prove().Open).Reason;

    [Fact]
    public void Documents_with_one_entry_each_agree_to_the_cent()
    {
        Booked();
        Booked("2026 / 2");
        Booked("CN 1", kind: DocumentKind.CreditNote);

        var proof = Prove();

        Assert.Equal((3, 3, 3, 0), (proof.Documents, proof.Entries, proof.OneToOne, proof.NothingToBook));
        Assert.Equal([new TotalRow(Currency.Euro, 121m, 121m)], proof.Totals);
        Assert.Equal(0, proof.Totals[0].Difference);
        Assert.Equal([new VatRow(Currency.Euro, 0.21m, 100m, 21m, 100m, 21m)], proof.Vat);
        Assert.Equal(new ProofOutcome.Agrees(3), proof.Outcome);
        Assert.Equal(
            "Each of the 3 documents has exactly one entry; totals and VAT agree to the cent.",
            proof.Outcome.Words
        );
    }

    [Fact]
    public void An_acceptance_does_not_cover_what_changed_since()
    {
        Booked();
        Change(0, entry => entry with { Amount = 120m });
        Accept(0);
        Assert.IsType<ProofOutcome.AgreesExcept>(Prove().Outcome);

        Change(0, entry => entry with { Amount = 119m });

        Assert.Equal(OpenReason.AmountDiffers, Reason);
    }

    [Fact]
    public void No_document_is_told_as_none() =>
        Assert.Equal("There is no document of these days, so there is nothing to compare.", Prove().Outcome.Words);

    [Fact]
    public void One_document_is_told_as_one()
    {
        Booked();

        Assert.Equal("The one document has exactly one entry; total and VAT agree to the cent.", Prove().Outcome.Words);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-31", 2)]
    [InlineData("2026-03-02", "2026-03-09", 2)]
    [InlineData("2026-03-03", "2026-03-09", 1)]
    [InlineData("2026-03-02", "2026-03-08", 1)]
    public void Both_days_count(string from, string to, int expected)
    {
        Booked();
        Booked("2026 / 2", "2026-03-09");

        Assert.Equal(expected, Prove(from, to).Documents);
    }

    [Fact]
    public void A_document_without_entry_is_open()
    {
        Booked();
        links.Clear();

        var proof = Prove();

        Assert.Equal((1, 0, 0), (proof.Documents, proof.Entries, proof.OneToOne));
        Assert.Equal(OpenReason.NotBooked, Assert.Single(proof.Open).Reason);
        Assert.Equal("Both sides do not agree: 1 of 1 document is open.", proof.Outcome.Words);
        Assert.Equal(-121m, proof.Totals[0].Difference);
    }

    [Fact]
    public void An_entry_that_is_gone_or_not_read_back_yet_proves_nothing()
    {
        Booked();
        entries.Clear();

        Assert.Equal(OpenReason.EntryGone, Reason);
        links[0] = links[0] with { LineId = null };
        Assert.Equal(OpenReason.NotBooked, Reason);
        Assert.Contains("not read back yet", Prove().Open[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_twice_is_open_though_it_is_linked()
    {
        twice.Add(Booked().Id);
        Booked("2026 / 2");
        twice.Add(Some.Id());

        Assert.Equal(OpenReason.Twice, Reason);
        Assert.Equal((2, 1), (Prove().Entries, Prove().OneToOne));
        Assert.Equal("Both sides do not agree: 1 of 2 documents is open.", Prove().Outcome.Words);
    }

    [Fact]
    public void Two_documents_of_one_entry_are_both_open_and_count_it_once()
    {
        Booked();
        documents.Add(Some.Invoice("2026 / 2"));
        links.Add(Link.To(entries[0], documents[1], LinkOrigin.Chosen, Monday));

        var proof = Prove();

        Assert.Equal([OpenReason.Shared, OpenReason.Shared], proof.Open.Select(one => one.Reason));
        Assert.Equal((1, 0), (proof.Entries, proof.OneToOne));
        Assert.Equal([new TotalRow(Currency.Euro, 242m, 121m)], proof.Totals);
        Assert.Equal("Both sides do not agree: 2 of 2 documents are open.", proof.Outcome.Words);
    }

    [Fact]
    public void A_document_that_is_gone_is_open_while_its_entry_stands()
    {
        var document = Booked();
        documents.Clear();
        gone.Add(document);
        gone.Add(Some.Invoice("2026 / 9"));

        Assert.Equal(OpenReason.DocumentGone, Reason);
        Assert.Equal(new ProofOutcome.Open(1, 1), Prove().Outcome);
        Assert.Empty(Prove("2026-03-03").Open);
    }

    [Fact]
    public void A_difference_is_open_until_a_person_accepts_it()
    {
        Booked();
        Change(0, entry => entry with { Amount = 100m });

        Assert.Equal(OpenReason.AmountDiffers, Reason);
        Accept(0);
        var proof = Prove();
        Assert.Empty(proof.Open);
        Assert.Equal("the entry says 100.00, the document 121.00", Assert.Single(proof.Accepted).Words);
        Assert.Equal(new ProofOutcome.AgreesExcept(1, 1), proof.Outcome);
        Assert.Contains(
            "The one document has exactly one entry; all agrees but for 1 accepted difference, which is listed",
            proof.Outcome.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "but for 2 accepted differences, which are listed",
            new ProofOutcome.AgreesExcept(3, 2).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_acceptance_of_nothing_is_no_difference()
    {
        Booked();
        Accept(0);

        Assert.Equal(new ProofOutcome.Agrees(1), Prove().Outcome);
    }

    [Fact]
    public void VAT_that_differs_at_a_rate_is_open_though_the_total_agrees()
    {
        Booked();
        vat[entries[0].EntryId] = [new EntryVat(0.21m, 50m, 10.5m), new EntryVat(0.06m, 57.08m, 3.42m)];

        var open = Assert.Single(Prove().Open);
        Assert.Equal(OpenReason.VatDiffers, open.Reason);
        Assert.StartsWith(
            "at 6 % the entry says 57.08 and 3.42 VAT, the document 0 and 0 VAT; at 21 %",
            open.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                new VatRow(Currency.Euro, 0.06m, 0m, 0m, 57.08m, 3.42m),
                new VatRow(Currency.Euro, 0.21m, 100m, 21m, 50m, 10.5m),
            ],
            Prove().Vat
        );
        Accept(0);
        Assert.StartsWith("at 6 %", Assert.Single(Prove().Accepted).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_one_rate_are_added_and_a_rate_with_nothing_is_none()
    {
        Booked();
        vat[entries[0].EntryId] =
        [
            new EntryVat(0.21m, 60m, 12.6m),
            new EntryVat(0.21m, 40m, 8.4m),
            new EntryVat(0.06m, 0m, 0m),
        ];

        Assert.Equal(new ProofOutcome.Agrees(1), Prove().Outcome);
    }

    [Fact]
    public void VAT_that_nobody_read_yet_proves_nothing_and_is_no_difference()
    {
        Booked();
        Booked("2026 / 2");
        vat.Remove(entries[1].EntryId);

        var proof = Prove();

        Assert.Equal(OpenReason.VatUnknown, Assert.Single(proof.Open).Reason);
        Assert.Equal(new ProofOutcome.NotProved(2, 1), proof.Outcome);
        Assert.Contains("the VAT of 1 entry was not read", proof.Outcome.Words, StringComparison.Ordinal);
        Assert.Contains("the VAT of 2 entries was", new ProofOutcome.NotProved(2, 2).Words, StringComparison.Ordinal);
        Assert.Equal([new VatRow(Currency.Euro, 0.21m, 200m, 42m, null, null)], proof.Vat);
        links.RemoveAt(0);
        Assert.IsType<ProofOutcome.Open>(Prove().Outcome);
    }

    [Fact]
    public void An_opening_balance_has_no_VAT_to_compare()
    {
        Booked();
        Change(0, entry => entry with { IsSales = false });
        vat.Clear();

        Assert.Equal(new ProofOutcome.Agrees(1), Prove().Outcome);
    }

    [Fact]
    public void What_has_nothing_to_book_needs_no_entry()
    {
        Booked();
        documents.Add(Some.Invoice("2026 / 2", net: 0, vat: 0));
        empty.Add(documents[1].Id);

        Assert.Equal((1, 1), (Prove().Documents, Prove().NothingToBook));
        Assert.Equal(0, Prove("2026-03-03").NothingToBook);
        Assert.Equal(new ProofOutcome.Agrees(1), Prove().Outcome);
    }

    [Fact]
    public void Currencies_are_never_added_up()
    {
        Booked();
        Booked("2026 / 2");
        documents[1] = documents[1] with { Currency = new Currency("USD") };
        Change(1, entry => entry with { Currency = new Currency("USD") });
        Change(0, entry => entry with { Currency = new Currency("GBP") });

        Assert.Equal(["EUR", "GBP", "USD"], Prove().Totals.Select(row => row.Currency.Code));
        Assert.Equal([-121m, 121m, 0m], Prove().Totals.Select(row => row.Difference));
        Assert.Equal(["EUR", "USD"], Prove().Vat.Select(row => row.Currency.Code));
    }

    [Fact]
    public void What_is_open_comes_oldest_first()
    {
        Booked("2026 / 2", "2026-03-09");
        Booked("2026 / 1");
        links.Clear();

        Assert.Equal(["2026 / 1", "2026 / 2"], Prove().Open.Select(one => one.Number));
    }
}
