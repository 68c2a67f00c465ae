using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>How the parts that invoices and credit notes share are written.</summary>
internal static class DocumentWire
{
    public static JsonObject ToRowWire(this Invoicee invoicee, bool attention)
    {
        var wire = new JsonObject
        {
            ["name"] = invoicee.Name,
            ["vat_number"] = invoicee.VatNumber,
            ["customer"] = invoicee.CustomerGone ? null : invoicee.Customer.ToWire(),
        };
        if (attention)
            wire["for_attention_of"] = invoicee.ForAttentionOf is not { } person
                ? null
                : new JsonObject { ["name"] = person.Name, ["contact"] = Wire.Reference("contact", person.ContactId) };
        return wire;
    }

    public static JsonObject ToInfoWire(this Invoicee invoicee, bool attention)
    {
        var wire = invoicee.ToRowWire(attention);
        wire["email"] = invoicee.Email;
        wire["national_identification_number"] = invoicee.NationalIdentificationNumber;
        return wire;
    }

    public static JsonObject TotalsWire(this Document document) =>
        new()
        {
            ["tax_exclusive"] = Wire.Money(document.Totals.TaxExclusive, document.Currency),
            ["tax_inclusive"] = Wire.Money(document.Totals.TaxInclusive, document.Currency),
            ["taxes"] = Wire.List(
                document.Totals.Taxes,
                tax => new JsonObject
                {
                    ["rate"] = Wire.Number(tax.Rate),
                    ["taxable"] = Wire.Money(tax.Taxable, document.Currency),
                    ["tax"] = Wire.Money(tax.Tax, document.Currency),
                }
            ),
            ["payable"] = Wire.Money(document.Totals.Payable, document.Currency),
        };

    public static JsonObject? ToWire(this ExchangeRate rate, TeamleaderSwitches switches) =>
        rate.From == rate.To && switches.SameCurrencyRate == SameCurrencyRate.Null
            ? null
            : new JsonObject
            {
                ["from"] = rate.From,
                ["to"] = rate.To,
                ["rate"] = Wire.Number(
                    switches.ExchangeRate == ExchangeRateMeaning.Multiplies ? rate.Rate : Math.Round(1 / rate.Rate, 6)
                ),
            };

    public static JsonArray DiscountsWire(this Document document) =>
        Wire.List(
            document.Discounts,
            discount => new JsonObject
            {
                ["type"] = "percentage",
                ["value"] = Wire.Number(discount.Percentage),
                ["description"] = discount.Description,
            }
        );

    /// <param name="currencyOfUnitPrice">Credit notes are still shown with it, invoices lost it in 2023.</param>
    public static JsonArray GroupedLinesWire(this Document document, bool currencyOfUnitPrice) =>
        Wire.List(
            document.Groups,
            group => new JsonObject
            {
                ["section"] = new JsonObject { ["title"] = group.Title },
                ["line_items"] = Wire.List(group.Lines, line => LineWire(line, document.Currency, currencyOfUnitPrice)),
            }
        );

    static JsonObject LineWire(Line line, string currency, bool currencyOfUnitPrice)
    {
        var unitPrice = new JsonObject { ["amount"] = Wire.Number(line.UnitPrice), ["tax"] = "excluding" };
        if (currencyOfUnitPrice)
            unitPrice["currency"] = currency;
        return new JsonObject
        {
            ["product"] = Wire.Reference("product", line.ProductId),
            ["product_category"] = Wire.Reference("productCategory", line.ProductCategoryId),
            ["quantity"] = Wire.Number(line.Quantity),
            ["description"] = line.Description,
            ["extended_description"] = line.ExtendedDescription,
            ["unit"] = Wire.Reference("unitOfMeasure", line.UnitOfMeasureId),
            ["unit_price"] = unitPrice,
            ["tax"] = Wire.Reference("taxRate", line.TaxRateId),
            ["discount"] = line.DiscountPercentage is { } percentage
                ? new JsonObject { ["type"] = "percentage", ["value"] = Wire.Number(percentage) }
                : null,
            ["total"] = new JsonObject
            {
                ["tax_exclusive"] = Wire.Money(line.Totals.TaxExclusive, currency),
                ["tax_exclusive_before_discount"] = Wire.Money(line.Totals.TaxExclusiveBeforeDiscount, currency),
                ["tax_inclusive"] = Wire.Money(line.Totals.TaxInclusive, currency),
                ["tax_inclusive_before_discount"] = Wire.Money(line.Totals.TaxInclusiveBeforeDiscount, currency),
            },
            ["withheld_tax"] = Wire.Reference("withholdingTaxRate", line.WithholdingTaxRateId),
        };
    }
}
