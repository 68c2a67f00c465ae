using System.Globalization;
using System.Text.Encodings.Web;

namespace Bookonce.Engine.Pages;

/// <summary>Text that can stand in a page, whatever it holds.</summary>
static class PageText
{
    public static string Safe(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>The same, marked if it differs from what it should be.</summary>
    public static string Marked(string? text, bool differs) =>
        differs ? $"<mark>{(text is { Length: > 0 } ? Safe(text) : "—")}</mark>" : Safe(text);

    /// <summary>An amount with two decimals or more.</summary>
    public static string Money(decimal amount) =>
        amount.ToString("#,0.00######", CultureInfo.InvariantCulture).Replace(",", " ");
}
