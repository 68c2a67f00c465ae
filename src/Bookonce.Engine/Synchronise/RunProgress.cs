using Bookonce.Engine.Store;

namespace Bookonce.Engine.Synchronise;

/// <summary>What a run is doing.</summary>
public enum RunStep
{
    /// <summary>Reading documents from Teamleader.</summary>
    FollowTeamleader,

    /// <summary>Reading the books from Exact.</summary>
    FollowExact,

    /// <summary>Looking whether documents are in the books already.</summary>
    Look,

    /// <summary>Booking.</summary>
    Book,

    /// <summary>Over.</summary>
    Done,
}

/// <summary>How far a run is.</summary>
/// <param name="Step">What it is doing.</param>
/// <param name="Done">How many of this step are done.</param>
/// <param name="Total">How many there are; 0 while that is not known.</param>
/// <param name="ResumesAt">Until when it waits for the allowance, UTC; null while it does not wait.</param>
/// <param name="EndsAt">When everything is likely to be booked, UTC; null while that is not known.</param>
public sealed record RunProgress(
    RunStep Step,
    int Done = 0,
    int Total = 0,
    DateTimeOffset? ResumesAt = null,
    DateTimeOffset? EndsAt = null
);
