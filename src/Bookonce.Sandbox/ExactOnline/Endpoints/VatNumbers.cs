using System.Text.RegularExpressions;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>The VAT number formats that are reported to be accepted; other countries are looked at only roughly.</summary>
internal static partial class VatNumbers
{
    public static bool Accepts(string number, VatNumberCheck check) =>
        check switch
        {
            VatNumberCheck.None => true,
            VatNumberCheck.ExactlyAsListed => Listed().IsMatch(number),
            _ => Shape().IsMatch(Separators().Replace(number, "")),
        };

    [GeneratedRegex(
        """
            ^(BE[01][0-9]{9}|NL[0-9]{9}B[0-9]{2}|FR[0-9A-Z]{2}\x20[0-9]{9}|IT[0-9]{11}|ES([A-Z][0-9]{7}[0-9A-Z]|[0-9]{8}[A-Z])
            |CHE-[0-9]{3}\.[0-9]{3}\.[0-9]{3}\x20(TVA|MWST|IVA)|(?!BE|NL|FR|IT|ES|CH)[A-Z]{2}[0-9A-Z+*.]{2,13})$
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Listed();

    [GeneratedRegex(
        """
            ^(BE[01][0-9]{9}|NL[0-9]{9}B[0-9]{2}|FR[0-9A-Z]{2}[0-9]{9}|IT[0-9]{11}|ES([A-Z][0-9]{7}[0-9A-Z]|[0-9]{8}[A-Z])
            |CHE[0-9]{9}(TVA|MWST|IVA)?|(?!BE|NL|FR|IT|ES|CH)[A-Z]{2}[0-9A-Z+*]{2,13})$
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Shape();

    [GeneratedRegex("[ .-]")]
    private static partial Regex Separators();
}
