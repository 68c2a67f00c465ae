using System.Diagnostics.CodeAnalysis;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>
/// One line per ledger account and VAT code, so that net and VAT per rate are the stated ones. What lies between the
/// lines and the stated amounts goes to the discount account when there is a discount, to the rounding account when it
/// is cents, and is a Problem otherwise.
/// </summary>
static class LineRule
{
    public static bool TryTranslate(
        SalesDocument document,
        ConnectionSettings settings,
        Masters masters,
        [NotNullWhen(true)] out IReadOnlyList<EntryLine>? lines,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        lines = null;
        if (!AddsUp(document, out problem) || !TryGroup(document, settings, masters, out var groups, out problem))
            return false;

        var translated = new List<EntryLine>();
        foreach (var rate in groups.Select(group => group.Rate).Union(document.VatTotals.Select(total => total.Rate)))
        {
            var ofRate = groups.Where(group => group.Rate == rate).ToList();
            var stated = document.VatTotals.FirstOrDefault(total => total.Rate == rate);
            if (!TrySettle(document, settings, rate, ofRate, stated, out problem))
                return false;
            translated.AddRange(WithVat(document, ofRate, stated?.Vat ?? 0));
        }

        lines = translated;
        if (translated.Sum(line => line.Net) == document.Sign * document.Net)
            return true;

        problem = DoesNotAddUp(document, "the lines do not come to the total excluding VAT");
        return false;
    }

    /// <summary>A group of lines on one account with one VAT code; amounts positive as in the document.</summary>
    sealed record Group(Guid LedgerAccount, string VatCode, decimal Rate, decimal Net, string Description);

    static bool AddsUp(SalesDocument document, [NotNullWhen(false)] out Problem? problem)
    {
        var amounts = document
            .VatTotals.SelectMany(total => new[] { total.Taxable, total.Vat })
            .Append(document.Net)
            .Append(document.Gross);
        problem =
            !amounts.All(document.Currency.Holds)
                ? DoesNotAddUp(document, $"an amount has more decimals than {document.Currency}")
            : document.VatTotals.GroupBy(total => total.Rate).Any(same => same.Count() > 1)
                ? DoesNotAddUp(document, "a VAT rate is stated twice")
            : document.Net + document.VatTotals.Sum(total => total.Vat) != document.Gross
                ? DoesNotAddUp(
                    document,
                    $"{document.Net} and VAT {document.VatTotals.Sum(total => total.Vat)} are not {document.Gross}"
                )
            : null;
        return problem is null;
    }

    static bool TryGroup(
        SalesDocument document,
        ConnectionSettings settings,
        Masters masters,
        [NotNullWhen(true)] out IReadOnlyList<Group>? groups,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        problem = null;
        groups = null;
        var single = new List<Group>();
        foreach (var line in document.Lines)
        {
            if (!MappingRule.TryMap(line, settings, masters, out var mapped, out problem))
                return false;
            single.Add(
                new Group(
                    mapped.Value.LedgerAccount,
                    mapped.Value.VatCode,
                    mapped.Value.Rate,
                    line.Net,
                    line.Description
                )
            );
        }

        var grouped = single
            .GroupBy(group => (group.LedgerAccount, group.VatCode, group.Rate))
            .Select(same => same.First() with { Net = same.Sum(group => group.Net), Description = InWords([.. same]) });
        groups =
        [
            .. grouped.GroupBy(group => group.Rate).SelectMany(ofRate => InCents([.. ofRate], document.Currency)),
        ];
        return true;
    }

    /// <summary>Lines may carry fractions of a cent; what stands in the books may not.</summary>
    static IEnumerable<Group> InCents(IReadOnlyList<Group> groups, Currency currency)
    {
        if (groups.All(group => currency.Holds(group.Net)))
            return groups;

        var shares = Apportion.Over(
            currency.Round(groups.Sum(group => group.Net)),
            [.. groups.Select(group => group.Net)],
            currency
        );
        return groups.Zip(shares, (group, share) => group with { Net = share });
    }

    /// <summary>Brings the lines of one rate to the stated taxable amount.</summary>
    static bool TrySettle(
        SalesDocument document,
        ConnectionSettings settings,
        decimal rate,
        List<Group> groups,
        VatTotal? stated,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        problem = null;
        if (stated is null)
        {
            // Nothing is stated for a rate of zero whose lines cancel out or carry no VAT.
            if (rate != 0 && groups.Any(group => group.Net != 0))
                problem = DoesNotAddUp(document, $"no VAT is stated for {rate:P0}");
            return problem is null;
        }

        var difference = stated.Taxable - groups.Sum(group => group.Net);
        if (difference == 0)
            return true;
        if (groups.Count == 0)
        {
            problem = DoesNotAddUp(document, $"VAT is stated for {rate:P0}, but no line has that rate");
            return false;
        }

        var isCents = Math.Abs(difference) <= document.Currency.Cent * document.Lines.Count;
        var account =
            document.HasDiscount && !(isCents && settings.RoundingAccount is not null)
                ? settings.DiscountAccount
                : settings.RoundingAccount;
        problem = (document.HasDiscount || isCents, account) switch
        {
            (false, _) => DoesNotAddUp(document, $"the lines of {rate:P0} are {difference} short of the stated amount"),
            (true, null) => new(
                document.HasDiscount ? "discountAccountMissing" : "roundingAccountMissing",
                document.HasDiscount
                    ? "The document has a discount, but the settings name no account for discounts."
                    : $"The lines are {difference} {document.Currency} beside the stated total, and the settings name no account for rounding.",
                "Choose the account in the settings."
            ),
            _ => null,
        };
        if (problem is not null)
            return false;

        groups.AddRange(Shared(document, groups, difference, account!.Value, rate));
        return true;
    }

    /// <summary>The difference, over the VAT codes that share this rate as their lines do.</summary>
    static List<Group> Shared(
        SalesDocument document,
        List<Group> groups,
        decimal difference,
        Guid account,
        decimal rate
    )
    {
        var codes = groups
            .GroupBy(group => group.VatCode)
            .Select(code => (Code: code.Key, Net: code.Sum(group => group.Net)))
            .ToArray();
        var shares = Apportion.Over(difference, [.. codes.Select(code => code.Net)], document.Currency);
        var text = document.HasDiscount ? "Discount" : "Rounding";
        return
        [
            .. codes
                .Zip(shares, (code, share) => new Group(account, code.Code, rate, share, text))
                .Where(group => group.Net != 0),
        ];
    }

    static IEnumerable<EntryLine> WithVat(SalesDocument document, List<Group> groups, decimal vat)
    {
        var shares = Apportion.Over(vat, [.. groups.Select(group => group.Net)], document.Currency);
        return groups
            .Zip(
                shares,
                (group, share) =>
                    new EntryLine(
                        group.LedgerAccount,
                        group.VatCode,
                        document.Currency.Exact(document.Sign * group.Net),
                        document.Currency.Exact(document.Sign * share),
                        group.Description
                    )
            )
            .Where(line => line.Net != 0 || line.Vat != 0);
    }

    static string InWords(IReadOnlyList<Group> groups) =>
        groups is [var only] ? only.Description : $"{groups[0].Description} (and {groups.Count - 1} more)";

    static Problem DoesNotAddUp(SalesDocument document, string why) =>
        new(
            "doesNotAddUp",
            $"{document.Number} does not add up: {why}.",
            "Correct the document in Teamleader, or book it by hand in Exact."
        );
}
