using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>
/// Adds up a document. The service documents neither its rounding nor how discounts combine, so switches decide; unless they say
/// otherwise a line's net is rounded, document discounts follow one another on the net per rate, and VAT is taken per rate.
/// </summary>
internal sealed class Arithmetic(
    string currency,
    TeamleaderSwitches switches,
    Func<Guid, decimal> rateOf,
    Func<Guid, decimal> withholdingRateOf
)
{
    public IReadOnlyList<LineGroup> AddUpLines(IReadOnlyList<LineGroup> groups, IReadOnlyList<Discount> discounts)
    {
        var share = switches.LineTotals == LineTotalsMeaning.WithDocumentDiscount ? Remaining(discounts) : 1;
        return [.. groups.Select(group => group with { Lines = [.. group.Lines.Select(line => AddUp(line, share))] })];
    }

    public DocumentTotals AddUp(
        IReadOnlyList<LineGroup> groups,
        IReadOnlyList<Discount> discounts,
        StatedTotals? stated
    )
    {
        var lines = groups.SelectMany(group => group.Lines).ToList();
        var remaining = Remaining(discounts);
        var taxes = stated?.Taxes ?? Taxes(lines, remaining);
        var exclusive = stated?.TaxExclusive ?? taxes.Sum(tax => tax.Taxable);
        var inclusive = stated?.TaxInclusive ?? exclusive + taxes.Sum(tax => tax.Tax);
        var withheld = Withheld(lines, remaining);
        var beforeLineDiscount = switches.BeforeDiscount == BeforeDiscountMeaning.AllDiscounts;

        return new DocumentTotals
        {
            TaxExclusive = exclusive,
            TaxInclusive = inclusive,
            Payable = stated?.Payable ?? inclusive - withheld.Sum(tax => tax.Withheld),
            Taxes = taxes,
            TaxExclusiveBeforeDiscount = lines.Sum(line =>
                beforeLineDiscount ? line.Totals.TaxExclusiveBeforeDiscount : line.Net
            ),
            TaxInclusiveBeforeDiscount = lines.Sum(line =>
                beforeLineDiscount
                    ? line.Totals.TaxInclusiveBeforeDiscount
                    : Round(line.Net * (1 + rateOf(line.TaxRateId)))
            ),
            WithheldTaxes = withheld,
        };
    }

    Line AddUp(Line line, decimal share)
    {
        var before = line.Quantity * line.UnitPrice;
        var net = Round(line.StatedNet ?? before * Remaining(line.DiscountPercentage ?? 0));
        before = line is { StatedNet: not null, DiscountPercentage: null } ? net : Round(before);
        var withTax = 1 + rateOf(line.TaxRateId);
        var shown = new LineTotals(Round(net * share), before, Round(net * share * withTax), Round(before * withTax));
        return line with { Net = net, Totals = shown };
    }

    List<TaxTotal> Taxes(List<Line> lines, decimal remaining) =>
        [
            .. lines
                .GroupBy(line => rateOf(line.TaxRateId))
                .OrderBy(group => group.Key)
                .Select(group =>
                {
                    var taxable = Round(group.Sum(line => line.Net) * remaining);
                    var tax =
                        switches.VatRounding == VatRounding.PerRate
                            ? Round(taxable * group.Key)
                            : group.Sum(line => Round(line.Net * remaining * group.Key));
                    return new TaxTotal(group.Key, taxable, tax);
                }),
        ];

    List<WithheldTax> Withheld(List<Line> lines, decimal remaining) =>
        [
            .. lines
                .Where(line => line.WithholdingTaxRateId is not null)
                .GroupBy(line => line.WithholdingTaxRateId!.Value)
                .Select(group =>
                {
                    var taxable = Round(group.Sum(line => line.Net) * remaining);
                    return new WithheldTax(group.Key, taxable, Round(taxable * withholdingRateOf(group.Key)));
                }),
        ];

    /// <summary>What the document's discounts leave of one.</summary>
    decimal Remaining(IReadOnlyList<Discount> discounts) =>
        switches.Discounts == DiscountCombination.Cascade
            ? discounts.Aggregate(1m, (factor, discount) => factor * Remaining(discount.Percentage))
            : Math.Max(0m, Remaining(discounts.Sum(discount => discount.Percentage)));

    decimal Round(decimal amount) => Currencies.Round(amount, currency);

    static decimal Remaining(decimal percentage) => 1 - percentage / 100;
}
