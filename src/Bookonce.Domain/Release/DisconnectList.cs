using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Release;

/// <summary>A customer of whom it would be forgotten which relation it is.</summary>
/// <param name="Key">The card in Teamleader.</param>
/// <param name="Name">Its name, as on its latest document; the relation's where it has none.</param>
public sealed record DisconnectedCustomer(CustomerKey Key, string Name);

/// <summary>
/// Which customers lose their relation when those of one connection are disconnected. An administration keeps one list for
/// all its connections, so what another one uses stays.
/// </summary>
public static class DisconnectList
{
    /// <summary>Lists them, by name.</summary>
    /// <param name="linked">Customers whose relation is known, with that relation's name.</param>
    /// <param name="own">Documents of the connection, deleted ones too.</param>
    /// <param name="others">Documents of the other connections of the administration; null when there is no other.</param>
    public static IReadOnlyList<DisconnectedCustomer> Of(
        IReadOnlyDictionary<CustomerKey, string> linked,
        IEnumerable<SalesDocument> own,
        IEnumerable<SalesDocument>? others
    )
    {
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(own);
        var names = own.Where(document => document.Customer.Key is not null)
            .OrderBy(document => document.Date)
            .GroupBy(document => document.Customer.Key!.Value)
            .ToDictionary(group => group.Key, group => group.Last().Customer.Name);
        var elsewhere = (others ?? []).Select(document => document.Customer.Key).ToHashSet();
        return
        [
            .. linked
                .Where(pair => others is null || names.ContainsKey(pair.Key))
                .Where(pair => !elsewhere.Contains(pair.Key))
                .Select(pair => new DisconnectedCustomer(pair.Key, names.GetValueOrDefault(pair.Key, pair.Value)))
                .OrderBy(customer => customer.Name, StringComparer.Ordinal)
                .ThenBy(customer => customer.Key.Id),
        ];
    }
}
