using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Tests.Matching;

public sealed class SeriesOfDocumentsTests
{
    static readonly DateOnly January = new(2026, 1, 15);

    static MatchDocument Document(
        int counter,
        DateOnly date,
        decimal gross = 121m,
        string customer = "Bakkerij De Halm BV"
    ) =>
        new()
        {
            Id = $"d{counter}",
            Number = $"2026 / {counter}",
            Date = date,
            CustomerName = customer,
            Net = gross / 1.21m,
            Gross = gross,
        };

    static MatchEntry Entry(
        string id,
        DateOnly date,
        string? yourRef = null,
        decimal amount = 121m,
        string account = "De Halm Bakkerij",
        string? description = null
    ) =>
        new()
        {
            Id = id,
            Date = date,
            AccountName = account,
            Amount = amount,
            YourRef = yourRef,
            Description = description,
        };

    static string Said(MatchResult result, IReadOnlyList<MatchEntry> entries, int document) =>
        $"{result.VerdictOf(document)} {string.Join(' ', result.EntriesOf(document).Select(candidate => entries[candidate.Entry].Id))}".Trim();

    [Fact]
    public void Twelve_equal_monthly_invoices_are_twelve_and_not_one_with_eleven_twins()
    {
        var documents = Enumerable
            .Range(0, 12)
            .Select(month => Document(month + 1, January.AddMonths(month)))
            .ToArray();
        var entries = Enumerable.Range(0, 12).Select(month => Entry($"e{month}", January.AddMonths(month))).ToArray();

        var result = Matcher.Match(new MatchBooks(documents, entries));

        Assert.All(
            Enumerable.Range(0, 12),
            month => Assert.Equal($"e{month}", entries[result.EntriesOf(month)[0].Entry].Id)
        );
        Assert.DoesNotContain(MatchVerdict.Twice, Enumerable.Range(0, 12).Select(result.VerdictOf));
    }

    [Fact]
    public void A_month_that_is_not_in_the_books_is_booked_although_eleven_others_are_alike()
    {
        var documents = Enumerable
            .Range(0, 12)
            .Select(month => Document(month + 1, January.AddMonths(month)))
            .ToArray();
        var entries = Enumerable
            .Range(0, 12)
            .Where(month => month != 5)
            .Select(month => Entry($"e{month}", January.AddMonths(month), $"2026/{month + 1}"))
            .ToArray();

        var result = Matcher.Match(new MatchBooks(documents, entries));

        Assert.Equal("Book", Said(result, entries, 5));
        Assert.Equal("Adopt e4", Said(result, entries, 4));
    }

    [Fact]
    public void The_neighbour_in_numbers_gives_no_help()
    {
        var documents = new[] { Document(123, January), Document(124, January, 605m, "Garage Peeters NV") };
        var entries = new[] { Entry("e", January, "2026/123") };

        var result = Matcher.Match(new MatchBooks(documents, entries));

        Assert.Equal("Adopt e", Said(result, entries, 0));
        Assert.Equal("Book", Said(result, entries, 1));
    }

    [Theory]
    [InlineData("Abonnement 2026-10")]
    [InlineData("Huur 10/2026")]
    [InlineData("Levering 10-10-2026")]
    public void A_month_in_a_sentence_is_no_document_number(string description)
    {
        var documents = new[] { Document(10, January) };
        var entries = new[] { Entry("e", new DateOnly(2026, 10, 1), null, 88m, "Garage Peeters", description) };

        Assert.Equal("Book", Said(Matcher.Match(new MatchBooks(documents, entries)), entries, 0));
    }

    [Fact]
    public void Why_is_said_in_words_with_what_is_alike()
    {
        var documents = new[] { Document(1, January) };
        MatchEntry[] entries = [Entry("e", January, "2026/1"), .. Alike(3)];

        var result = Matcher.Match(new MatchBooks(documents, entries));

        Assert.Equal(
            ["same customer and amount, but 3 others like it", "same document number", "same day"],
            result.Because(0, 0)
        );

        static IEnumerable<MatchEntry> Alike(int count) =>
            Enumerable
                .Range(1, count)
                .Select(number => Entry($"o{number}", January.AddDays(-60 * number), $"OUD-{number}"));
    }

    [Fact]
    public void Documents_that_nothing_tells_apart_are_adopted_in_order()
    {
        var documents = new[] { Document(7, January), Document(8, January) };
        var entries = new[] { Entry("e1", January), Entry("e2", January) };

        var result = Matcher.Match(new MatchBooks(documents, entries));

        Assert.Equal(["Adopt e1", "Adopt e2"], [Said(result, entries, 0), Said(result, entries, 1)]);
    }

    [Fact]
    public void An_entry_that_is_the_sum_of_two_documents_is_asked_for_both()
    {
        var documents = new[] { Document(7, January, 121m), Document(8, January.AddDays(3), 60.5m) };
        var entries = new[] { Entry("e", January.AddDays(5), amount: 181.5m) };

        var result = Matcher.Match(new MatchBooks(documents, entries));

        Assert.Equal(["Ask e", "Ask e"], [Said(result, entries, 0), Said(result, entries, 1)]);
        Assert.Equal(["same customer, and the sum of this document and 2026 / 8"], result.Because(0, 0));
    }

    [Fact]
    public void Entries_that_add_up_to_a_document_are_asked_and_are_no_twins()
    {
        var documents = new[] { Document(7, January, 121m) };
        var entries = new[] { Entry("e1", January, amount: 50m), Entry("e2", January.AddDays(9), amount: 71m) };

        var result = Matcher.Match(new MatchBooks(documents, entries));

        Assert.Equal("Ask e1 e2", Said(result, entries, 0));
    }

    [Fact]
    public void A_sum_that_a_person_denied_is_booked()
    {
        var documents = new[] { Document(7, January, 121m) };
        var entries = new[] { Entry("e1", January, amount: 50m), Entry("e2", January.AddDays(9), amount: 71m) };
        var denied = new HashSet<(string, string)> { ("d7", "e1") };

        Assert.Equal("Book", Said(Matcher.Match(new MatchBooks(documents, entries, denied)), entries, 0));
    }

    [Theory]
    [InlineData("+++090/9337/55493+++", "090933755493")]
    [InlineData("RF18 5390 0754 7034", "RF18539007547034")]
    [InlineData("7000 0001 2345 6789", "7000000123456789")]
    public void The_payment_reference_finds_an_entry_that_has_nothing_else(string said, string typed)
    {
        var documents = new[] { Document(7, January) with { PaymentReference = said } };
        var entries = new[] { Entry("e", January.AddDays(2), account: "Varia") with { PaymentReference = typed } };

        Assert.Equal("Adopt e", Said(Matcher.Match(new MatchBooks(documents, entries)), entries, 0));
    }
}
