using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Tests.Documents;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("2026 / 9", "2026 / 10")]
    [InlineData("2025 / 100", "2026 / 1")]
    [InlineData("2026", "2026 / 1")]
    [InlineData("A9", "A10")]
    public void Numbers_are_ordered_by_their_parts_as_numbers(string first, string second)
    {
        Assert.True(DocumentNumber.Compare(first, second) < 0);
        Assert.True(DocumentNumber.Compare(second, first) > 0);
    }

    [Theory]
    [InlineData("2026 / 0014", "2026/14")]
    [InlineData("f2026-14", "F/2026/14")]
    [InlineData("000", "0")]
    [InlineData(" / ", "")]
    public void A_number_has_one_form_however_it_is_written(string typed, string normal) =>
        Assert.Equal(normal, DocumentNumber.Normal(typed));

    [Fact]
    public void Documents_are_taken_oldest_first()
    {
        SalesDocument[] documents =
        [
            Some.Invoice("2026 / 10"),
            Some.Invoice("2026 / 9"),
            Some.Invoice("2026 / 11", date: "2026-01-01"),
        ];

        Assert.Equal(
            ["2026 / 11", "2026 / 9", "2026 / 10"],
            documents.Order(DocumentOrder.OldestFirst).Select(document => document.Number)
        );
    }

    [Fact]
    public void An_amount_keeps_to_the_decimals_of_its_currency()
    {
        Assert.Equal(1.5m, Currency.Euro.Exact(1.5m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Currency.Euro.Exact(1.005m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Currency("JPY").Exact(1.5m));
    }
}
