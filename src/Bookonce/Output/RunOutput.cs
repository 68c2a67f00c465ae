using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Api.Json;

namespace Bookonce.Output;

/// <summary>A run on the screen.</summary>
static class RunOutput
{
    /// <summary>The run and its notes for a person.</summary>
    public static void Text(string connection, Run run, IReadOnlyList<Note> notes, ConnectionBudget budget)
    {
        var counts = run.Counts;
        Screen.Line($"{connection}: {Screen.Count(counts.Documents, "document", "documents")}");
        foreach (
            var (words, count) in new[]
            {
                ("linked before", counts.Linked),
                ("booked", counts.Booked),
                (run.IsPreview ? "would be adopted" : "adopted", counts.Adopted),
                ("asked", counts.Asked),
                ("twice in the books", counts.Twice),
                (run.IsPreview ? "would be booked" : "waiting", counts.Waiting),
                ("nothing to book", counts.NothingToBook),
                ("set aside by a person", counts.SetAside),
                ("problems", counts.Problems),
                ("of those with an entry to look at", counts.ToLookAt),
            }
        )
            if (count > 0)
                Screen.Line($"{count, 7} {words}");
        if (counts.Duplicates > 0)
            Screen.Line(
                $"{counts.Duplicates, 7} {(counts.Duplicates == 1 ? "finding" : "findings")} of duplicates; 'bookonce duplicates --as-read' shows them"
            );
        foreach (var note in notes)
            Screen.Line($"  {note.Document}: {note.What} {note.Remedy}");
        Screen.Line(
            $"{Screen.Count(run.ExactCalls, "call", "calls")} to Exact, {run.TeamleaderCalls} to Teamleader, {RunJson.Seconds(run)} s"
        );
        foreach (var line in BudgetOutput.Lines(budget))
            Screen.Line(line);
    }

    /// <summary>What the shell is told about a run.</summary>
    public static int CodeOf(Run run) =>
        run switch
        {
            { Failure.Code: "stopped" } => ExitCode.Stopped,
            { Failure: not null } => ExitCode.Unavailable,
            { IsPreview: false, Counts: { Asked: 0, Twice: 0, Waiting: 0, Problems: 0, ToLookAt: 0, Duplicates: 0 } } =>
                ExitCode.Done,
            { IsPreview: true, Counts: { Asked: 0, Twice: 0, Problems: 0, ToLookAt: 0, Duplicates: 0 } } =>
                ExitCode.Done,
            _ => ExitCode.SomethingForAPerson,
        };

    /// <summary>Progress on one line of standard error.</summary>
    public static string Words(RunProgress progress) =>
        progress.ResumesAt is { } at
            ? $"waits for the allowance, resumes at {at:HH:mm:ss} UTC{End(progress)}"
            : progress.Step switch
            {
                RunStep.FollowTeamleader => $"reads documents {progress.Done}/{progress.Total}",
                RunStep.FollowExact => "reads the books",
                RunStep.Look => "looks",
                RunStep.Book => $"books {progress.Done}/{progress.Total}{End(progress)}",
                _ => "done",
            };

    /// <summary>A run of a few seconds needs no forecast.</summary>
    static string End(RunProgress progress) =>
        progress is { EndsAt: { } end } && progress.Done < progress.Total
            ? $", done at about {end:yyyy-MM-dd HH:mm} UTC"
            : "";
}
