namespace Bookonce.Sandbox.World;

/// <summary>The ways in which a hand goes wrong.</summary>
internal static class Slip
{
    /// <summary>The document's date, some days off, or the last day of its month; never thirty days away.</summary>
    public static (DateOnly Date, CopySlips Slip) Date(DateOnly date, Random random)
    {
        var roll = random.Next(20);
        var monthEnd = new DateOnly(date.Year, date.Month, 1).AddMonths(1).AddDays(-1);
        return roll switch
        {
            < 12 => (date, CopySlips.None),
            < 17 => (date.AddDays(random.Chance(50) ? random.Next(1, 7) : -random.Next(1, 4)), CopySlips.DateOff),
            _ when monthEnd == date => (date, CopySlips.None),
            _ => (monthEnd, CopySlips.MonthEnd),
        };
    }

    /// <summary>What was typed into reference and description.</summary>
    public static (string? YourRef, string Description) Number(Document document, CopySlips slips, Random random)
    {
        var (prefix, year, sequence) = Parts(document.Number);
        var subject = document.Lines[0].Description;
        var word = document.Kind == DocumentKind.Invoice ? "Factuur" : "Creditnota";
        return (slips & (CopySlips.NumberDamaged | CopySlips.NumberInDescription)) switch
        {
            CopySlips.NumberShort => ($"{prefix}{sequence}", subject),
            CopySlips.NumberRunTogether => ($"{prefix}{year}{sequence}", subject),
            CopySlips.NumberMissing => (null, $"{word} {document.Customer.FullName}"),
            CopySlips.NumberInDescription => (null, $"{word} {prefix}{year}/{sequence} {document.Customer.Name}"),
            _ => (random.Chance(60) ? $"{prefix}{year}/{sequence}" : document.Number, subject),
        };
    }

    /// <summary>Lines with a wrong total, or null when nothing would look wrong on this document.</summary>
    public static (CopySlips Slip, IReadOnlyList<BookLine> Lines)? Amount(Document document, Random random)
    {
        var totals = document.Totals;
        var description = document.Lines[0].Description;
        return random.Next(3) switch
        {
            0 when totals.VatTotal != 0 => (
                CopySlips.NetForGross,
                [.. totals.Vat.Select(share => new BookLine("700000", NoVat(share.Tax), share.Taxable, 0, description))]
            ),
            1 when Swapped(totals.Gross) is { } gross => (CopySlips.DigitsSwapped, [OneLine(gross)]),
            _ => (CopySlips.CentOff, [OneLine(totals.Gross + (random.Chance(50) ? 0.01m : -0.01m))]),
        };

        BookLine OneLine(decimal gross)
        {
            var tax = totals.Vat[0].Tax;
            var net = Amounts.Round(gross / (1 + tax.Rate));
            return new BookLine("700000", tax, net, gross - net, description);
        }

        TaxRate NoVat(TaxRate tax) => tax with { Treatment = VatTreatment.Zero, Rate = 0 };
    }

    /// <summary>Exchanges the first two neighbouring digits before the comma that differ.</summary>
    static decimal? Swapped(decimal amount)
    {
        var digits = $"{decimal.Truncate(amount)}".ToCharArray();
        for (var index = 0; index + 1 < digits.Length; index++)
        {
            if (digits[index] == digits[index + 1] || digits[index + 1] == '0' && index == 0)
                continue;
            (digits[index], digits[index + 1]) = (digits[index + 1], digits[index]);
            return decimal.Parse(digits) + amount % 1;
        }
        return null;
    }

    static (string Prefix, string Year, string Sequence) Parts(string number)
    {
        var slash = number.IndexOf(" / ", StringComparison.Ordinal);
        var head = number[..slash];
        return (head[..^4], head[^4..], number[(slash + 3)..]);
    }
}
