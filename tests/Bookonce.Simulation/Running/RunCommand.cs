using System.CommandLine;
using System.Diagnostics;
using Bookonce.Simulation.Contenders;
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
        var repairs = new Option<bool>("--repairs")
        {
            Description = "With an admin who repairs, undoes and releases while everything else goes on.",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON object on standard output and nothing else.",
        };
        var strategy = Choice(
            "--strategy",
            "Who books: the product, or one of the unsafe ways of others.",
            Contender.All.Where(one => one.Without == Part.None)
        );
        var without = Choice(
            "--without",
            "The product without a part that keeps it safe.",
            Contender.All.Where(one => one.Without != Part.None)
        );
        foreach (var option in (Option[])[seeds, from, strategy, without, repairs, whole, json])
            root.Options.Add(option);
        root.SetAction(
            (parsed, stop) =>
                Task.FromResult(
                    Run(
                        [.. Enumerable.Range(parsed.GetValue(from), parsed.GetValue(seeds))],
                        Contender.Named(parsed.GetValue(strategy), parsed.GetValue(without)),
                        parsed.GetValue(repairs),
                        parsed.GetValue(whole),
                        parsed.GetValue(json),
                        stop
                    )
                )
        );
    }

    static int Run(
        IReadOnlyList<int> seeds,
        Contender contender,
        bool repairs,
        bool whole,
        bool json,
        CancellationToken stop
    )
    {
        var watch = Stopwatch.StartNew();
        var done = 0;
        var verdicts = Runner.Run(seeds, Draw, Tell, stop);
        var report = Report.Of(verdicts, contender.Name, watch.Elapsed);
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

        Plan Draw(int seed) =>
            (repairs ? Planner.WithRepairs(seed) : Planner.Draw(seed)) with
            {
                Contender = contender,
            };

        void Tell(Verdict verdict)
        {
            foreach (var finding in verdict.Failures)
                Screen.Note($"seed {verdict.Plan.Seed}: {finding.Counter}: {finding.What}");
            if (++done % 50 == 0)
                Screen.Note($"{done} of {seeds.Count} worlds");
        }
    }

    static Option<string?> Choice(string name, string description, IEnumerable<Contender> among)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. among.Select(one => one.ShortName)]);
        return option;
    }

    static Failure Told(Verdict verdict, bool whole, bool isAmongFirst, CancellationToken stop) =>
        isAmongFirst && !stop.IsCancellationRequested
            ? Failure.Of(verdict, whole ? 0 : WorldsToShrink)
            : new Failure(verdict.Plan.Seed, verdict.Failures.First().Counter, [verdict.Failures.First().What]);
}
