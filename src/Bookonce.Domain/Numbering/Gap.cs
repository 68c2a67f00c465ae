using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Numbering;

/// <summary>Why a booking number is missing.</summary>
public enum GapCause
{
    /// <summary>No entry with it was ever seen.</summary>
    NeverSeen,

    /// <summary>An entry had it, and a person deleted that in Exact.</summary>
    DeletedByPerson,

    /// <summary>An entry had it, and an approved repair removed that.</summary>
    DeletedByRepair,

    /// <summary>It was sent, and Exact refused the entry.</summary>
    Refused,

    /// <summary>It is held for a document of which nobody knows yet whether it was booked.</summary>
    Reserved,
}

/// <summary>Causes for people.</summary>
public static class GapCauseWords
{
    /// <summary>For the end of a sentence about a missing number.</summary>
    public static string InWords(this GapCause cause) =>
        cause switch
        {
            GapCause.DeletedByPerson => "its entry was deleted in Exact",
            GapCause.DeletedByRepair => "a repair removed its entry",
            GapCause.Refused => "Exact refused the entry that it was sent for",
            GapCause.Reserved => "held for a document of which nobody knows yet whether it was booked",
            _ => "no entry with it was ever seen",
        };
}

/// <summary>Booking numbers that are missing for one reason, bounds included.</summary>
/// <param name="Series">Where.</param>
/// <param name="From">The first missing number.</param>
/// <param name="To">The last missing number.</param>
/// <param name="Cause">Why.</param>
public sealed record Gap(SeriesKey Series, int From, int To, GapCause Cause)
{
    /// <summary>How many numbers are missing.</summary>
    public long Count => (long)To - From + 1;

    /// <summary>For example <c>70/2026 11</c> or <c>70/2026 11 to 13</c>.</summary>
    public override string ToString() => From == To ? $"{Series} {From}" : $"{Series} {From} to {To}";
}
