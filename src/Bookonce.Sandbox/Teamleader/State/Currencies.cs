namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>The currencies that the service documents, with names and how many decimals an amount has.</summary>
internal static class Currencies
{
    /// <summary>A currency and roughly what one euro buys of it; the sandbox's rates never move.</summary>
    internal sealed record Currency(string Code, string Symbol, string Name, decimal PerEuro, int Scale = 2);

    static readonly Currency[] Known =
    [
        new("BAM", "KM", "Bosnian Convertible Marka", 1.95583m),
        new("CAD", "CA$", "Canadian Dollar", 1.62m),
        new("CHF", "CHF", "Swiss Franc", 0.93m),
        new("CLP", "CLP$", "Chilean Peso", 1090m, 0),
        new("CNY", "CN¥", "Chinese Yuan", 8.3m),
        new("COP", "COL$", "Colombian Peso", 4550m),
        new("CZK", "Kč", "Czech Koruna", 24.3m),
        new("DKK", "kr", "Danish Krone", 7.46m),
        new("EUR", "€", "Euro", 1m),
        new("GBP", "£", "British Pound", 0.87m),
        new("INR", "₹", "Indian Rupee", 103m),
        new("ISK", "kr", "Icelandic Króna", 142m, 0),
        new("JPY", "¥", "Japanese Yen", 178m, 0),
        new("MAD", "MAD", "Moroccan Dirham", 10.7m),
        new("MXN", "MX$", "Mexican Peso", 21.4m),
        new("NOK", "kr", "Norwegian Krone", 11.7m),
        new("PEN", "S/", "Peruvian Sol", 3.9m),
        new("PLN", "zł", "Polish Zloty", 4.25m),
        new("RON", "lei", "Romanian Leu", 5.08m),
        new("SEK", "kr", "Swedish Krona", 11m),
        new("TRY", "₺", "Turkish Lira", 49m),
        new("USD", "$", "US Dollar", 1.16m),
        new("ZAR", "R", "South African Rand", 20m),
    ];

    static readonly Dictionary<string, Currency> ByCode = Known.ToDictionary(currency => currency.Code);

    public static IReadOnlyList<Currency> All => Known;

    public static Currency? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Rounds half away from zero to what the currency can express; currencies unknown to the service have two decimals.</summary>
    public static decimal Round(decimal amount, string code) =>
        Math.Round(amount, Find(code)?.Scale ?? 2, MidpointRounding.AwayFromZero);

    /// <summary>Units of <paramref name="to"/> for one unit of <paramref name="from"/>, six decimals.</summary>
    public static decimal Rate(string from, string to) =>
        from == to ? 1m : Math.Round((Find(to)?.PerEuro ?? 1m) / (Find(from)?.PerEuro ?? 1m), 6);
}
