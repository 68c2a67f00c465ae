using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Booking;

/// <summary>Divides an amount over parts so that the shares are whole cents and come to exactly the amount.</summary>
static class Apportion
{
    /// <summary>Shares in proportion to the weights; what rounding leaves goes to the heaviest.</summary>
    public static IReadOnlyList<decimal> Over(decimal amount, IReadOnlyList<decimal> weights, Currency currency)
    {
        if (weights.Count == 0)
            return [];

        var total = weights.Sum();
        var shares = weights.Select(weight => total == 0 ? 0 : currency.Round(amount * weight / total)).ToArray();
        var heaviest = weights.Index().MaxBy(weight => Math.Abs(weight.Item)).Index;
        shares[heaviest] += amount - shares.Sum();
        return shares;
    }
}
