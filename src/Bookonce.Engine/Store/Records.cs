using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Relations;

namespace Bookonce.Engine.Store;

/// <summary>The writer's term of office in an administration. Every write that touches the books names it.</summary>
public readonly record struct Office(Guid Administration, long Epoch);

/// <summary>Somebody else took office since: this writer must stop at once, and nothing was written.</summary>
public sealed class OfficeLostException(Office office)
    : Exception($"Epoch {office.Epoch} of administration {office.Administration} is over.");

/// <summary>How far an administration's mirror has followed Exact. Row versions, not times.</summary>
/// <param name="Lines">Of transaction lines; null before the first fill.</param>
/// <param name="Deleted">Of deletions; null before the first fill.</param>
/// <param name="Relations">Of accounts; null before the first fill.</param>
/// <param name="FilledFrom">The first date that the first fill read.</param>
public sealed record ExactPoint(long? Lines, long? Deleted, long? Relations, DateOnly? FilledFrom)
{
    /// <summary>Of receivables; null before the first fill.</summary>
    public long? Payments { get; init; }

    /// <summary>
    /// The line that has the row version <see cref="Lines"/>, or what was deleted at <see cref="Deleted"/> once that line is:
    /// it must come again, or the row versions are others now.
    /// </summary>
    public Guid? LastLine { get; init; }

    /// <summary>When deletions were last read, UTC: Exact forgets them after two months.</summary>
    public DateTimeOffset? FollowedAt { get; init; }
}

/// <summary>A document with its place in the books.</summary>
/// <param name="Content">What it says, or said last.</param>
/// <param name="Outcome">Where it stands.</param>
/// <param name="IsGone">Whether it was deleted in Teamleader.</param>
public sealed record StoredDocument(SalesDocument Content, DocumentOutcome Outcome, bool IsGone = false)
{
    /// <summary>What it said before it was changed, oldest first.</summary>
    public IReadOnlyList<SalesDocument> Former { get; init; } = [];
}

/// <summary>Where a document stands in the books.</summary>
/// <param name="Link">Its link; null when it has none.</param>
/// <param name="Intent">Its intent whose state is unknown; null when there is none.</param>
public sealed record Place(Link? Link, Intent? Intent);

/// <summary>A receivable of Exact: how far what a line or entry stands for is matched.</summary>
public sealed record Payment(Guid EntryId, Guid? LineId, Matched Matched);

/// <summary>What is known of a series.</summary>
/// <param name="Key">Journal and financial year.</param>
/// <param name="Numbering">Who gives the numbers.</param>
/// <param name="Highest">The highest number ever seen or confirmed, also when its entry is deleted since; null when there was none.</param>
public sealed record KnownSeries(SeriesKey Key, NumberingMode Numbering, int? Highest);

/// <summary>A customer of Teamleader and the account that stands for it.</summary>
public sealed record RelationLink(CustomerKey Customer, Guid Account);

/// <summary>Everything that a run has to know of an administration.</summary>
public sealed record Books
{
    /// <summary>The mirror.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>Of every connection that shares the administration.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>What people said is not the same.</summary>
    public required IReadOnlySet<Denial> Denials { get; init; }

    /// <summary>Documents of which a person said that they must not be booked.</summary>
    public IReadOnlySet<Guid> SetAside { get; init; } = new HashSet<Guid>();

    /// <summary>Pairs of entries that people told apart.</summary>
    public IReadOnlySet<NotTheSame> NotTheSame { get; init; } = new HashSet<NotTheSame>();

    /// <summary>Intents whose state is unknown.</summary>
    public required IReadOnlyList<Intent> Intents { get; init; }

    /// <summary>Relation intents whose state is unknown.</summary>
    public required IReadOnlyList<RelationIntent> RelationIntents { get; init; }

    /// <summary>What is known of series; those not named here are untried and empty.</summary>
    public required IReadOnlyList<KnownSeries> Series { get; init; }

    /// <summary>Whether the memory was found to be older than what it had done: it was put back from a copy.</summary>
    public required bool IsRestored { get; init; }

    /// <summary>Since when booking rests because of that, UTC by Exact's clock; null before the first run that noticed.</summary>
    public required DateTimeOffset? RestingSince { get; init; }

    /// <summary>Accounts of Exact.</summary>
    public required IReadOnlyList<Relation> Relations { get; init; }

    /// <summary>Customers whose account is known.</summary>
    public required IReadOnlyList<RelationLink> RelationLinks { get; init; }

    /// <summary>The masters as last read; null before the first run.</summary>
    public required Masters? Masters { get; init; }

    /// <summary>When the masters were read.</summary>
    public required DateTimeOffset? MastersReadAt { get; init; }

    /// <inheritdoc cref="ExactPoint"/>
    public required ExactPoint Point { get; init; }
}

/// <summary>A booking number that was given or sent once.</summary>
/// <param name="Series">Where.</param>
/// <param name="Number">The booking number.</param>
/// <param name="Cause">Why it is missing, if no entry has it now.</param>
public sealed record SpentNumber(SeriesKey Series, int Number, GapCause Cause);

/// <summary>What the documents of a run came to; the parts add up to <see cref="Documents"/>.</summary>
/// <param name="Documents">All documents from the start date on.</param>
/// <param name="Linked">Had their entry before this run.</param>
/// <param name="Booked">Got their entry by this run.</param>
/// <param name="Adopted">Were found in the books by this run.</param>
/// <param name="Asked">Wait for a person's answer.</param>
/// <param name="Twice">Stand in the books more than once.</param>
/// <param name="Waiting">Wait for an answer, their turn or the allowance.</param>
/// <param name="NothingToBook">Have nothing to book.</param>
/// <param name="Problems">Ended in none of the others.</param>
/// <param name="SetAside">Must not be booked, as a person said.</param>
/// <param name="ToLookAt">Have their entry, and there is something about it for a person to look at; in their part already.</param>
/// <param name="Duplicates">Findings of duplicates in the whole administration; no part of the sum.</param>
public sealed record RunCounts(
    int Documents = 0,
    int Linked = 0,
    int Booked = 0,
    int Adopted = 0,
    int Asked = 0,
    int Twice = 0,
    int Waiting = 0,
    int NothingToBook = 0,
    int Problems = 0,
    int SetAside = 0,
    int ToLookAt = 0,
    int Duplicates = 0
);

/// <summary>One pass of synchronisation of one connection.</summary>
public sealed record Run
{
    /// <summary>Our id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The connection.</summary>
    public required Guid Connection { get; init; }

    /// <summary>Whether it books, or only looks.</summary>
    public required bool IsPreview { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>UTC; null while it runs, and for good when it was cut off.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <inheritdoc cref="RunCounts"/>
    public RunCounts Counts { get; init; } = new();

    /// <summary>Calls to Exact.</summary>
    public int ExactCalls { get; init; }

    /// <summary>Calls to Teamleader.</summary>
    public int TeamleaderCalls { get; init; }

    /// <summary>What ended the run before its end; null when it went through.</summary>
    public Problem? Failure { get; init; }
}
