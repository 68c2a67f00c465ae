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

    /// <summary>Rounds until the compiler has seen everything often enough; not counted.</summary>
    const int WarmUps = 2;

    public static async Task<ThroughputResult> Measure(int documents, int rounds, CancellationToken stop)
    {
        var (engine, bare, disk) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 1 - WarmUps; round <= rounds; round++)
        {
            var (booked, bodies) = await Booked(documents, stop);
            var posted = await Posted(bodies, stop);
            var fsyncs = Disk.FsyncsPerSecond();
            Screen.Note(
                $"{(round < 1 ? "warm-up" : $"round {round}")}: engine {booked}; bare {posted}; {fsyncs:F0} fsyncs/s"
            );
            if (round < 1)
                continue;

            engine.Add(booked.PerSecond);
            bare.Add(posted.PerSecond);
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
    static async Task<(Pace Pace, IReadOnlyList<byte[]> Bodies)> Booked(int documents, CancellationToken stop)
    {
        await using var town = await Town.Build(Composition.Clock, Customers, withRelations: true, stop);
        // Every customer's relation is linked before anything is measured.
        town.Load.AddInvoices(Customers);
        await town.Run(stop);
        town.Load.AddInvoices(documents);

        var pace = new Stretch(documents);
        town.Synchroniser.Changed += connection =>
        {
            if (town.Synchroniser.ProgressOf(connection) is not { Step: RunStep.Book, Total: > 0 } progress)
                return;
            if (progress.Done == 0)
                pace.Begin();
            if (progress.Done == progress.Total)
                pace.End();
        };
        town.Tally.KeepsEntries = true;
        var run = await town.Run(stop);
        if (run.Counts.Booked != documents || town.Tally.Entries.Count != documents)
            throw new InvalidOperationException($"Not everything was booked: {run.Counts}");
        return (pace.Pace, town.Tally.Entries);
    }

    static async Task<Pace> Posted(IReadOnlyList<byte[]> bodies, CancellationToken stop)
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

        var pace = new Stretch(bodies.Count);
        pace.Begin();
        foreach (var body in bodies)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.PostAsync(address, content, stop);
            if (answer.StatusCode != HttpStatusCode.Created)
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(stop));
        }
        pace.End();
        return pace.Pace;
    }

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
