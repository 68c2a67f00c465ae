using Bookonce.Domain.Documents;
using Bookonce.Engine.Check;

namespace Bookonce.Engine.Tests.Check;

public sealed class CellTests
{
    [Theory]
    [InlineData("121", "121")]
    [InlineData("121.00", "121")]
    [InlineData("121,5", "121.5")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("-1 234.56 EUR", "-1234.56")]
    [InlineData("(1,234.56)", "-1234.56")]
    [InlineData("€ 1.234.567,80", "1234567.80")]
    [InlineData("1'234.50", "1234.50")]
    [InlineData("1\u00a0234,50\u00a0€", "1234.50")]
    [InlineData("1\u202f234,50", "1234.50")]
    [InlineData("121,00-", "-121")]
    [InlineData("−121,00", "-121")]
    [InlineData("€ -12,50", "-12.5")]
    [InlineData("€ 12,-", "12")]
    [InlineData(",50", "0.5")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234.567", "1234.567")]
    public void An_amount_is_read_however_it_is_written(string text, string amount)
    {
        var read = AmountText.Read(text);

        Assert.Equal(decimal.Parse(amount), read?.Value);
        Assert.Null(read?.Otherwise);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-")]
    [InlineData("12 stuks")]
    [InlineData("1.2.3")]
    [InlineData("12,34,56")]
    [InlineData("1,234.56.78")]
    [InlineData("1.21E+03")]
    [InlineData("--5")]
    [InlineData("(-5)")]
    [InlineData("12.")]
    [InlineData("1234567890123456")]
    public void What_is_no_amount_is_not_guessed(string text) => Assert.Null(AmountText.Read(text));

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,234")]
    public void One_separator_before_three_digits_can_be_read_in_two_ways(string text)
    {
        var read = AmountText.Read(text);

        Assert.Equal((1234m, 1.234m), (read?.Value, read?.Otherwise));
    }

    [Fact]
    public void A_currency_beside_the_amount_is_kept() => Assert.Equal("USD", AmountText.Read("USD 12.00")?.Currency);

    [Theory]
    [InlineData("2026-03-15")]
    [InlineData("15/03/2026")]
    [InlineData("03/15/2026")]
    [InlineData("15.3.26")]
    [InlineData("20260315")]
    [InlineData("2026-03-15T00:00:00Z")]
    [InlineData("15-03-2026 13:45")]
    [InlineData("15 maart 2026")]
    [InlineData("15-mrt-26")]
    [InlineData("15 mars 2026")]
    [InlineData("Mar 15, 2026")]
    public void A_date_is_read_in_any_order(string text)
    {
        var read = DayText.Read(text);

        Assert.Equal(new DateOnly(2026, 3, 15), read?.Value);
        Assert.Null(read?.Otherwise);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("31/31/2026")]
    [InlineData("0026-01-01")]
    [InlineData("15 foo 2026")]
    [InlineData("1/2-2026")]
    [InlineData("46000")]
    public void What_is_no_date_is_not_guessed(string text) => Assert.Null(DayText.Read(text));

    [Theory]
    [InlineData("invoice", DocumentKind.Invoice)]
    [InlineData("Verkoopfactuur", DocumentKind.Invoice)]
    [InlineData("Facture", DocumentKind.Invoice)]
    [InlineData("credit_note", DocumentKind.CreditNote)]
    [InlineData("Creditfactuur", DocumentKind.CreditNote)]
    [InlineData("Note de crédit", DocumentKind.CreditNote)]
    public void A_kind_is_read_in_three_languages(string text, DocumentKind kind) =>
        Assert.Equal(kind, KindText.Read(text));

    [Theory]
    [InlineData("Amount (EUR)", "total_incl")]
    [InlineData("Totaal incl. btw [€]", "total_incl")]
    [InlineData("Totaal excl. btw (EUR)", "total_excl")]
    [InlineData("Total (tax)", null)]
    public void A_currency_behind_a_header_is_left_away(string header, string? column) =>
        Assert.Equal(column, ColumnSet.Documents.Find(header)?.Name);

    [Fact]
    public void No_header_stands_for_two_columns()
    {
        // A set with a header twice does not come into being.
        Assert.Equal(("total_incl", 0), ColumnSet.Documents.Find("Total incl."));
        Assert.Equal("your_ref", ColumnSet.Entries.Find("Votre réf.")?.Name);
    }
}
