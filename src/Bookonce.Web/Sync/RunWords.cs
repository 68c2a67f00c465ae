using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Shell;

namespace Bookonce.Web.Sync;

/// <summary>A run in words.</summary>
static class RunWords
{
    /// <summary>What it is doing; a run without progress waits for another connection of its administration.</summary>
    public static string Step(RunProgress? progress) =>
        progress?.Step switch
        {
            null => "Waits until another run of this administration is done",
            RunStep.FollowTeamleader => "Reading documents from Teamleader",
            RunStep.FollowExact => "Reading the books in Exact Online",
            RunStep.Look => "Looking whether documents are in the books already",
            RunStep.Book => "Booking",
            _ => "Done",
        };

    /// <summary>How far the step is; empty while that is not known.</summary>
    public static string Distance(RunProgress? progress) =>
        progress is { Total: > 0 } ? $": {Show.Count(progress.Done)} of {Show.Count(progress.Total)}" : "";

    /// <summary>Until when it waits; null while it does not.</summary>
    public static string? Waits(RunProgress? progress, TimeProvider clock) =>
        progress?.ResumesAt is { } at && at > clock.GetUtcNow()
            ? $"waits for the allowance, resumes at {Show.Time(at, clock)}"
            : null;

    /// <summary>When everything is likely to be booked; null while that is not known, or near.</summary>
    public static string? Ends(RunProgress? progress, TimeProvider clock) =>
        progress?.EndsAt is { } at && at > clock.GetUtcNow() + ShortRun
            ? $"done at about {Show.Moment(at, clock)}"
            : null;

    /// <summary>A run this short needs no forecast.</summary>
    static readonly TimeSpan ShortRun = TimeSpan.FromMinutes(1);

    /// <summary>How it ended, in one or two sentences.</summary>
    public static string End(RunEnd end)
    {
        var counts = end.Counts is null ? "" : $" {Counts(end.Counts, end.IsPreview)}";
        return end.Failure is { } failure
            ? $"{failure}{counts}"
            : $"{(end.IsPreview ? "Preview done." : "Synchronised.")}{counts}";
    }

    /// <summary>The counts that are not zero.</summary>
    public static string Counts(RunCounts counts, bool isPreview)
    {
        (int Count, string Words)[] parts =
        [
            (counts.Booked, "booked"),
            (counts.Adopted, isPreview ? "to adopt" : "adopted"),
            (counts.Linked, "linked before"),
            (counts.Asked, "to ask"),
            (counts.Twice, "twice"),
            (counts.Waiting, isPreview ? "to book" : "waiting"),
            (counts.NothingToBook, "with nothing to book"),
            (counts.SetAside, "set aside"),
            (counts.Problems, counts.Problems == 1 ? "problem" : "problems"),
        ];
        var named = parts.Where(part => part.Count > 0).Select(part => $"{Show.Count(part.Count)} {part.Words}");
        var toLookAt =
            counts.ToLookAt == 0 ? ""
            : counts.ToLookAt == 1 ? " 1 with an entry is to be looked at."
            : $" {Show.Count(counts.ToLookAt)} with an entry are to be looked at.";
        return counts.Documents == 0
            ? "There are no documents."
            : $"{Show.Count(counts.Documents, "document", "documents")}: {string.Join(", ", named)}.{toLookAt}";
    }
}
