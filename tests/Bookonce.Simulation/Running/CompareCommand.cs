using System.CommandLine;
using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Contenders;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>How a contender did.</summary>
/// <param name="Documents">In all worlds.</param>
/// <param name="BookedTwice">In worlds where a booking number keeps a second entry out.</param>
/// <param name="Unfenced">In worlds where Exact numbers by itself, or does not keep numbers unique.</param>
/// <param name="RelationsTwice">Customers that got a second relation.</param>
/// <param name="FirstSeen">The first seed in which any of these was seen; null when none was.</param>
sealed record Standing(
    Contender Contender,
    int Documents,
    int BookedTwice,
    int Unfenced,
    int RelationsTwice,
    int? FirstSeen
)
{
    public double PerTenThousand => Documents == 0 ? 0 : 10_000.0 * (BookedTwice + Unfenced) / Documents;
}

/// <summary>Sends everybody through the same worlds.</summary>
static class CompareCommand
{
    public static Command Create()
    {
        var seeds = new Option<int>("--seeds") { Description = "How many worlds.", DefaultValueFactory = _ => 200 };
        var from = new Option<int>("--from") { Description = "The first seed.", DefaultValueFactory = _ => 1 };
        var markdown = new Option<FileInfo?>("--markdown")
        {
            Description = "Put the table into this file, between its two marks, or make it.",
        };
        var svg = new Option<FileInfo?>("--svg") { Description = "Write the plot to this file." };
        var command = new Command(
            "compare",
            "Sends the product, the product without a part, and others through the same worlds."
        )
        {
            seeds,
            from,
            markdown,
            svg,
        };
        command.SetAction(
            (parsed, stop) =>
                Task.FromResult(
                    Compare(
                        [.. Enumerable.Range(parsed.GetValue(from), parsed.GetValue(seeds))],
                        parsed.GetValue(markdown),
                        parsed.GetValue(svg),
                        stop
                    )
                )
        );
        return command;
    }

    static int Compare(IReadOnlyList<int> seeds, FileInfo? markdown, FileInfo? svg, CancellationToken stop)
    {
        var standings = new List<Standing>();
        foreach (var contender in Contender.All)
        {
            Screen.Note($"{contender.Name} in {seeds.Count} worlds");
            standings.Add(Of(contender, seeds, stop));
            if (stop.IsCancellationRequested)
                return 130;
        }

        var table = Table.Of(standings, seeds);
        Screen.Line(table);
        if (markdown is not null)
            Table.PutInto(markdown, table);
        if (svg is not null)
            File.WriteAllText(svg.FullName, Plot.Of(standings));
        return standings[0].BookedTwice == 0 ? 0 : 1;
    }

    static Standing Of(Contender contender, IReadOnlyList<int> seeds, CancellationToken stop)
    {
        var verdicts = Runner.Run(seeds, seed => Planner.Draw(seed) with { Contender = contender }, _ => { }, stop);
        return new Standing(
            contender,
            verdicts.Sum(verdict => verdict.Documents),
            verdicts.Where(verdict => verdict.Plan.IsFenced).Sum(verdict => verdict.Count(Counter.BookedTwice)),
            verdicts.Where(verdict => !verdict.Plan.IsFenced).Sum(verdict => verdict.Count(Counter.BookedTwice)),
            verdicts.Sum(verdict => verdict.Count(Counter.RelationsTwice)),
            verdicts
                .FirstOrDefault(verdict =>
                    verdict.Count(Counter.BookedTwice) + verdict.Count(Counter.RelationsTwice) > 0
                )
                ?.Plan.Seed
        );
    }
}
