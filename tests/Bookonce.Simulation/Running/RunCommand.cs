using System.CommandLine;
using System.Diagnostics;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>Lives through a range of seeds.</summary>
static class RunCommand
{
    const int WorldsToShrink = 250;
    const int FailuresTold = 3;

    public static void AddTo(RootCommand root)
    {
        var seeds = new Option<int>("--seeds") { Description = "How many worlds.", DefaultValueFactory = _ => 200 };
        var from = new Option<int>("--from") { Description = "The first seed.", DefaultValueFactory = _ => 1 };
        var whole = new Option<bool>("--whole-story") { Description = "Tell failing worlds as they were, not shrunk." };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON object on standard output and nothing else.",
        };
        foreach (var option in (Option[])[seeds, from, whole, json])
            root.Options.Add(option);
        root.SetAction(
            (parsed, stop) =>
                Task.FromResult(
                    Run(
                        [.. Enumerable.Range(parsed.GetValue(from), parsed.GetValue(seeds))],
                        parsed.GetValue(whole),
                        parsed.GetValue(json),
                        stop
                    )
                )
        );
    }

    static int Run(IReadOnlyList<int> seeds, bool whole, bool json, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var done = 0;
        var verdicts = Runner.Run(seeds, Planner.Draw, Tell, stop);
        var report = Report.Of(verdicts, "bookonce", watch.Elapsed);
        var failed = verdicts.Where(verdict => verdict.Failures.Any()).ToArray();
        if (failed.Length > 0)
            Screen.Note(
                $"Looking for the shortest story of {Math.Min(failed.Length, FailuresTold)} of {failed.Length} failing seeds."
            );
        report = report with
        {
            Failures = [.. failed.Select((verdict, i) => Told(verdict, whole, isAmongFirst: i < FailuresTold, stop))],
        };
        if (json)
            Screen.Json(report);
        else
            Screen.Table(report);
        return stop.IsCancellationRequested ? 130
            : failed.Length > 0 ? 1
            : 0;

        void Tell(Verdict verdict)
        {
            foreach (var finding in verdict.Failures)
                Screen.Note($"seed {verdict.Plan.Seed}: {finding.Counter}: {finding.What}");
            if (++done % 50 == 0)
                Screen.Note($"{done} of {seeds.Count} worlds");
        }
    }

    static Failure Told(Verdict verdict, bool whole, bool isAmongFirst, CancellationToken stop) =>
        isAmongFirst && !stop.IsCancellationRequested
            ? Failure.Of(verdict, whole ? 0 : WorldsToShrink)
            : new Failure(verdict.Plan.Seed, verdict.Failures.First().Counter, [verdict.Failures.First().What]);
}
