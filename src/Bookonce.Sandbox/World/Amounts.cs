namespace Bookonce.Sandbox.World;

/// <summary>Commercial rounding and the totals of a document's lines.</summary>
internal static class Amounts
{
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Net per rate after the document's discount, and VAT on that sum, each rounded once.</summary>
    public static DocumentTotals Total(IEnumerable<DocumentLine> lines, decimal discountPercentage)
    {
        VatShare[] shares =
        [
            .. lines
                .GroupBy(line => line.Tax)
                .Select(group =>
                {
                    var taxable = Round(group.Sum(line => line.Net) * (1 - discountPercentage / 100));
                    return new VatShare(group.Key, taxable, Round(taxable * group.Key.Rate));
                })
                .OrderByDescending(share => share.Tax.Rate)
                .ThenBy(share => share.Tax.Treatment),
        ];
        return new DocumentTotals(shares.Sum(share => share.Taxable), shares);
    }
}
