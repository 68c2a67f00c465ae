using System.Xml.Linq;

namespace Bookonce.Sandbox.World.Ubl;

/// <summary>The VAT of a UBL document, and whether its amounts belong together.</summary>
internal static class UblTotals
{
    static readonly string[] WithoutVat = ["Z", "E", "AE", "K", "G", "O"];
    static readonly string[] WithVat = ["S", "L", "M"];

    public static UblCategory Category(XElement category)
    {
        var code = category.RequiredText("ID");
        if (WithoutVat.Contains(code))
            return new UblCategory(code, 0m);
        if (!WithVat.Contains(code))
            throw new UblException($"It names VAT category “{code}”, which EN 16931 does not know.");
        var percent = category.Number("Percent") ?? throw new UblException($"VAT category {code} has no Percent.");
        return percent is >= 0 and < 100
            ? new UblCategory(code, percent / 100)
            : throw new UblException($"VAT category {code} has an impossible Percent of {percent}.");
    }

    /// <summary>What is stated, added up per category and percentage.</summary>
    public static IEnumerable<UblSubtotal> Subtotals(XElement taxTotal, string currency)
    {
        var parts = taxTotal.Parts("TaxSubtotal").ToList();
        if (parts is [])
            throw new UblException("Its TaxTotal has no TaxSubtotal.");
        return parts
            .Select(part => new UblSubtotal(
                Category(part.Part("TaxCategory") ?? throw new UblException("A TaxSubtotal has no TaxCategory.")),
                part.RequiredAmount("TaxableAmount", currency),
                part.RequiredAmount("TaxAmount", currency)
            ))
            .GroupBy(part => part.Category)
            .Select(group => new UblSubtotal(group.Key, group.Sum(part => part.Taxable), group.Sum(part => part.Vat)));
    }

    /// <exception cref="UblException">The first sum that is not what it should be.</exception>
    public static void Check(UblDocument document, XElement total, XElement taxTotal)
    {
        var currency = document.Currency;
        Same(
            "The lines, allowances and charges",
            document.Lines.Sum(line => line.Net),
            "TaxExclusiveAmount",
            document.TaxExclusive
        );
        var vat = taxTotal.RequiredAmount("TaxAmount", currency);
        Same("The VAT of its categories", document.Subtotals.Sum(part => part.Vat), "TaxAmount", vat);
        Same("TaxExclusiveAmount and VAT", document.TaxExclusive + vat, "TaxInclusiveAmount", document.TaxInclusive);
        var payable = document.TaxInclusive - document.Prepaid + document.Rounding;
        if (total.Amount("PayableAmount", currency) is { } stated)
            Same("TaxInclusiveAmount less PrepaidAmount with rounding", payable, "PayableAmount", stated);
        foreach (var part in document.Subtotals.Where(part => part.Category.Rate == 0 && part.Vat != 0))
            throw new UblException($"VAT category {part.Category} charges no VAT but states {part.Vat}.");
        CheckCategories(document);

        static void Same(string what, decimal sum, string name, decimal stated)
        {
            if (sum != stated)
                throw new UblException($"{what} add up to {sum:0.00} but {name} is {stated:0.00}.");
        }
    }

    static void CheckCategories(UblDocument document)
    {
        var nets = document
            .Lines.GroupBy(line => line.Category)
            .ToDictionary(group => group.Key, group => group.Sum(line => line.Net));
        foreach (var (category, net) in nets)
            if (net != 0 && document.Subtotals.All(part => part.Category != category))
                throw new UblException($"Its lines have VAT category {category}, for which no TaxSubtotal is stated.");
        // The official rules leave a difference below one unit to the rounding of the sender.
        foreach (var part in document.Subtotals)
            if (nets.GetValueOrDefault(part.Category) is var net && Math.Abs(net - part.Taxable) >= 1m)
                throw new UblException(
                    $"Its lines of VAT category {part.Category} add up to {net:0.00} but TaxableAmount is {part.Taxable:0.00}."
                );
    }
}
