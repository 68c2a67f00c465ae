using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Documents;

/// <summary>Where a document stands after the last look.</summary>
public enum DocumentStatus
{
    /// <summary>Read from Teamleader, not looked at yet.</summary>
    New,

    /// <summary>It has its entry.</summary>
    Linked,

    /// <summary>One entry certainly is it: the next run links it.</summary>
    Adopt,

    /// <summary>Nothing in the books may be it: the next run books it.</summary>
    Book,

    /// <summary>A person must say whether an entry is it, or which relation its customer is.</summary>
    Ask,

    /// <summary>It stands in the books more than once.</summary>
    Twice,

    /// <summary>It waits for an answer that did not come, for its turn in the series, or for the allowance.</summary>
    Waiting,

    /// <summary>A total of zero without lines.</summary>
    NothingToBook,

    /// <summary>Something must be mended first.</summary>
    Problem,

    /// <summary>A person said that it must not be booked.</summary>
    SetAside,
}

/// <summary>What a run found out about a document.</summary>
/// <param name="DocumentId">Teamleader's id.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="Problem">What a person should know; null when there is nothing to say.</param>
public sealed record DocumentOutcome(Guid DocumentId, DocumentStatus Status, Problem? Problem = null);
