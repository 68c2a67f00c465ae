using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Repair;

/// <summary>A document whose booking number changes.</summary>
/// <param name="Document">The document.</param>
/// <param name="Old">Where it stood.</param>
/// <param name="OldNumber">The number that it had.</param>
/// <param name="New">Where it will stand; null when that is open.</param>
/// <param name="NewNumber">The number that it gets; null when that is open.</param>
public sealed record NumberChange(DocumentRef Document, SeriesKey Old, int OldNumber, SeriesKey? New, int? NewNumber)
{
    /// <summary>For example <c>invoice 2026 / 14: 70/2026 12 → 70/2026 11</c>.</summary>
    public override string ToString() =>
        $"{Document}: {Old} {OldNumber} → {(New is null ? "open" : NewNumber is { } number ? $"{New} {number}" : $"{New}, the number that Exact gives")}";
}

/// <summary>Something of an entry that a plan loses.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Holds">Yes, or unknown when nobody could say whether there is anything to lose.</param>
public sealed record Loss(Entry Entry, Known Holds);

/// <summary>What a plan costs, in numbers and by name.</summary>
public sealed record RepairCost
{
    /// <summary>How many of the cases stay as they are, or are accepted as they are.</summary>
    public int LeftOpen { get; init; }

    /// <summary>Entries whose payments must be matched again.</summary>
    public IReadOnlyList<Loss> Payments { get; init; } = [];

    /// <summary>Entries that somebody corrected by hand.</summary>
    public IReadOnlyList<Loss> Corrections { get; init; } = [];

    /// <summary>Entries whose attachments are no longer in Exact.</summary>
    public IReadOnlyList<Entry> Attachments { get; init; } = [];

    /// <summary>Entries that are taken back by another one, and stay.</summary>
    public IReadOnlyList<Entry> Reversed { get; init; } = [];

    /// <summary>Entries that are deleted, by us or by a person.</summary>
    public IReadOnlyList<Entry> Deleted { get; init; } = [];

    /// <summary>Numbers that will be missing.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>Documents whose booking number changes.</summary>
    public IReadOnlyList<NumberChange> Changes { get; init; } = [];

    /// <summary>Steps that need a person.</summary>
    public int PersonSteps { get; init; }

    /// <summary>Calls to Exact.</summary>
    public int Calls { get; init; }

    /// <summary>How long the calls take, within what Exact allows.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Everything that it costs, in words; what it does not cost is left out.</summary>
    public IReadOnlyList<string> Words =>
        [.. HarmOrder.Rows.Where(row => row.Of(this) > 0).Select(row => row.Says(row.Of(this)))];
}
