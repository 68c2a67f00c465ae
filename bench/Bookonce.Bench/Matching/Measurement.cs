using System.Diagnostics;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Bench.Matching;

/// <summary>One world, looked at and scored.</summary>
sealed record Measurement
{
    public required int Seed { get; init; }
    public required int Documents { get; init; }
    public required int Entries { get; init; }

    /// <summary>The share of documents that have a look-alike.</summary>
    public required double LookAlikes { get; init; }
    public required double Precision { get; init; }
    public required double Recall { get; init; }
    public required double F1 { get; init; }

    /// <summary>Of the pairs of Adopt and Twice, the share that is true.</summary>
    public required double AutomaticPrecision { get; init; }

    /// <summary>The share of documents that a person is asked about.</summary>
    public required double Asked { get; init; }

    /// <summary>The share of documents to book that are in the books all the same.</summary>
    public required double BookedAgain { get; init; }

    /// <summary>Documents for which not every near entry was weighed.</summary>
    public required int Cut { get; init; }

    /// <summary>From the records in memory to the last verdict, after one warm-up.</summary>
    public required double Seconds { get; init; }

    /// <summary>What all processors together worked for it: on a busy machine the fairer number.</summary>
    public required double ProcessorSeconds { get; init; }

    /// <summary>The most memory the process ever had, the records included.</summary>
    public required double PeakMegabytes { get; init; }
    public required IReadOnlyDictionary<string, Score> Others { get; init; }

    /// <summary>Makes a world, looks and scores.</summary>
    public static (Measurement Measurement, World World, MatchResult Result) Take(int seed, int size, Noise noise)
    {
        var world = World.Make(seed, size, noise);
        // Compiles the code paths, on another seed.
        Matcher.Match(Books(World.Make(seed + 1_000_000, Math.Min(size, 10_000), noise)));
        GC.Collect();

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var result = Matcher.Match(Books(world));
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var processor = process.TotalProcessorTime - before;
        var peak = process.PeakWorkingSet64 / 1e6;

        var score = Score.Of(Score.Decided(result, size), world);
        var booked = world.DocumentOf.Where(document => document >= 0).ToHashSet();
        var book = Enumerable.Range(0, size).Where(place => result.VerdictOf(place) == MatchVerdict.Book).ToArray();
        var measurement = new Measurement
        {
            Seed = seed,
            Documents = size,
            Entries = world.Entries.Length,
            LookAlikes = world.LookAlikes,
            Precision = score.Precision,
            Recall = score.Recall,
            F1 = score.F1,
            AutomaticPrecision = Score.Of(Score.Automatic(result, size), world).Precision,
            Asked =
                Enumerable.Range(0, size).Count(place => result.VerdictOf(place) == MatchVerdict.Ask) / (double)size,
            BookedAgain = book.Length == 0 ? 0 : book.Count(booked.Contains) / (double)size,
            Cut = result.CutDocuments,
            Seconds = seconds,
            ProcessorSeconds = processor.TotalSeconds,
            PeakMegabytes = peak,
            Others = new Rules(world).Scores(),
        };
        return (measurement, world, result);
    }

    static MatchBooks Books(World world) => new(world.Documents, world.Entries);
}
