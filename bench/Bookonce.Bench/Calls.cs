using Bookonce.Output;

namespace Bookonce.Bench;

/// <summary>What booking a load of new documents costs in requests to Exact, reading and confirming included.</summary>
/// <param name="Documents">New documents.</param>
/// <param name="Relations">Their customers.</param>
/// <param name="ExactCalls">Requests until every document is booked and its entry was seen in the books.</param>
/// <param name="PerDocument">The same, per document.</param>
/// <param name="IdleRunCalls">Requests of a run in which nothing changed.</param>
/// <param name="DailyCalls">What a day of hourly idle runs costs besides, for masters and rights.</param>
/// <param name="Named">Requests by resource: while booking, in an idle run, and a day's besides.</param>
sealed record CallsResult(
    int Documents,
    int Relations,
    int ExactCalls,
    double PerDocument,
    int IdleRunCalls,
    int DailyCalls,
    NamedCalls Named
);

/// <summary>Requests by resource.</summary>
sealed record NamedCalls(
    IReadOnlyDictionary<string, int> Booking,
    IReadOnlyDictionary<string, int> IdleRun,
    IReadOnlyDictionary<string, int> Daily
);

/// <summary>Counts requests, not time.</summary>
static class Calls
{
    const int HoursOfDay = 24;

    public static async Task<CallsResult> Count(int documents, int relations, bool exist, CancellationToken stop)
    {
        var clock = new LeapingClock();
        await using var town = await Town.Build(clock, relations, withRelations: exist, stop);
        // Connecting and the first fill are over; what follows are ordinary runs.
        town.Tally.TakeExact();
        town.Load.AddInvoices(documents);

        Screen.Note($"books {documents} documents of {relations} customers…");
        var run = await town.Run(stop);
        if (run.Counts.Booked != documents)
            throw new InvalidOperationException($"Not everything was booked: {run.Counts}");
        await town.Run(stop);
        var booking = town.Tally.TakeExact();

        await town.Run(stop);
        var idle = town.Tally.TakeExact();

        Screen.Note("runs every hour of a day…");
        for (var hour = 0; hour < HoursOfDay; hour++)
        {
            clock.Leap(TimeSpan.FromHours(1));
            await town.Run(stop);
        }
        var daily = Besides(town.Tally.TakeExact(), idle);

        var calls = booking.Values.Sum();
        return new CallsResult(
            documents,
            relations,
            calls,
            Math.Round((double)calls / documents, 4),
            idle.Values.Sum(),
            daily.Values.Sum(),
            new NamedCalls(booking, idle, daily)
        );
    }

    static IReadOnlyDictionary<string, int> Besides(
        IReadOnlyDictionary<string, int> day,
        IReadOnlyDictionary<string, int> idle
    ) =>
        day.Select(pair => (pair.Key, Count: pair.Value - HoursOfDay * idle.GetValueOrDefault(pair.Key)))
            .Where(pair => pair.Count > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Count);
}
