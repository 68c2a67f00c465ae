using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.World;

public sealed class NumberTests
{
    [Theory]
    [InlineData("BE0428759497")]
    [InlineData("NL004495445B01")]
    [InlineData("FR40303265045")]
    [InlineData("DE136695976")]
    [InlineData("GB980780684")]
    public void Published_example_numbers_are_valid(string number) => Assert.True(VatNumbers.IsValid(number));

    [Theory]
    [InlineData("BE0428759498")]
    [InlineData("NL004495446B01")]
    [InlineData("FR41303265045")]
    [InlineData("DE136695977")]
    [InlineData("GB980780685")]
    [InlineData("US123456789")]
    public void A_wrong_check_digit_is_seen(string number) => Assert.False(VatNumbers.IsValid(number));

    [Theory]
    [InlineData("BE")]
    [InlineData("NL")]
    [InlineData("FR")]
    [InlineData("DE")]
    [InlineData("GB")]
    public void Every_made_number_is_valid(string country)
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
            Assert.True(VatNumbers.IsValid(VatNumbers.Make(country, random)!));
    }

    [Fact]
    public void A_country_without_VAT_numbers_gets_none() => Assert.Null(VatNumbers.Make("US", new Random(7)));

    [Theory]
    [InlineData(108_068_171, "+++010/8068/17183+++")]
    [InlineData(97, "+++000/0000/09797+++")]
    public void A_structured_reference_ends_in_its_remainder(long digits, string expected) =>
        Assert.Equal(expected, PaymentReferences.Make(digits));
}
