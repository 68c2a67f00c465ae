using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using static Bookonce.Domain.Tests.Booking.Translated;

namespace Bookonce.Domain.Tests.Booking;

public sealed class RateTests
{
    /// <summary>Exact's rate says 1.25 dollars for one euro: a dollar is 0.80.</summary>
    static readonly Masters Masters = Some.Masters() with
    {
        Rates = [new ReferenceRate("USD", new DateOnly(2026, 1, 1), 1.25m)],
    };

    static SalesDocument Dollars(string from, string to, double rate) =>
        Some.Invoice() with
        {
            Currency = new("USD"),
            Rate = new StatedRate(from, to, (decimal)rate),
        };

    [Fact]
    public void A_document_in_the_currency_of_the_books_needs_no_rate() =>
        Assert.Null(Ready(Some.Invoice() with { Rate = new StatedRate("USD", "EUR", 9m) }).Rate);

    [Theory]
    [InlineData(0.92)]
    [InlineData(0.68)]
    public void Fifteen_per_cent_beside_Exacts_rate_is_believed(double stated) =>
        Assert.Equal((decimal)stated, Ready(Dollars("USD", "EUR", stated), masters: Masters).Rate);

    [Theory]
    [InlineData(0.9201)]
    [InlineData(0.6799)]
    public void More_than_that_is_not(double stated)
    {
        var problem = Stuck(Dollars("USD", "EUR", stated), masters: Masters);

        Assert.Equal("rateImplausible", problem.Code);
        Assert.Contains($"rate {stated:0.####} does not", problem.What, StringComparison.Ordinal);
        Assert.Contains("0.8 EUR for one USD", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_is_taken_to_eight_decimals() =>
        Assert.Equal(0.76923077m, Ready(Dollars("EUR", "USD", 1.3), masters: Masters).Rate);

    [Theory]
    [InlineData("GBP", "EUR", 0.8)]
    [InlineData("EUR", "GBP", 1.25)]
    [InlineData("USD", "EUR", 0)]
    [InlineData("USD", "EUR", -0.8)]
    [InlineData("EUR", "USD", 0)]
    [InlineData("EUR", "USD", -1.25)]
    public void A_rate_of_another_currency_or_below_zero_says_nothing(string from, string to, double rate) =>
        Assert.Equal("rateImplausible", Stuck(Dollars(from, to, rate), masters: Masters).Code);

    [Fact]
    public void A_document_without_a_rate_says_so()
    {
        var problem = Stuck(Some.Invoice() with { Currency = new("USD") }, masters: Masters);

        Assert.Equal("rateImplausible", problem.Code);
        Assert.Contains("is missing and does not fit", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_counts_the_other_way_round_is_shown_on_both_sides()
    {
        var problem = Stuck(Dollars("USD", "EUR", 1.25), masters: Masters);

        Assert.Equal("rateDirectionUnclear", problem.Code);
        Assert.Contains("1.25 EUR for one USD, Exact 0.8", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_is_its_own_reverse_is_believed()
    {
        var atPar = Masters with { Rates = [new ReferenceRate("USD", new DateOnly(2026, 1, 1), 1m)] };

        Assert.Equal(1m, Ready(Dollars("USD", "EUR", 1), masters: atPar).Rate);
    }

    [Fact]
    public void Exacts_rate_is_the_latest_of_that_currency_up_to_the_document_and_above_zero()
    {
        var masters = Masters with
        {
            Rates =
            [
                new ReferenceRate("USD", new DateOnly(2026, 3, 2), 1.25m),
                new ReferenceRate("USD", new DateOnly(2026, 1, 1), 2m),
                new ReferenceRate("USD", new DateOnly(2026, 3, 3), 3m),
                new ReferenceRate("GBP", new DateOnly(2026, 3, 2), 4m),
                new ReferenceRate("USD", new DateOnly(2026, 3, 1), 0m),
            ],
        };

        Assert.Equal(0.8m, Ready(Dollars("USD", "EUR", 0.8), masters: masters).Rate);
    }

    [Fact]
    public void Without_a_rate_of_Exact_nothing_is_believed()
    {
        var none = Masters with { Rates = [new ReferenceRate("USD", new DateOnly(2026, 1, 1), 0m)] };

        var problem = Stuck(Dollars("USD", "EUR", 0.8), masters: none);

        Assert.Equal(
            ("rateUnknown", "Exact has no exchange rate for USD on 2026-03-02."),
            (problem.Code, problem.What)
        );
    }
}
