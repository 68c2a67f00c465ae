using Bookonce.Domain.Documents;

namespace Bookonce.Storage.Rows;

/// <summary>
/// Gives an amount the decimals of its currency again: the database keeps the value, but drops zeros at the end.
/// </summary>
internal static class Cents
{
    public static decimal At(decimal amount, Currency currency) =>
        currency.Scale == 2 ? amount + 0.00m
        : currency.Holds(amount) ? currency.Exact(amount)
        : amount;
}
