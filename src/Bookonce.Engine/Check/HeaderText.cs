using System.Text;
using System.Text.RegularExpressions;

namespace Bookonce.Engine.Check;

/// <summary>Headers and words compared by their letters and digits alone: <c>N° de facture</c> is <c>ndefacture</c>.</summary>
static partial class HeaderText
{
    const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    const string Bare = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>Small letters without accents, and digits.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.ToLowerInvariant(letter) is var small && Accented.IndexOf(small) is >= 0 and var at)
                folded.Append(Bare[at]);
            else if (char.IsLetterOrDigit(small) && small is not ('º' or 'ª'))
                folded.Append(small);
        return folded.ToString();
    }

    /// <summary>The header without the currency that stands behind it: <c>Amount (EUR)</c> is <c>Amount</c>.</summary>
    public static string WithoutCurrency(string text) => Currency().Replace(text, "");

    [GeneratedRegex(@"\s*[(\[]\s*(EUR|USD|GBP|€|\$|£)\s*[)\]]\s*$|\s+(EUR|€)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Currency();
}
