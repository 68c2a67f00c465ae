using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>What a person wants repaired, and what they know that the books do not tell.</summary>
public sealed record RepairWish
{
    /// <summary>The keys of the cases; empty for everything that stands in the books twice.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <inheritdoc cref="RepairBooks.Survivors"/>
    public IReadOnlyDictionary<string, Guid> Survivors { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Documents that are about to be deleted in Teamleader.</summary>
    public IReadOnlySet<Guid> Withdrawn { get; init; } = new HashSet<Guid>();

    /// <summary>Booking numbers that another integration shows, by document.</summary>
    public IReadOnlyDictionary<Guid, int> HeldNumbers { get; init; } = new Dictionary<Guid, int>();

    /// <summary>
    /// A person says that no VAT return was filed over what is repaired; counts only while Exact does not let us see the returns.
    /// </summary>
    public bool IsNotFiled { get; init; }

    internal bool Means(RepairCase one) =>
        Cases.Contains(one.Key)
        || one.Documents.Any(document => Withdrawn.Contains(document.Id))
        || (
            Cases is []
            && Withdrawn.Count == 0
            && one is RepairCase.Found(Domain.Duplicates.Finding.Twins or Domain.Duplicates.Finding.SameNumber)
        );
}
