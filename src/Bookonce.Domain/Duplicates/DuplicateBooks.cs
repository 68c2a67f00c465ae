using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Duplicates;

/// <summary>What the finder looks at: one administration with every connection that shares it.</summary>
public sealed record DuplicateBooks
{
    /// <summary>Living documents.</summary>
    public required IReadOnlyCollection<SalesDocument> Documents { get; init; }

    /// <summary>Every entry that stands for a receivable.</summary>
    public required IReadOnlyCollection<Entry> Entries { get; init; }

    /// <summary>The links, those of deleted documents too.</summary>
    public required IReadOnlyCollection<Link> Links { get; init; }

    /// <summary>Entries that a person said are not the document.</summary>
    public IReadOnlySet<Denial> Denials { get; init; } = new HashSet<Denial>();

    /// <summary>Pairs of entries that a person said are two things.</summary>
    public IReadOnlySet<NotTheSame> NotTheSame { get; init; } = new HashSet<NotTheSame>();

    /// <summary>Documents whose entry was seen to be gone though the mirror never had it.</summary>
    public IReadOnlySet<Guid> KnownGone { get; init; } = new HashSet<Guid>();

    /// <summary>Booking numbers that another integration shows for documents; empty while nobody told.</summary>
    public IReadOnlyDictionary<Guid, int> HeldNumbers { get; init; } = new Dictionary<Guid, int>();

    /// <summary>Closed periods and VAT returns; null while they were not read.</summary>
    public Closings? Closings { get; init; }
}
