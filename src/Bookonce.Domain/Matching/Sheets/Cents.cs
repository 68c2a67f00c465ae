namespace Bookonce.Domain.Matching.Sheets;

/// <summary>Amounts as whole hundredths, which compare fast and exactly.</summary>
static class Cents
{
    /// <summary>What is beyond is not an amount of any invoice.</summary>
    const decimal Most = 90_000_000_000_000m;

    public static long Of(decimal amount) => (long)(decimal.Round(Math.Clamp(amount, -Most, Most), 2) * 100);
}
