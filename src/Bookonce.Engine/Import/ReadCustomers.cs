using Bookonce.Domain.Documents;
using Bookonce.Domain.Import;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Translations;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;
using Account = Bookonce.ExactOnline.Account;
using Customer = Bookonce.Domain.Relations.Customer;

namespace Bookonce.Engine.Import;

/// <summary>Reads the customers of both sides as they are now.</summary>
static class ReadCustomers
{
    /// <summary>What every customer carries that an import made, as those of Teamleader's own integration do.</summary>
    public const string Tag = "Exact Online Import";

    /// <summary>Row versions begin above this. Source: Exact knowledge base, API types.</summary>
    const long Beginning = 1;

    /// <summary>The relations that are customers, a thousand a call, in the order of their codes.</summary>
    public static async Task<IReadOnlyList<ExactCustomer>> OfExact(
        ExactDivision division,
        DateOnly today,
        CancellationToken stop
    ) =>
        await division
            .SyncAccounts.Read(Filter.Gt("Timestamp", Beginning), cancellation: stop)
            .Select(account => Customer(account, today))
            .Where(customer => customer.Relation.IsCustomer)
            .OrderBy(customer => customer.Relation.Code.Length)
            .ThenBy(customer => customer.Relation.Code, StringComparer.Ordinal)
            .ToListAsync(stop);

    /// <summary>All companies and contacts, and which of them an import has made.</summary>
    public static async Task<(IReadOnlyList<Customer> Cards, IReadOnlySet<CustomerKey> Imported)> OfTeamleader(
        TeamleaderClient client,
        CancellationToken stop
    )
    {
        var cards = new List<Customer>();
        var imported = new HashSet<CustomerKey>();
        await foreach (var company in client.Companies.All(stop))
            Take(FromTeamleader.Customer(company), company.Tags);
        await foreach (var contact in client.Contacts.All(stop))
            Take(FromTeamleader.Customer(contact), contact.Tags);
        return (cards, imported);

        void Take(Customer card, IReadOnlyList<string> tags)
        {
            cards.Add(card);
            if (tags.Contains(Tag, StringComparer.OrdinalIgnoreCase))
                imported.Add(card.Key);
        }
    }

    /// <summary>Exact says "inactive" by blocking a relation or by an end date in the past.</summary>
    static ExactCustomer Customer(Account account, DateOnly today)
    {
        var relation = FromExact.Relation(account);
        return new ExactCustomer(relation with { IsBlocked = relation.IsBlocked || account.EndDate < today })
        {
            Street = Filled(account.AddressLine1),
            City = Filled(account.City),
            Country = Filled(account.Country)?.ToUpperInvariant(),
            Email = Filled(account.Email),
            Language = Filled(account.Language)?.Split('-')[0].ToLowerInvariant(),
        };
    }

    static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
