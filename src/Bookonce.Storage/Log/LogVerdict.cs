using Bookonce.Domain.Entries;

namespace Bookonce.Storage.Log;

/// <summary>The first line that is not what was written there, also when it is missing.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="At">When it says that it was written, UTC; null when the line is missing.</param>
/// <param name="After">When the line before it was written, UTC; null for the first line.</param>
public sealed record BrokenLine(long Sequence, DateTimeOffset? At, DateTimeOffset? After);

/// <summary>A document whose link is not what the log comes to.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Replayed">By the log; null when it knows of no link.</param>
/// <param name="Stored">In the table; null when there is none.</param>
public sealed record LinkDifference(Guid DocumentId, Link? Replayed, Link? Stored);

/// <summary>What checking an administration's log came to.</summary>
/// <param name="Administration">The administration.</param>
/// <param name="Lines">Lines that hold, from the first one on.</param>
/// <param name="LastHash">Hash of the last line that holds; empty when there is none.</param>
/// <param name="LastAt">When that line was written, UTC.</param>
/// <param name="Links">Links that these lines come to.</param>
/// <param name="Differences">By document; null when the links were not compared, because the log was not read to its end.</param>
/// <param name="Broken">Null while every line holds.</param>
public sealed record LogVerdict(
    Guid Administration,
    long Lines,
    string LastHash,
    DateTimeOffset? LastAt,
    int Links,
    IReadOnlyList<LinkDifference>? Differences,
    BrokenLine? Broken
)
{
    /// <summary>Whether nobody changed, removed or slipped in anything that was looked at.</summary>
    public bool Holds => Broken is null && Differences is null or [];
}
