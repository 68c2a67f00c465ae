using System.CommandLine;
using Bookonce.Output;

namespace Bookonce.Bench.Matching;

/// <summary>How good the matcher is, on books of which the truth is known.</summary>
static class MatchingCommand
{
    public static Command Create(Option<bool> json)
    {
        var seed = new Option<int>("--seed")
        {
            Description = "The first seed. Seeds from 1 to 20 served to fit the matcher: report others.",
            DefaultValueFactory = _ => 101,
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = "How many seeds, one after the other.",
            DefaultValueFactory = _ => 1,
        };
        var size = Word(
            "--size",
            "Documents, and as many entries: small 1,000, medium 10,000, million.",
            "small",
            "medium",
            "million"
        );
        var noise = Word("--noise", "How often the hand slips.", "low", "medium", "high");
        var plot = new Option<FileInfo?>("--plot") { Description = "Write said probability against truth as SVG." };
        var command = new Command(
            "matching",
            "Scores the matcher on made-up books. A pair is a document and an entry; pairs found are the entry of Adopt, every "
                + "twin of Twice and the best candidate of Ask, however unlikely. precision: of the pairs found, those that are "
                + "true; recall: of the true pairs, those found; f1: the harmonic mean. automaticPrecision: precision of Adopt and "
                + "Twice alone. asked: documents with Ask, of all. seconds: from the records in memory to the last verdict, after "
                + "one warm-up. peakMegabytes: the most that the process ever held, the records included. others: rules of "
                + "equality on the same books."
        )
        {
            seed,
            seeds,
            size,
            noise,
            plot,
            json,
        };
        command.SetAction(parsed =>
        {
            var reliability = new Reliability();
            Measurement[] all =
            [
                .. Enumerable
                    .Range(parsed.GetValue(seed), parsed.GetValue(seeds))
                    .Select(number =>
                    {
                        var (measured, world, result) = Measurement.Take(
                            number,
                            Documents(parsed.GetValue(size)!),
                            Noise.Of(parsed.GetValue(noise)!)
                        );
                        reliability.Add(world, result);
                        return measured;
                    }),
            ];
            if (parsed.GetValue(plot) is { } file)
                File.WriteAllText(file.FullName, reliability.Svg());
            if (!parsed.GetValue(json))
                MatchingTable.Print(all);
            else if (all is [var only])
                Screen.Json(only);
            else
                Screen.Json(all);
        });
        return command;
    }

    static int Documents(string size) =>
        size switch
        {
            "small" => 1_000,
            "million" => 1_000_000,
            _ => 10_000,
        };

    static Option<string> Word(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => "medium" };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
