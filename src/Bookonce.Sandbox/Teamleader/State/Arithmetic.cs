using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>
/// Adds up a document. The service documents neither its rounding nor how discounts combine, so this is the sandbox's reading:
/// a line's net is rounded, document discounts follow one another on the net per rate, VAT is taken per rate.
/// </summary>
internal sealed class Arithmetic(string currency, Func<Guid, decimal> rateOf, Func<Guid, decimal> withholdingRateOf)
{
    public IReadOnlyList<LineGroup> AddUpLines(IReadOnlyList<LineGroup> groups) =>
        [.. groups.Select(group => group with { Lines = [.. group.Lines.Select(AddUp)] })];

    public DocumentTotals AddUp(
        IReadOnlyList<LineGroup> groups,
        IReadOnlyList<Discount> discounts,
        StatedTotals? stated
    )
    {
        var lines = groups.SelectMany(group => group.Lines).ToList();
        var remaining = discounts.Aggregate(1m, (factor, discount) => factor * Remaining(discount.Percentage));
        var taxes = stated?.Taxes ?? Taxes(lines, remaining);
        var exclusive = stated?.TaxExclusive ?? taxes.Sum(tax => tax.Taxable);
        var inclusive = stated?.TaxInclusive ?? exclusive + taxes.Sum(tax => tax.Tax);
        var withheld = Withheld(lines, remaining);

        return new DocumentTotals
        {
            TaxExclusive = exclusive,
            TaxInclusive = inclusive,
            Payable = stated?.Payable ?? inclusive - withheld.Sum(tax => tax.Withheld),
            Taxes = taxes,
            TaxExclusiveBeforeDiscount = lines.Sum(line => line.Totals.TaxExclusiveBeforeDiscount),
            TaxInclusiveBeforeDiscount = lines.Sum(line => line.Totals.TaxInclusiveBeforeDiscount),
            WithheldTaxes = withheld,
        };
    }

    Line AddUp(Line line)
    {
        var before = line.Quantity * line.UnitPrice;
        var net = Round(line.StatedNet ?? before * Remaining(line.DiscountPercentage ?? 0));
        before = line is { StatedNet: not null, DiscountPercentage: null } ? net : Round(before);
        var withTax = 1 + rateOf(line.TaxRateId);
        return line with { Totals = new LineTotals(net, before, Round(net * withTax), Round(before * withTax)) };
    }

    List<TaxTotal> Taxes(List<Line> lines, decimal remaining) =>
        [
            .. lines
                .GroupBy(line => rateOf(line.TaxRateId))
                .OrderBy(group => group.Key)
                .Select(group =>
                {
                    var taxable = Round(group.Sum(line => line.Totals.TaxExclusive) * remaining);
                    return new TaxTotal(group.Key, taxable, Round(taxable * group.Key));
                }),
        ];

    List<WithheldTax> Withheld(List<Line> lines, decimal remaining) =>
        [
            .. lines
                .Where(line => line.WithholdingTaxRateId is not null)
                .GroupBy(line => line.WithholdingTaxRateId!.Value)
                .Select(group =>
                {
                    var taxable = Round(group.Sum(line => line.Totals.TaxExclusive) * remaining);
                    return new WithheldTax(group.Key, taxable, Round(taxable * withholdingRateOf(group.Key)));
                }),
        ];

    decimal Round(decimal amount) => Currencies.Round(amount, currency);

    static decimal Remaining(decimal percentage) => 1 - percentage / 100;
}
