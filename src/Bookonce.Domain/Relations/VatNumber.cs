using System.Text.RegularExpressions;

namespace Bookonce.Domain.Relations;

/// <summary>VAT numbers as people type them. The formats are those that the integrations are known to demand.</summary>
public static partial class VatNumber
{
    /// <summary>Upper case without spaces, dots and dashes; a bare Belgian or Dutch number gets its country.</summary>
    public static string? Normal(string? text, string? country = null)
    {
        var compact = string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (compact.Length == 0)
            return null;

        return char.IsDigit(compact[0]) && (country is "BE" or "NL") ? country + compact : compact;
    }

    /// <summary>Whether the form is right for its country. Check digits are left to the tax office.</summary>
    public static bool IsWellFormed(string normal) =>
        normal[..Math.Min(2, normal.Length)] switch
        {
            "BE" => Belgian().IsMatch(normal),
            "NL" => Dutch().IsMatch(normal),
            "FR" => French().IsMatch(normal),
            "IT" => Italian().IsMatch(normal),
            "ES" => Spanish().IsMatch(normal),
            _ => Any().IsMatch(normal),
        };

    /// <summary>What the form should be, for the remedy.</summary>
    public static string FormOf(string normal) =>
        normal[..Math.Min(2, normal.Length)] switch
        {
            "BE" => "BE and ten digits, the first of them 0 or 1",
            "NL" => "NL, nine digits, B and two digits",
            "FR" => "FR, two characters and nine digits",
            "IT" => "IT and eleven digits",
            "ES" => "ES and nine characters, the first or the last a letter",
            _ => "the two letters of the country and up to thirteen letters and digits",
        };

    [GeneratedRegex("^BE[01][0-9]{9}$")]
    private static partial Regex Belgian();

    [GeneratedRegex("^NL[0-9]{9}B[0-9]{2}$")]
    private static partial Regex Dutch();

    [GeneratedRegex("^FR[0-9A-Z]{2}[0-9]{9}$")]
    private static partial Regex French();

    [GeneratedRegex("^IT[0-9]{11}$")]
    private static partial Regex Italian();

    [GeneratedRegex("^ES([A-Z][0-9]{7}[0-9A-Z]|[0-9]{8}[A-Z])$")]
    private static partial Regex Spanish();

    [GeneratedRegex("^[A-Z]{2}[0-9A-Z]{2,15}$")]
    private static partial Regex Any();
}
