using System.Xml.Linq;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Downloads;

/// <summary>The VAT breakdown of a document: what its categories hold, and what is between lines and totals.</summary>
internal sealed class UblAmounts
{
    readonly Document _document;
    readonly List<Share> _shares = [];

    /// <param name="Net">Sum of the lines.</param>
    /// <param name="Taxable">What VAT is taken of; the difference is the document's discount.</param>
    sealed record Share(VatCategory Category, decimal Net, decimal Taxable, decimal Vat);

    public UblAmounts(Document document, Func<Line, VatCategory> categoryOf)
    {
        _document = document;
        var lines = document.Groups.SelectMany(group => group.Lines);
        foreach (var percentage in lines.GroupBy(line => categoryOf(line).Rate))
            AddShares(
                [.. percentage.GroupBy(categoryOf)],
                document.Totals.Taxes.FirstOrDefault(tax => tax.Rate == percentage.Key)
            );
    }

    decimal Vat => _shares.Sum(share => share.Vat);
    decimal Lines => _shares.Sum(share => share.Net);
    decimal TaxExclusive => _shares.Sum(share => share.Taxable);

    public bool Has(string categoryCode) => _shares.Exists(share => share.Category.Code == categoryCode);

    public IEnumerable<XElement?> AllowancesAndCharges() =>
        _shares
            .Where(share => share.Net != share.Taxable)
            .Select(share =>
                Xml.Part(
                    "AllowanceCharge",
                    Xml.Text("ChargeIndicator", share.Taxable > share.Net ? "true" : "false"),
                    Xml.Text("AllowanceChargeReason", share.Taxable > share.Net ? "Afronding" : "Korting"),
                    Xml.Amount("Amount", Math.Abs(share.Net - share.Taxable), _document.Currency),
                    share.Category.ToXml("TaxCategory", withReason: false)
                )
            );

    public IEnumerable<XElement?> TaxTotals()
    {
        yield return Xml.Part(
            "TaxTotal",
            Xml.Amount("TaxAmount", Vat, _document.Currency),
            _shares.Select(share =>
                Xml.Part(
                    "TaxSubtotal",
                    Xml.Amount("TaxableAmount", share.Taxable, _document.Currency),
                    Xml.Amount("TaxAmount", share.Vat, _document.Currency),
                    share.Category.ToXml("TaxCategory", withReason: true)
                )
            )
        );
        var rate = _document.ExchangeRate;
        if (rate.From != rate.To)
            yield return Xml.Part(
                "TaxTotal",
                Xml.Amount("TaxAmount", Currencies.Round(Vat * rate.Rate, rate.To), rate.To)
            );
    }

    public XElement? MonetaryTotal()
    {
        var currency = _document.Currency;
        var inclusive = TaxExclusive + Vat;
        var withheld = _document.Totals.WithheldTaxes.Sum(tax => tax.Withheld);
        return Xml.Part(
            "LegalMonetaryTotal",
            Xml.Amount("LineExtensionAmount", Lines, currency),
            Xml.Amount("TaxExclusiveAmount", TaxExclusive, currency),
            Xml.Amount("TaxInclusiveAmount", inclusive, currency),
            Optional("AllowanceTotalAmount", _shares.Sum(share => Math.Max(0, share.Net - share.Taxable))),
            Optional("ChargeTotalAmount", _shares.Sum(share => Math.Max(0, share.Taxable - share.Net))),
            Optional("PrepaidAmount", withheld),
            Optional("PayableRoundingAmount", _document.Totals.Payable - inclusive + withheld),
            Xml.Amount("PayableAmount", _document.Totals.Payable, currency)
        );

        XElement? Optional(string name, decimal amount) => amount == 0 ? null : Xml.Amount(name, amount, currency);
    }

    /// <summary>Several categories share a percentage only at 0 %; the last one takes what the others leave.</summary>
    void AddShares(List<IGrouping<VatCategory, Line>> categories, TaxTotal? stated)
    {
        var whole = categories.Sum(category => category.Sum(line => line.Net));
        var (taxable, vat) = (stated?.Taxable ?? whole, stated?.Tax ?? 0);
        var left = taxable;
        foreach (var (index, category) in categories.Index())
        {
            var net = category.Sum(line => line.Net);
            var last = index == categories.Count - 1;
            var share = last || whole == 0 ? left : Currencies.Round(taxable * net / whole, _document.Currency);
            _shares.Add(new Share(category.Key, net, share, last ? vat : 0));
            left -= share;
        }
    }
}
