namespace Bookonce.Sandbox.World;

/// <summary>Commercial rounding and the totals of a document's lines.</summary>
internal static class Amounts
{
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Net per percentage after the document's discount, and VAT on that sum, each rounded once.</summary>
    public static DocumentTotals Total(IEnumerable<DocumentLine> lines, decimal discountPercentage)
    {
        var remaining = 1 - discountPercentage / 100;
        VatShare[] shares =
        [
            .. lines
                .GroupBy(line => line.Tax.Rate)
                .OrderByDescending(group => group.Key)
                .SelectMany(group => Split(group, remaining)),
        ];
        return new DocumentTotals(shares.Sum(share => share.Taxable), shares);
    }

    /// <summary>Rates of one percentage share its rounded net to the cent; the last takes what the others leave.</summary>
    static IEnumerable<VatShare> Split(IGrouping<decimal, DocumentLine> percentage, decimal remaining)
    {
        var left = Round(percentage.Sum(line => line.Net) * remaining);
        var vat = Round(left * percentage.Key);
        var rates = percentage.GroupBy(line => line.Tax).OrderBy(group => group.Key.Treatment).ToList();
        foreach (var (index, rate) in rates.Index())
        {
            var isLast = index == rates.Count - 1;
            var taxable = isLast ? left : Round(rate.Sum(line => line.Net) * remaining);
            var share = isLast ? vat : Round(taxable * percentage.Key);
            yield return new VatShare(rate.Key, taxable, share);
            (left, vat) = (left - taxable, vat - share);
        }
    }
}
