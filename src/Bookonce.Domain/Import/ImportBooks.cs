using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Import;

/// <summary>What an import is decided from.</summary>
public sealed record ImportBooks
{
    /// <summary>Relations of Exact that are customers.</summary>
    public required IReadOnlyList<ExactCustomer> Customers { get; init; }

    /// <summary>All companies and contacts of the Teamleader account.</summary>
    public required IReadOnlyList<Customer> Cards { get; init; }

    /// <summary>Cards that an import has created, this one or another.</summary>
    public required IReadOnlySet<CustomerKey> Imported { get; init; }

    /// <summary>Which relation a card is known to be, by card.</summary>
    public required IReadOnlyDictionary<CustomerKey, Guid> Links { get; init; }

    /// <summary>Relations whose card was being created when the answer was lost, by Exact's id.</summary>
    public required IReadOnlyDictionary<Guid, CustomerIntent> Intents { get; init; }

    /// <summary>The instant of the decision, UTC.</summary>
    public required DateTimeOffset Now { get; init; }
}
