using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Proof;

/// <summary>The VAT of an entry at one rate, with the sign of the books.</summary>
/// <param name="Rate">A fraction: 0.21 is 21 %.</param>
/// <param name="Taxable">Net amount in the entry's currency.</param>
/// <param name="Vat">VAT in the entry's currency.</param>
public sealed record EntryVat(decimal Rate, decimal Taxable, decimal Vat);

/// <summary>What a proof looks at: one connection and the dates between two days.</summary>
public sealed record ProofBooks
{
    /// <summary>The first day, inclusive.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The connection's documents, those that are deleted in Teamleader apart.</summary>
    public required IReadOnlyCollection<SalesDocument> Documents { get; init; }

    /// <summary>Documents that Teamleader has no more.</summary>
    public IReadOnlyCollection<SalesDocument> Gone { get; init; } = [];

    /// <summary>The entries of the administration.</summary>
    public required IReadOnlyCollection<Entry> Entries { get; init; }

    /// <summary>The links of the administration.</summary>
    public required IReadOnlyCollection<Link> Links { get; init; }

    /// <summary>VAT by the id of the entry; an entry that is not here was not asked yet.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<EntryVat>> Vat { get; init; } =
        new Dictionary<Guid, IReadOnlyList<EntryVat>>();

    /// <summary>What stands twice, by the document's id, as the finder said; it is counted as open.</summary>
    public IReadOnlySet<Guid> Twice { get; init; } = new HashSet<Guid>();

    /// <summary>Documents of which there is nothing to book.</summary>
    public IReadOnlySet<Guid> NothingToBook { get; init; } = new HashSet<Guid>();
}
