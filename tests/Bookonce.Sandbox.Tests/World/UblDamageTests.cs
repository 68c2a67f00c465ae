using System.Xml.Linq;
using Bookonce.Sandbox.World.Ubl;

namespace Bookonce.Sandbox.Tests.World;

public sealed class UblDamageTests
{
    static XElement Sample() =>
        XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, "World", "Ubl", "03-allowance-charge-rounding.xml"))
            .Root!;

    [Fact]
    public void A_document_with_any_part_missing_is_read_or_refused_in_a_sentence()
    {
        var count = Sample().Descendants().Count();
        var refused = 0;
        for (var index = 0; index < count; index++)
        {
            var root = Sample();
            root.Descendants().ElementAt(index).Remove();
            if (Refusal(root) is not { } sentence)
                continue;
            refused++;
            Assert.EndsWith(".", sentence);
        }
        Assert.InRange(refused, 30, count - 30);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1e3")]
    [InlineData("1,00")]
    [InlineData("99999999999999999999")]
    [InlineData("79228162514264337593543950335")]
    public void A_document_with_any_text_spoiled_is_read_or_refused_in_a_sentence(string spoiled)
    {
        var count = Sample().Descendants().Count(element => !element.HasElements);
        for (var index = 0; index < count; index++)
        {
            var root = Sample();
            root.Descendants().Where(element => !element.HasElements).ElementAt(index).Value = spoiled;
            if (Refusal(root) is { } sentence)
                Assert.EndsWith(".", sentence);
        }
    }

    [Theory]
    [InlineData("DocumentCurrencyCode", "XTS", "It is in XTS, for which no exchange rate is known.")]
    [InlineData("IssueDate", "02/03/2026", "Its IssueDate “02/03/2026” is not a date.")]
    [InlineData("ChargeIndicator", "maybe", "Its ChargeIndicator “maybe” is neither true nor false.")]
    [InlineData("Percent", "210", "VAT category S has an impossible Percent of 210.")]
    [InlineData("LineExtensionAmount", "twelve", "Its LineExtensionAmount “twelve” is not a number.")]
    [InlineData(
        "PayableAmount",
        "1.00",
        "TaxInclusiveAmount less PrepaidAmount with rounding add up to 470.60 but PayableAmount is 1.00."
    )]
    public void The_sentence_names_what_is_wrong(string element, string value, string expected)
    {
        var root = Sample();
        root.Descendants(UblElement.Basic + element).First().Value = value;
        foreach (
            var amount in root.Descendants().Attributes("currencyID").Where(_ => element == "DocumentCurrencyCode")
        )
            amount.Value = value;
        Assert.Equal(expected, Refusal(root));
    }

    [Fact]
    public void An_amount_in_another_currency_is_refused()
    {
        var root = Sample();
        root.Descendants(UblElement.Basic + "LineExtensionAmount").First().SetAttributeValue("currencyID", "USD");
        Assert.Equal("Its LineExtensionAmount is in USD while the document is in EUR.", Refusal(root));
    }

    [Fact]
    public void An_unknown_VAT_category_is_refused()
    {
        var root = Sample();
        root.Descendants(UblElement.Aggregate + "ClassifiedTaxCategory")
            .First()
            .SetElementValue(UblElement.Basic + "ID", "B");
        Assert.Equal("It names VAT category “B”, which EN 16931 does not know.", Refusal(root));
    }

    static string? Refusal(XElement root)
    {
        try
        {
            UblReader.Read(root);
            return null;
        }
        catch (UblException refused)
        {
            return refused.Message;
        }
    }
}
