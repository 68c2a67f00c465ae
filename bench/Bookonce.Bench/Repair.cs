using System.Diagnostics;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Output;

#pragma warning disable RS0030 // Measures, and makes ids.

namespace Bookonce.Bench;

/// <summary>What removing duplicates costs.</summary>
/// <param name="Documents">Booked documents.</param>
/// <param name="Duplicates">How many of them somebody typed once more.</param>
/// <param name="PlanSeconds">From asking for plans to having all of them, costed, with what changed in Exact read first.</param>
/// <param name="ApplySeconds">Removing them, on a machine without limits of calls.</param>
/// <param name="ExactCalls">Requests to Exact while it is applied.</param>
/// <param name="ExactCallsPerRepairedDocument">The same, per document.</param>
/// <param name="Named">Requests by resource.</param>
sealed record RepairResult(
    int Documents,
    int Duplicates,
    double PlanSeconds,
    double ApplySeconds,
    int ExactCalls,
    double ExactCallsPerRepairedDocument,
    IReadOnlyDictionary<string, int> Named
);

/// <summary>Measures planning and counts the requests of applying.</summary>
static class Repair
{
    const int Customers = 400;

    public static async Task<RepairResult> Measure(int documents, int duplicates, CancellationToken stop)
    {
        await using var town = await Town.Build(new LeapingClock(), Customers, withRelations: true, stop);
        town.Load.AddInvoices(documents);
        Screen.Note($"books {documents} documents…");
        var run = await town.Run(stop);
        if (run.Counts.Booked != documents)
            throw new InvalidOperationException($"Not everything was booked: {run.Counts}");
        town.Load.TypeAgain(duplicates);
        await town.Run(stop);

        var planning = new Planning(town.Store, town.Vendors, town.Synchroniser, Guid.NewGuid, town.Clock);
        Screen.Note("plans…");
        // What was compiled for the first time is not measured.
        await planning.Plan(town.Connection, new RepairWish(), stop);
        var started = Stopwatch.GetTimestamp();
        var choice = await planning.Plan(town.Connection, new RepairWish(), stop);
        var planned = Stopwatch.GetElapsedTime(started);
        if (
            choice.Options.Recommended is not { Kind: RepairKind.RemoveSurplus } plan
            || plan.Cost.Deleted.Count != duplicates
        )
            throw new InvalidOperationException($"Another plan is recommended: {choice.Options.Because}");

        var repair = await planning.Approve(town.Connection, new RepairWish(), plan.Seal, stop);
        var repairing = new Repairing(town.Store, town.Vendors, town.Synchroniser, Guid.NewGuid, town.Clock);
        Screen.Note($"removes {duplicates} entries…");
        town.Tally.TakeExact();
        started = Stopwatch.GetTimestamp();
        var end = await repairing.Go(town.Connection, repair.Id, stop: stop);
        var applied = Stopwatch.GetElapsedTime(started);
        if (end is not RepairEnd.Done { Differences: [] })
            throw new InvalidOperationException($"It did not go through: {end}");
        return new RepairResult(
            documents,
            duplicates,
            Math.Round(planned.TotalSeconds, 3),
            Math.Round(applied.TotalSeconds, 1),
            end.ExactCalls,
            Math.Round((double)end.ExactCalls / duplicates, 4),
            town.Tally.TakeExact()
        );
    }
}
