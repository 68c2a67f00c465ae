using System.Globalization;
using System.Text;

namespace Bookonce.Engine.Check;

/// <summary>An amount as it was written.</summary>
/// <param name="Value">The amount; one separator before three digits is taken for thousands.</param>
/// <param name="Otherwise">The amount if that separator is the decimal sign; null when there is no doubt.</param>
/// <param name="Decimal">The decimal sign that this amount surely has, or the doubtful separator.</param>
/// <param name="Currency">The currency beside it, if any.</param>
readonly record struct Amount(decimal Value, decimal? Otherwise, char? Decimal, string? Currency);

/// <summary>Reads amounts as people and programs write them: <c>1.234,56</c>, <c>-1 234.56 EUR</c>, <c>(1,234.56)</c>.</summary>
static class AmountText
{
    /// <summary>More digits than any invoice has.</summary>
    const int MostDigits = 15;

    /// <summary>The amount; null when the text is none.</summary>
    public static Amount? Read(string text)
    {
        var rest = text.Trim();
        var isNegative = false;
        if (rest is ['(', .., ')'])
            (rest, isNegative) = (rest[1..^1].Trim(), true);

        string? currency = null;
        var hasSign = isNegative;
        for (var length = -1; length != rest.Length; )
        {
            length = rest.Length;
            rest = WithoutCurrency(rest, ref currency);
            if (rest is [.., ',' or '.', '-'])
                rest = rest[..^2];
            else if (rest is ['+', ..] && !hasSign)
                (rest, hasSign) = (rest[1..].Trim(), true);
            else if (IsMinus(rest, 0) && !hasSign)
                (rest, hasSign, isNegative) = (rest[1..].Trim(), true, true);
            else if (IsMinus(rest, rest.Length - 1) && !hasSign)
                (rest, hasSign, isNegative) = (rest[..^1].Trim(), true, true);
        }
        return Digits(rest) is not { } read ? null
            : isNegative ? new Amount(-read.Value, -read.Otherwise, read.Decimal, currency)
            : read with { Currency = currency };
    }

    static bool IsMinus(string text, int at) => at >= 0 && at < text.Length && text[at] is '-' or '−' or '–';

    /// <summary>Takes a currency from either end: a sign or three capitals.</summary>
    static string WithoutCurrency(string text, ref string? currency)
    {
        foreach (var (sign, code) in new[] { ("€", "EUR"), ("$", "USD"), ("£", "GBP") })
            if (text.StartsWith(sign, StringComparison.Ordinal) || text.EndsWith(sign, StringComparison.Ordinal))
            {
                currency ??= code;
                return (text.StartsWith(sign, StringComparison.Ordinal) ? text[1..] : text[..^1]).Trim();
            }
        if (text.Length > 3 && IsCode(text.AsSpan(0, 3)) && !char.IsLetter(text[3]))
        {
            currency ??= text[..3];
            return text[3..].Trim();
        }
        if (text.Length > 3 && IsCode(text.AsSpan(text.Length - 3)) && !char.IsLetter(text[^4]))
        {
            currency ??= text[^3..];
            return text[..^3].Trim();
        }
        return text;
    }

    static bool IsCode(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');

    static Amount? Digits(ReadOnlySpan<char> text)
    {
        var (dots, commas) = (text.Count('.'), text.Count(','));
        var last = text.LastIndexOfAny('.', ',');
        var isDecimal = last >= 0 && (dots == 0 || commas == 0 ? dots + commas == 1 : Count(text, text[last]) == 1);
        if (dots > 0 && commas > 0 && !isDecimal)
            return null;

        var whole = isDecimal ? text[..last] : text;
        var fraction = isDecimal ? text[(last + 1)..] : [];
        if (fraction.ContainsAnyExceptInRange('0', '9') || isDecimal && fraction.IsEmpty)
            return null;
        if (Whole(whole, out var isGrouped) is not { } digits || digits.Length + fraction.Length == 0)
            return null;
        if (digits.Length > MostDigits)
            return null;

        var exact = Number($"0{digits}{(isDecimal ? "." : "")}{fraction[..Math.Min(fraction.Length, 8)]}");
        char? sign =
            isDecimal ? text[last]
            : dots > 1 ? ','
            : commas > 1 ? '.'
            : null;
        var isDoubtful =
            isDecimal && !isGrouped && fraction.Length == 3 && digits is { Length: >= 1 and <= 3 } and not ['0', ..];
        return isDoubtful
            ? new Amount(Number(digits + fraction.ToString()), exact, sign, null)
            : new Amount(exact, null, sign, null);
    }

    /// <summary>The digits before the decimal sign; null when something else stands between them than groups of three allow.</summary>
    static string? Whole(ReadOnlySpan<char> text, out bool isGrouped)
    {
        var digits = new StringBuilder();
        var inGroup = 0;
        isGrouped = false;
        foreach (var c in text)
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
                inGroup++;
            }
            else if (c is '.' or ',' or '\'' or '’' || char.IsWhiteSpace(c))
            {
                if (isGrouped ? inGroup != 3 : inGroup is < 1 or > 3)
                    return null;
                (isGrouped, inGroup) = (true, 0);
            }
            else
                return null;
        return isGrouped && inGroup != 3 ? null : digits.ToString();
    }

    static int Count(ReadOnlySpan<char> text, char one) => text.Count(one);

    static decimal Number(string digits) =>
        decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
