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
}
