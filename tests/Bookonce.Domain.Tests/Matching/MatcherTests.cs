using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Tests.Matching;

public sealed class MatcherTests
{
    static readonly HashSet<Denial> Nothing = [];

    static Verdict Look(SalesDocument document, params Entry[] entries) =>
        Matcher.Look([document], entries, [], Nothing)[document.Id];

    [Theory]
    [InlineData("2026 / 14")]
    [InlineData("2026/14")]
    [InlineData("2026-0014")]
    [InlineData("202614")]
    [InlineData("F2026-0014")]
    [InlineData("factuur 2026/14 De Halm")]
    public void The_same_number_and_amount_is_adopted_however_it_was_typed(string typed) =>
        Assert.IsType<Verdict.Adopt>(Look(Some.Invoice(), Some.Entry(typed, date: "2026-07-01")));

    [Fact]
    public void A_number_in_the_description_counts_too() =>
        Assert.IsType<Verdict.Adopt>(Look(Some.Invoice(), Some.Entry(description: "verkoop 2026 / 14")));

    [Fact]
    public void The_same_payment_reference_and_amount_is_adopted()
    {
        var invoice = Some.Invoice() with { PaymentReference = "+++102/4455/66718+++" };

        Assert.IsType<Verdict.Adopt>(Look(invoice, Some.Entry(paymentReference: "102445566718")));
    }

