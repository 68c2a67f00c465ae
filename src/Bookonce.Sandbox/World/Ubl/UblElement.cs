using System.Globalization;
using System.Xml.Linq;

namespace Bookonce.Sandbox.World.Ubl;

/// <summary>Looks into a UBL element; what is wrong there is refused in words that name it.</summary>
internal static class UblElement
{
    public static readonly XNamespace Basic = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    public static readonly XNamespace Aggregate =
        "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    const StringSplitOptions Blanks = StringSplitOptions.RemoveEmptyEntries;
    const decimal Limit = 1_000_000_000_000m;

    extension(XElement element)
    {
        /// <summary>The first element at a path of aggregates.</summary>
        public XElement? Part(params ReadOnlySpan<string> path)
        {
            var found = element;
            foreach (var name in path)
                found = found?.Element(Aggregate + name);
            return found;
        }

        public IEnumerable<XElement> Parts(string name) => element.Elements(Aggregate + name);

        /// <summary>The text of a basic component on one line, or null when it is missing or empty.</summary>
        public string? Text(string name) =>
            string.Join(' ', (element.Element(Basic + name)?.Value ?? "").Split(default(char[]), Blanks))
                is { Length: > 0 } text
                ? text
                : null;

        public string RequiredText(string name) => element.Text(name) ?? throw new UblException($"It has no {name}.");

        public DateOnly? Date(string name)
        {
            if (element.Text(name) is not { } text)
                return null;
            // A time zone may follow the day; the day is meant as it is written.
            var (day, zone) = text.Length > 10 ? (text[..10], text[10..]) : (text, "");
            return
                DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date)
                && zone is "" or "Z" or ['+' or '-', .. { Length: 5 }]
                ? date
                : throw new UblException($"Its {name} “{text}” is not a date.");
        }

        /// <summary>A number of any precision, such as a quantity or a price.</summary>
        public decimal? Number(string name)
        {
            if (element.Text(name) is not { } text)
                return null;
            const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number))
                throw new UblException($"Its {name} “{text}” is not a number.");
            return Math.Abs(number) < Limit ? number : throw new UblException($"Its {name} {text} is beyond belief.");
        }

        /// <summary>An amount in the document's currency, with no more decimals than the currency has.</summary>
        public decimal? Amount(string name, string currency)
        {
            if (element.Number(name) is not { } amount)
                return null;
            if (element.CurrencyOf(name) is { } other && other != currency)
                throw new UblException($"Its {name} is in {other} while the document is in {currency}.");
            if (amount != Math.Round(amount, UblCurrencies.Decimals(currency)))
                throw new UblException($"Its {name} {amount} has more decimals than {currency} has.");
            return amount;
        }

        public decimal RequiredAmount(string name, string currency) =>
            element.Amount(name, currency) ?? throw new UblException($"It has no {name}.");

        public string? CurrencyOf(string name) => element.Element(Basic + name)?.Attribute("currencyID")?.Value.Trim();
    }
}
