using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Matching;

/// <summary>An entry that may be the document, and why.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Because">What speaks for and against it, in one sentence for a bookkeeper.</param>
public sealed record Candidate(Entry Entry, string Because)
{
    /// <summary>How likely the entry is the document, from 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Whether so likely that nobody needs to be asked.</summary>
    public bool IsCertain => Probability >= Thresholds.Certain;

    /// <summary>The same as <see cref="Because"/>, one piece of evidence each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [Because];

    /// <summary>What the entry says otherwise than the document: amount, sign or currency.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}

/// <summary>A person or a repair said that an entry is not a document. It is never asked again.</summary>
public readonly record struct Denial(Guid DocumentId, Guid LineId)
{
    /// <summary>Says that an entry is no document at all: it takes another back, or was taken back.</summary>
    public static Denial OfAll(Guid line) => new(Guid.Empty, line);
}

/// <summary>What the look says of one document. A closed family: no other verdict exists.</summary>
public abstract record Verdict
{
    Verdict() { }

    /// <summary>The document has its entry.</summary>
    public sealed record Linked : Verdict;

    /// <summary>One entry certainly is the document.</summary>
    public sealed record Adopt(Candidate Candidate) : Verdict;

    /// <summary>No entry anywhere may be the document: it can be booked.</summary>
    public sealed record Book : Verdict;

    /// <summary>Something may be the document, and a person must say.</summary>
    public sealed record Ask(IReadOnlyList<Candidate> Candidates) : Verdict;

    /// <summary>Two or more entries each certainly are the whole document.</summary>
    public sealed record Twice(IReadOnlyList<Candidate> Twins) : Verdict;
}
