namespace Bookonce.Sandbox.World;

/// <summary>Euro for one unit of a foreign currency, per month, as both sides of the story know it.</summary>
internal sealed class CurrencyTable
{
    readonly Dictionary<(string Currency, DateOnly Month), decimal> _rates = [];

    public CurrencyTable(Random random)
    {
        Walk("USD", 0.8531m);
        Walk("GBP", 1.1548m);

        void Walk(string currency, decimal rate)
        {
            for (var month = new DateOnly(2025, 1, 1); month.Year < 2027; month = month.AddMonths(1))
            {
                _rates[(currency, month)] = rate;
                rate += random.Next(-60, 61) / 10_000m;
            }
        }
    }

    public IReadOnlyList<CurrencyRate> Rates =>
        [.. _rates.Select(rate => new CurrencyRate(rate.Key.Currency, rate.Key.Month, rate.Value))];

    public decimal EuroRate(string currency, DateOnly date) =>
        currency == "EUR" ? 1m : _rates[(currency, new DateOnly(date.Year, date.Month, 1))];
}
