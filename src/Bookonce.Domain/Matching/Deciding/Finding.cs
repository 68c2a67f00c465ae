namespace Bookonce.Domain.Matching.Deciding;

/// <summary>What was decided of a document; the words are those of <see cref="Verdict"/>.</summary>
public enum MatchVerdict : byte
{
    /// <summary>No entry may be it.</summary>
    Book,

    /// <summary>One entry certainly is it.</summary>
    Adopt,

    /// <summary>An entry may be it.</summary>
    Ask,

    /// <summary>Several entries certainly are it.</summary>
    Twice,

    /// <summary>It has its entry, and no other is found.</summary>
    Linked,
}

/// <summary>One entry that may be a document.</summary>
/// <param name="Entry">The entry's place in the input.</param>
/// <param name="Probability">How likely it is the document.</param>
public readonly record struct MatchCandidate(int Entry, double Probability);