    [Fact]
    public void Our_own_mark_is_adopted_whatever_else_differs()
    {
        var invoice = Some.Invoice();

        Assert.IsType<Verdict.Adopt>(Look(invoice, Some.Entry("something", amount: 1m, mark: invoice.Mark)));
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-04")]
    [InlineData("2026-03-31")]
    public void The_same_amount_about_the_same_time_is_asked_and_never_booked(string date) =>
        Assert.IsType<Verdict.Ask>(Look(Some.Invoice(), Some.Entry(date: date)));

    [Theory]
    [InlineData(null, true)]
    [InlineData("WS-29", false)]
    [InlineData("WS-47110", false)]
    public void An_entry_of_the_customer_is_adopted_unless_it_carries_another_reference(string? yourRef, bool isAdopted)
    {
        var invoice = Some.Invoice();
        var entry = Some.Entry(yourRef) with { AccountName = invoice.Customer.Name };

        Assert.Equal(isAdopted, Look(invoice, entry) is Verdict.Adopt);
        Assert.NotEqual(isAdopted, Look(invoice, entry) is Verdict.Ask);
    }

    [Fact]
    public void The_same_amount_long_before_is_nothing() =>
        Assert.IsType<Verdict.Book>(Look(Some.Invoice(), Some.Entry(date: "2026-01-10")));

    [Fact]
    public void An_opening_balance_may_repeat_an_invoice_of_months_before()
    {
        var invoice = Some.Invoice(date: "2025-09-15");

        Assert.IsType<Verdict.Ask>(Look(invoice, Some.Entry(date: "2026-01-01", journal: "90", isSales: false)));
        Assert.IsType<Verdict.Book>(Look(invoice, Some.Entry(date: "2026-01-01")));
    }

    [Fact]
    public void The_total_without_vat_is_adopted_with_the_difference_said()
    {
        var adopted = Assert.IsType<Verdict.Adopt>(Look(Some.Invoice(), Some.Entry("2026/14", amount: 100m)));

        Assert.Equal(["the entry says 100.00, the document 121.00"], adopted.Candidate.Differences);
    }

    [Fact]
    public void The_same_number_with_an_amount_that_no_slip_explains_is_asked() =>
        Assert.IsType<Verdict.Ask>(Look(Some.Invoice(), Some.Entry("2026/14", amount: 80m)));

    [Fact]
    public void The_same_figures_in_another_currency_are_asked() =>
        Assert.IsType<Verdict.Ask>(Look(Some.Invoice(), Some.Entry(currency: "USD")));

    [Fact]
    public void A_credit_note_is_not_the_invoice_with_its_number()
    {
        var invoice = Some.Invoice("2026 / 3");
        var note = Some.CreditNote("2026/3");
        var entry = Some.Entry("2026/3", amount: -121m);

        var verdicts = Matcher.Look([invoice, note], [entry], [], Nothing);

        Assert.IsType<Verdict.Adopt>(verdicts[note.Id]);
        Assert.IsType<Verdict.Book>(verdicts[invoice.Id]);
    }

    [Fact]
    public void Two_certain_entries_are_twins() =>
        Assert.Equal(
            2,
            Assert
                .IsType<Verdict.Twice>(
                    Look(Some.Invoice(), Some.Entry("2026/14"), Some.Entry("2026 / 14", journal: "60"))
                )
                .Twins.Count
        );

    [Fact]
    public void An_entry_that_is_certainly_two_documents_is_asked_for_both()
    {
        var (one, other) = (Some.Invoice(), Some.Invoice());

        var verdicts = Matcher.Look([one, other], [Some.Entry("2026/14")], [], Nothing);

        Assert.All(verdicts.Values, verdict => Assert.IsType<Verdict.Ask>(verdict));
    }

    [Fact]
    public void An_entry_that_is_certainly_one_document_is_no_question_for_another()
    {
        var (january, february) = (
            Some.Invoice("2026 / 1", date: "2026-01-31"),
            Some.Invoice("2026 / 2", date: "2026-02-28")
        );

        var verdicts = Matcher.Look([january, february], [Some.Entry("2026/1", date: "2026-01-31")], [], Nothing);

        Assert.IsType<Verdict.Adopt>(verdicts[january.Id]);
        Assert.IsType<Verdict.Book>(verdicts[february.Id]);
    }

    [Fact]
    public void A_linked_entry_is_no_candidate_for_another_document()
    {
        var (linked, open) = (Some.Invoice("2026 / 1"), Some.Invoice("2026 / 2"));
        var entry = Some.Entry();
        var link = new Link(
            linked.Id,
            linked.Kind,
            entry.EntryId,
            entry.LineId,
            entry.Series,
            entry.Number,
            LinkOrigin.Chosen
        );

        var verdicts = Matcher.Look([linked, open], [entry], [link], Nothing);

        Assert.IsType<Verdict.Linked>(verdicts[linked.Id]);
        Assert.IsType<Verdict.Book>(verdicts[open.Id]);
    }

    [Fact]
    public void A_second_entry_of_a_linked_document_is_noticed()
    {
        var linked = Some.Invoice();
        var entry = Some.Entry("2026/14");
        var link = new Link(
            linked.Id,
            linked.Kind,
            entry.EntryId,
            entry.LineId,
            entry.Series,
            entry.Number,
            LinkOrigin.Booked
        );

        var verdicts = Matcher.Look([linked], [entry, Some.Entry("2026/14")], [link], Nothing);

        Assert.Single(Assert.IsType<Verdict.Twice>(verdicts[linked.Id]).Twins);
    }

    [Fact]
    public void One_line_of_an_opening_balance_may_be_linked_while_the_next_is_free()
    {
        var (one, other) = (Some.Invoice("2025 / 8"), Some.Invoice("2025 / 9"));
        var first = Some.Entry("2025/8", date: "2026-01-01", journal: "90", isSales: false);
        var second = Some.Entry("2025/9", date: "2026-01-01", journal: "90", isSales: false) with
        {
            EntryId = first.EntryId,
        };
        var link = new Link(
            one.Id,
            one.Kind,
            first.EntryId,
            first.LineId,
            first.Series,
            first.Number,
            LinkOrigin.Adopted
        );

        Assert.IsType<Verdict.Adopt>(Matcher.Look([one, other], [first, second], [link], Nothing)[other.Id]);
    }

    [Fact]
    public void What_a_person_denied_is_not_asked_again_and_what_else_there_is_still_is()
    {
        var invoice = Some.Invoice();
        var (denied, other) = (Some.Entry(), Some.Entry(date: "2026-03-09"));
        var denials = new HashSet<Denial> { new(invoice.Id, denied.LineId) };

        Assert.IsType<Verdict.Book>(Matcher.Look([invoice], [denied], [], denials)[invoice.Id]);
        var asked = Assert.IsType<Verdict.Ask>(Matcher.Look([invoice], [denied, other], [], denials)[invoice.Id]);
        Assert.Equal([other], asked.Candidates.Select(candidate => candidate.Entry));
    }

    [Fact]
    public void An_entry_that_carries_another_documents_address_is_that_document()
    {
        var (own, other) = (Some.Invoice(), Some.Invoice());

        Assert.IsType<Verdict.Book>(Look(own, Some.Entry("2026/14", mark: other.Mark)));
    }

    [Fact]
    public void Links_teach_which_account_is_whose()
    {
        var customer = Some.Invoice().Customer;
        var documents = Enumerable
            .Range(1, 3)
            .Select(number => Some.Invoice($"2026 / {number}") with { Customer = customer })
            .ToArray();
        var entries = Enumerable
            .Range(1, 3)
            .Select(number => Some.Entry(number < 3 ? $"2026/{number}" : null) with { AccountName = "Trading XYZ" })
            .ToArray();
        var links = documents
            .Take(2)
            .Select(
                (document, at) =>
                    new Link(
                        document.Id,
                        document.Kind,
                        entries[at].EntryId,
                        entries[at].LineId,
                        entries[at].Series,
                        entries[at].Number,
                        LinkOrigin.Chosen
                    )
            )
            .ToArray();

        var asked = Matcher.Look(documents, entries, links, Nothing)[documents[2].Id] switch
        {
            Verdict.Ask(var candidates) => candidates[0],
            Verdict.Adopt(var candidate) => candidate,
            _ => null,
        };

        Assert.Equal("same customer and amount", asked?.Reasons[0]);
    }
}
