using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>The slips themselves.</summary>
static class Slips
{
    /// <summary>Half of it up to three days; the rest month end, day of entry, or day and month swapped.</summary>
    public static DateOnly Date(DateOnly date, Random random)
    {
        if (random.Chance(0.5))
            return date.AddDays(random.Next(1, 4) * (random.Chance(0.5) ? 1 : -1));

        var monthEnd = new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));
        return random.Next(3) switch
        {
            0 when monthEnd != date => monthEnd,
            1 when date.Day <= 12 && date.Day != date.Month => new DateOnly(date.Year, date.Day, date.Month),
            _ => date.AddDays(random.Next(4, 31)),
        };
    }

    /// <summary>Cents, net for gross, swapped digits, or ten times.</summary>
    public static decimal Amount(MatchDocument document, Random random) =>
        random.Next(4) switch
        {
            0 when document.Net is { } net && net != document.Gross => net,
            1 when Swapped(document.Gross, random) is { } swapped => swapped,
            2 => random.Chance(0.5) ? document.Gross * 10 : decimal.Round(document.Gross / 10, 2),
            _ => document.Gross + random.Next(1, 4) * (random.Chance(0.5) ? 0.01m : -0.01m),
        };

    /// <summary>Short, without separator, or with a prefix.</summary>
    public static string Rewritten(string year, string counter, Random random) =>
        random.Next(6) switch
        {
            0 or 1 => counter,
            2 => counter.PadLeft(4, '0'),
            3 => year + counter,
            4 => year + counter.PadLeft(4, '0'),
            _ => $"F{year}-{counter.PadLeft(4, '0')}",
        };

    /// <summary>One digit wrong, missing, doubled or swapped with the next.</summary>
    public static string Digit(string number, Random random)
    {
        int[] digits = [.. Enumerable.Range(0, number.Length).Where(at => char.IsAsciiDigit(number[at]))];
        var at = random.Pick(digits);
        var other = (char)('0' + (number[at] - '0' + random.Next(1, 10)) % 10);
        return random.Next(4) switch
        {
            0 => number.Remove(at, 1),
            1 => number.Insert(at, number[at].ToString()),
            2 when at + 1 < number.Length && char.IsAsciiDigit(number[at + 1]) && number[at] != number[at + 1] =>
                $"{number[..at]}{number[at + 1]}{number[at]}{number[(at + 2)..]}",
            _ => $"{number[..at]}{other}{number[(at + 1)..]}",
        };
    }

    static decimal? Swapped(decimal amount, Random random)
    {
        var text = $"{amount:0.00}";
        int[] places =
        [
            .. Enumerable
                .Range(0, text.Length - 1)
                .Where(at => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && text[at] != text[at + 1])
                .Where(at => at > 0 || text[at + 1] != '0'),
        ];
        if (places.Length == 0)
            return null;
        var place = random.Pick(places);
        return decimal.Parse($"{text[..place]}{text[place + 1]}{text[place]}{text[(place + 2)..]}");
    }
}
