using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>What a plan is in the first place.</summary>
public enum RepairKind
{
    /// <summary>Remove the entries that are too many, and keep the others with their numbers.</summary>
    RemoveSurplus,

    /// <summary>Make an entry say what its document says.</summary>
    Correct,

    /// <summary>Link a document to the entry that stands.</summary>
    Relink,

    /// <summary>Book documents again.</summary>
    BookAgain,

    /// <summary>Take what is too many back by an entry of the opposite amount.</summary>
    Reverse,

    /// <summary>Remove everything from a date on and book it again, with numbers that run on: the official way.</summary>
    RebuildFromDate,

    /// <summary>What a person does by hand, and Bookonce verifies.</summary>
    Checklist,

    /// <summary>End links, so that the documents are looked at again.</summary>
    Release,

    /// <summary>Leave the difference as it is.</summary>
    Accept,

    /// <summary>Undo another plan.</summary>
    Undo,
}

/// <summary>Why a plan cannot be applied.</summary>
public enum ObstacleReason
{
    /// <summary>Nobody knows yet whether a document in reach was booked.</summary>
    UnknownIntent,

    /// <summary>A try that was never answered may still take a number that would be freed.</summary>
    YoungTry,

    /// <summary>A period is closed.</summary>
    PeriodClosed,

    /// <summary>A VAT return is filed.</summary>
    ReturnFiled,

    /// <summary>The entry does not stand alone in a sales journal.</summary>
    NotAlone,

    /// <summary>Exact does not let us.</summary>
    RightMissing,

    /// <summary>Another integration books, and its numbers must not be touched.</summary>
    OtherIntegration,

    /// <summary>A document of another connection.</summary>
    OtherConnection,

    /// <summary>A document cannot be booked as it is.</summary>
    Unbookable,

    /// <summary>No open period is known.</summary>
    NoOpenPeriod,

    /// <summary>Exact numbers the series itself, and would run into an entry that stays.</summary>
    NumbersInTheWay,

    /// <summary>Bookonce has not read back yet what it booked.</summary>
    NotSeen,

    /// <summary>A person must say first which entry stays.</summary>
    NotChosen,
}

/// <summary>Something that keeps a plan from being applied.</summary>
/// <param name="Reason">Which.</param>
/// <param name="Words">The same in a sentence.</param>
public sealed record Obstacle(ObstacleReason Reason, string Words);

/// <summary>What is to be done, what it costs, and what stands against it.</summary>
public sealed record RepairPlan
{
    /// <inheritdoc cref="RepairKind"/>
    public required RepairKind Kind { get; init; }

    /// <summary>The keys of the cases that it repairs.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>The date from which on everything is rebuilt; null where single entries are repaired.</summary>
    public DateOnly? From { get; init; }

    /// <summary>What is done, in order.</summary>
    public required IReadOnlyList<RepairStep> Steps { get; init; }

    /// <inheritdoc cref="RepairCost"/>
    public required RepairCost Cost { get; init; }

    /// <summary>Why it cannot be applied; empty when it can.</summary>
    public required IReadOnlyList<Obstacle> Obstacles { get; init; }

    /// <summary>Entries inside the range that are not of this connection's documents: they stay as they are.</summary>
    public IReadOnlyList<Entry> Kept { get; init; } = [];

    /// <summary>What a person should know before approving, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The numbers of each series that it touches, before and after.</summary>
    public IReadOnlyList<NumberRow> Rows { get; init; } = [];

    /// <summary>What it is, in a few words.</summary>
    public string Title =>
        Kind switch
        {
            RepairKind.RemoveSurplus => "Remove the surplus",
            RepairKind.Correct => "Correct the entry",
            RepairKind.Relink => "Link to the entry that stands",
            RepairKind.BookAgain => "Book again",
            RepairKind.Reverse => "Take back by an opposite entry",
            RepairKind.RebuildFromDate => $"Rebuild from {From:yyyy-MM-dd}",
            RepairKind.Checklist => "A person does it, and Bookonce verifies",
            RepairKind.Release => "Release",
            RepairKind.Accept => "Accept the difference",
            RepairKind.Undo => "Undo",
        };

    /// <summary>Whether nothing stands against it.</summary>
    public bool CanApply => Obstacles is [];

    /// <summary>A hash of everything that it rests on. A plan made anew that has another one makes this one stale.</summary>
    public string Seal { get; init; } = "";
}

/// <summary>The plans there are for some cases.</summary>
/// <param name="Plans">All of them, the least harmful first; those that cannot be applied after those that can.</param>
/// <param name="Recommended">The least harmful that can be applied; null when none can.</param>
/// <param name="Because">Why it is recommended, or why none is.</param>
public sealed record RepairOptions(IReadOnlyList<RepairPlan> Plans, RepairPlan? Recommended, string Because);
