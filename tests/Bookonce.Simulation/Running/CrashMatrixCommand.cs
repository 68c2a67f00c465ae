using System.CommandLine;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>A point at which the engine died and the books did not become what they should.</summary>
sealed record CrashFailure(long Point, string At, string What);

/// <param name="Of">What was crashed: the runs that book, or a plan of one kind.</param>
/// <param name="Points">Points at which the engine was killed: before and after every call and every method of the store.</param>
/// <param name="Recovered">After how many of them the books became what they are without a crash.</param>
sealed record CrashMatrix(string Of, int Points, int Recovered, IReadOnlyList<CrashFailure> Failures);

/// <param name="Documents">Documents that were booked.</param>
/// <param name="Matrices">What was crashed, one by one.</param>
sealed record CrashReport(int Documents, int Points, int Recovered, IReadOnlyList<CrashMatrix> Matrices);

/// <summary>
/// Kills the engine at every single point of the runs that book a small world, or of a plan that repairs one, each time in a
/// fresh one.
/// </summary>
static class CrashMatrixCommand
{
    public static Command Create()
    {
        var documents = new Option<int>("--documents")
        {
            Description = "How many documents are to be booked.",
            DefaultValueFactory = _ => 20,
        };
        var repairs = new Option<bool>("--repairs")
        {
            Description = "Kill it while it applies a plan of each kind, and while it undoes each, instead.",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON object on standard output and nothing else.",
        };
        var command = new Command(
            "crash-matrix",
            "Kills the engine before and after every call and every write, and compares the books."
        )
        {
            documents,
            repairs,
            json,
        };
        command.SetAction(
            (parsed, stop) =>
                Task.FromResult(
                    Run(
                        parsed.GetValue(repairs)
                            ? [.. Rehearsal.All.Select(Planner.Rehearsed)]
                            : [Planner.Quiet(parsed.GetValue(documents))],
                        parsed.GetValue(json),
                        stop
                    )
                )
        );
        return command;
    }

    static int Run(IReadOnlyList<Plan> plans, bool json, CancellationToken stop)
    {
        var matrices = plans.Select(plan => Matrix(plan, stop)).ToArray();
        var report = new CrashReport(
            plans[0].History,
            matrices.Sum(matrix => matrix.Points),
            matrices.Sum(matrix => matrix.Recovered),
            matrices
        );
        if (json)
            Screen.Json(report);
        else
            Show(report);
        return stop.IsCancellationRequested ? 130
            : report.Recovered < report.Points ? 1
            : 0;
    }

    static void Show(CrashReport report)
    {
        foreach (var matrix in report.Matrices)
        {
            Screen.Line($"{matrix.Of}: {matrix.Points} points, {matrix.Recovered} recovered");
            foreach (var failure in matrix.Failures)
                Screen.Line($"  {failure.Point}, {failure.At}: {failure.What}");
        }
        Screen.Line($"{report.Points} points, {report.Recovered} recovered");
    }

    static CrashMatrix Matrix(Plan plan, CancellationToken stop)
    {
        var of = plan.Rehearsal?.Name ?? "runs";
        var undisturbed = Verdict.Of(plan);
        if (undisturbed.Failures.FirstOrDefault() is { } wrong)
            throw new InvalidOperationException($"The world of {of} fails without any crash: {wrong.What}");
        if (plan.Rehearsal is { } rehearsal && !IsThrough(rehearsal, undisturbed))
            throw new InvalidOperationException($"{of} does not come to its end without any crash.");
        var (from, to) = undisturbed.RehearsedTurns ?? (0, undisturbed.StormyTurns);
        int[] points = [.. Enumerable.Range((int)from + 1, (int)(to - from))];
        var done = 0;
        var verdicts = Runner.Run(points, point => plan with { CrashAt = point }, Tell, stop);
        var failures = verdicts.Select(verdict => Judge(verdict, undisturbed)).OfType<CrashFailure>().ToArray();
        return new CrashMatrix(of, points.Length, verdicts.Count - failures.Length, failures);

        void Tell(Verdict verdict)
        {
            if (++done % 100 == 0)
                Screen.Note($"{of}: {done} of {points.Length} points");
            if (Judge(verdict, undisturbed) is { } failure)
                Screen.Note($"{of}: {failure.Point}, {failure.At}: {failure.What}");
        }
    }

    static bool IsThrough(Rehearsal rehearsal, Verdict verdict) =>
        verdict.Repairs.Count == (rehearsal.IsUndone ? 2 : 1) && verdict.Repairs.All(repair => repair.IsDone);

    static CrashFailure? Judge(Verdict verdict, Verdict undisturbed)
    {
        var difference =
            verdict.Failures.FirstOrDefault()?.What
            ?? (
                verdict.Plan.Rehearsal is { } rehearsal && !IsThrough(rehearsal, verdict)
                    ? "it did not come to its end"
                    : null
            )
            ?? undisturbed.Books.Except(verdict.Books).Select(missing => $"missing: {missing}").FirstOrDefault()
            ?? verdict.Books.Except(undisturbed.Books).Select(surplus => $"surplus: {surplus}").FirstOrDefault()
            ?? (verdict.Books.Count == undisturbed.Books.Count ? null : "something stands in the books twice");
        return difference is null ? null : new CrashFailure(verdict.Plan.CrashAt!.Value, verdict.CrashedAt, difference);
    }
}
