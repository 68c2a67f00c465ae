namespace Bookonce.Domain.Duplicates;

/// <summary>Whether something is so. Not knowing is an answer of its own, and never counts as no.</summary>
public enum Known
{
    /// <summary>Nobody has said so yet.</summary>
    Unknown,

    /// <summary>It is not.</summary>
    No,

    /// <summary>It is.</summary>
    Yes,
}

/// <summary>What can speak for keeping an entry rather than its twin.</summary>
public enum KeepReason
{
    /// <summary>It is matched, in part or in full, with a payment or another entry.</summary>
    Matched,

    /// <summary>The VAT return of its period is handed in.</summary>
    Filed,

    /// <summary>Its period is closed for its journal.</summary>
    Closed,

    /// <summary>Somebody changed it after it was made.</summary>
    Corrected,

    /// <summary>Something is attached to it.</summary>
    Attachments,

    /// <summary>Its number is where its date belongs: nothing before it is dated later, nothing after it earlier.</summary>
    InOrder,

    /// <summary>It is not the last of its series, so removing it leaves a gap.</summary>
    LeavesGap,

    /// <summary>Other receivables stand in the same entry, so it cannot be removed on its own.</summary>
    Shared,

    /// <summary>Another integration shows its number for the document, and would miss it.</summary>
    HeldByOther,
}

/// <summary>One reason for keeping an entry.</summary>
/// <param name="Reason">Which.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Words">The same in words for a bookkeeper, also where it does not hold or is not known.</param>
public sealed record Keeping(KeepReason Reason, Known Holds, string Words);
