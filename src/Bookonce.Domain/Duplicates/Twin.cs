using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Duplicates;

/// <summary>Who made an entry, as far as it can be told.</summary>
public enum Maker
{
    /// <summary>Nobody can say: a person, or another integration.</summary>
    Unknown,

    /// <summary>Bookonce: the entry carries a document's address, or its link says so.</summary>
    Bookonce,

    /// <summary>Another integration: Teamleader shows this entry's number for the document.</summary>
    OtherIntegration,

    /// <summary>A person: no integration books in that journal, or its creator books by hand there.</summary>
    Hand,
}

/// <summary>One of several entries that are the same thing, with who made it and what speaks for keeping it.</summary>
/// <param name="Entry">The entry: series, booking number, date, amount, relation and reference.</param>
/// <param name="IsLinked">Whether a document is linked to it.</param>
/// <param name="Maker">Who made it; by whose name and when stands in the entry.</param>
/// <param name="ForKeeping">Every reason there is, each once and in the same order, also those that do not hold.</param>
public sealed record Twin(Entry Entry, bool IsLinked, Maker Maker, IReadOnlyList<Keeping> ForKeeping)
{
    /// <summary>How likely the entry is the document, from 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Why it is taken for the document, or for a repetition, in words.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>What it says otherwise than the document: amount, sign or currency, in words.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>Whether a reason holds.</summary>
    public Known Holds(KeepReason reason) => ForKeeping.Single(keeping => keeping.Reason == reason).Holds;
}

/// <summary>A person said that two entries are not the same thing. They are never shown as such again.</summary>
/// <param name="One">The receivable line with the lower id.</param>
/// <param name="Other">The other one.</param>
public readonly record struct NotTheSame(Guid One, Guid Other)
{
    /// <summary>The pair, whichever comes first.</summary>
    public static NotTheSame Of(Guid line, Guid other) =>
        line.CompareTo(other) <= 0 ? new NotTheSame(line, other) : new NotTheSame(other, line);
}
