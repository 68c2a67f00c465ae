using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Bookonce.Engine.Synchronise;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Bench;

/// <summary>What booking costs, beside the bare requests and the bare disk.</summary>
sealed record ThroughputResult(
    double EngineDocumentsPerSecond,
    double BareDocumentsPerSecond,
    double Ratio,
    double FsyncsPerSecond
);

/// <summary>
/// Books with the engine, then posts the same bodies with nothing but an <see cref="HttpClient"/> to an equal, fresh
/// sandbox. The machine may be shared, so both take turns and the medians count.
/// </summary>
static class Throughput
{
    const int Customers = 50;

    public static async Task<ThroughputResult> Measure(int documents, int rounds, CancellationToken stop)
    {
        var (engine, bare, disk) = (new List<double>(), new List<double>(), new List<double>());
        // The first round warms everything up and is not counted.
        for (var round = 0; round <= rounds; round++)
        {
            var (booked, bodies) = await Booked(documents, stop);
            var posted = await Posted(bodies, stop);
            var fsyncs = Disk.FsyncsPerSecond();
            Screen.Note(
                $"{(round == 0 ? "warm-up" : $"round {round}")}: engine {booked:F0}, bare {posted:F0} documents a second; {fsyncs:F0} fsyncs a second"
            );
            if (round == 0)
                continue;

            engine.Add(booked);
            bare.Add(posted);
            disk.Add(fsyncs);
        }

        return new ThroughputResult(
            Math.Round(Median(engine), 1),
            Math.Round(Median(bare), 1),
            Math.Round(Median(engine.Zip(bare, (one, other) => one / other)), 3),
            Math.Round(Median(disk))
        );
    }

    /// <summary>Documents a second from the moment that booking begins to the last link, and the bodies that were sent.</summary>
    static async Task<(double PerSecond, IReadOnlyList<byte[]> Bodies)> Booked(int documents, CancellationToken stop)
    {
        await using var town = await Town.Build(Composition.Clock, Customers, withRelations: true, stop);
        // Every customer's relation is linked before anything is measured.
        town.Load.AddInvoices(Customers);
        await town.Run(stop);
        town.Load.AddInvoices(documents);

        var (began, ended) = (0L, 0L);
        town.Synchroniser.Changed += connection =>
        {
            if (town.Synchroniser.ProgressOf(connection) is not { Step: RunStep.Book, Total: > 0 } progress)
                return;
            if (progress.Done == 0)
                began = Stopwatch.GetTimestamp();
            if (progress.Done == progress.Total)
                ended = Stopwatch.GetTimestamp();
        };
        town.Tally.KeepsEntries = true;
        var run = await town.Run(stop);
        if (run.Counts.Booked != documents || town.Tally.Entries.Count != documents)
            throw new InvalidOperationException($"Not everything was booked: {run.Counts}");
        return (documents / Stopwatch.GetElapsedTime(began, ended).TotalSeconds, town.Tally.Entries);
    }

    static async Task<double> Posted(IReadOnlyList<byte[]> bodies, CancellationToken stop)
    {
        await using var town = await Town.Build(Composition.Clock, Customers, withRelations: true, stop);
        var address = new Uri(
            town.ExactUrl,
            $"api/v1/{town.Connection.Administration.Division}/salesentry/SalesEntries"
        );
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await town.ExactToken(stop));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.Add("Prefer", "return=representation");

        var began = Stopwatch.GetTimestamp();
        foreach (var body in bodies)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.PostAsync(address, content, stop);
            if (answer.StatusCode != HttpStatusCode.Created)
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(stop));
        }
        return bodies.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
