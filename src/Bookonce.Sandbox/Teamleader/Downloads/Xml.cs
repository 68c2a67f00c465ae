using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Downloads;

/// <summary>The small parts that a UBL document is written with; a text that is null or empty leaves its element out.</summary>
internal static class Xml
{
    static readonly XNamespace Basics = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    static readonly XNamespace Aggregates = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    public static XElement Root(string name) =>
        new(
            (XNamespace)$"urn:oasis:names:specification:ubl:schema:xsd:{name}-2" + name,
            new XAttribute(XNamespace.Xmlns + "cac", Aggregates),
            new XAttribute(XNamespace.Xmlns + "cbc", Basics)
        );

    /// <summary>An aggregate, unless it would be empty.</summary>
    public static XElement? Part(string name, params object?[] content)
    {
        var part = new XElement(Aggregates + name, content);
        return part.HasElements ? part : null;
    }

    public static XElement? Text(string name, string? text) =>
        Clean(text) is { Length: > 0 } clean ? new XElement(Basics + name, clean) : null;

    public static XElement? Text(string name, string? text, string attribute, string value)
    {
        var element = Text(name, text);
        element?.Add(new XAttribute(attribute, value));
        return element;
    }

    public static XElement? Date(string name, DateOnly? date) =>
        Text(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static XElement Amount(string name, decimal amount, string currency)
    {
        var format = $"F{Currencies.Find(currency)?.Scale ?? 2}";
        return new XElement(
            Basics + name,
            new XAttribute("currencyID", currency),
            amount.ToString(format, CultureInfo.InvariantCulture)
        );
    }

    /// <summary>A price or a quantity, with as many decimals as it has.</summary>
    public static string Number(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    // Characters that XML cannot hold would make the whole document unreadable.
    static string? Clean(string? text) => text is null ? null : string.Concat(text.Where(XmlConvert.IsXmlChar)).Trim();
}
