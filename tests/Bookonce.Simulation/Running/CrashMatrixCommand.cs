using System.CommandLine;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>A point at which the engine died and the books did not become what they should.</summary>
sealed record CrashFailure(long Point, string At, string What);

/// <param name="Points">Points at which the engine was killed: before and after every call and every method of the store.</param>
/// <param name="Recovered">After how many of them the books became what they are without a crash.</param>
sealed record CrashMatrix(int Documents, int Points, int Recovered, IReadOnlyList<CrashFailure> Failures);

/// <summary>Kills the engine at every single point of the runs that book a small world, each time in a fresh one.</summary>
static class CrashMatrixCommand
{
    public static Command Create()
    {
        var documents = new Option<int>("--documents")
        {
            Description = "How many documents are to be booked.",
            DefaultValueFactory = _ => 20,
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
            json,
        };
        command.SetAction(
            (parsed, stop) => Task.FromResult(Run(parsed.GetValue(documents), parsed.GetValue(json), stop))
        );
        return command;
    }

    static int Run(int documents, bool json, CancellationToken stop)
    {
        var plan = Planner.Quiet(documents);
        var undisturbed = Verdict.Of(plan);
        if (undisturbed.Failures.FirstOrDefault() is { } wrong)
            throw new InvalidOperationException($"The world fails without any crash: {wrong.What}");
        var points = Enumerable.Range(1, (int)undisturbed.StormyTurns).ToArray();
        var done = 0;
        var verdicts = Runner.Run(points, point => plan with { CrashAt = point }, Tell, stop);
        var failures = verdicts.Select(verdict => Judge(verdict, undisturbed)).OfType<CrashFailure>().ToArray();
        var matrix = new CrashMatrix(documents, points.Length, verdicts.Count - failures.Length, failures);
        if (json)
            Screen.Json(matrix);
        else
        {
            Screen.Line($"{matrix.Points} points, {matrix.Recovered} recovered");
            foreach (var failure in failures)
                Screen.Line($"{failure.Point}, {failure.At}: {failure.What}");
        }
        return stop.IsCancellationRequested ? 130
            : failures.Length > 0 ? 1
            : 0;

        void Tell(Verdict verdict)
        {
            if (++done % 100 == 0)
                Screen.Note($"{done} of {points.Length} points");
        }
    }

    static CrashFailure? Judge(Verdict verdict, Verdict undisturbed)
    {
        var difference =
            verdict.Failures.FirstOrDefault()?.What
            ?? undisturbed.Books.Except(verdict.Books).Select(missing => $"missing: {missing}").FirstOrDefault()
            ?? verdict.Books.Except(undisturbed.Books).Select(surplus => $"surplus: {surplus}").FirstOrDefault()
            ?? (verdict.Books.Count == undisturbed.Books.Count ? null : "something stands in the books twice");
        return difference is null ? null : new CrashFailure(verdict.Plan.CrashAt!.Value, verdict.CrashedAt, difference);
    }
}
