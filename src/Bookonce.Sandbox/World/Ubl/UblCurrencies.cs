namespace Bookonce.Sandbox.World.Ubl;

/// <summary>Decimals of currencies, and rates for documents that tell none.</summary>
internal static class UblCurrencies
{
    static readonly Dictionary<string, decimal> EuroRates = new()
    {
        ["USD"] = 0.8620m,
        ["GBP"] = 1.1490m,
        ["CHF"] = 1.0680m,
        ["SEK"] = 0.0910m,
        ["NOK"] = 0.0855m,
        ["DKK"] = 0.1340m,
        ["PLN"] = 0.2350m,
        ["CZK"] = 0.0412m,
        ["HUF"] = 0.0026m,
        ["RON"] = 0.1968m,
        ["BGN"] = 0.5113m,
        ["JPY"] = 0.0056m,
        ["CNY"] = 0.1205m,
        ["CAD"] = 0.6170m,
        ["AUD"] = 0.5640m,
        ["INR"] = 0.0097m,
        ["MAD"] = 0.0935m,
        ["TRY"] = 0.0205m,
        ["ISK"] = 0.0071m,
        ["ZAR"] = 0.0500m,
    };

    /// <summary>Digits after the point; EN 16931 allows two at most.</summary>
    public static int Decimals(string currency) =>
        currency is "JPY" or "ISK" or "CLP" or "KRW" or "VND" or "XOF" ? 0 : 2;

    /// <summary>Euro for one unit, or null for a currency that is not in the table.</summary>
    public static decimal? EuroRate(string currency) =>
        currency == "EUR" ? 1m
        : EuroRates.TryGetValue(currency, out var rate) ? rate
        : null;
}
