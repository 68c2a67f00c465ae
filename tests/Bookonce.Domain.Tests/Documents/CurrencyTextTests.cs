using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Tests.Documents;

public sealed class CurrencyTextTests
{
    [Theory]
    [InlineData("-924.7", "EUR", "-924.70")]
    [InlineData("89", "USD", "89.00")]
    [InlineData("1200", "JPY", "1200")]
    [InlineData("10.005", "EUR", "10.005")]
    public void An_amount_is_said_with_every_decimal_and_none_rounded_away(string amount, string code, string said) =>
        Assert.Equal(
            said,
            new Currency(code).Text(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))
        );
}
