using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>What came of one world.</summary>
sealed record Verdict
{
    public required Plan Plan { get; init; }

    public required int Documents { get; init; }

    public required int Calls { get; init; }

    public required int Faults { get; init; }

    public required int Crashes { get; init; }

    /// <summary>Plans that were approved and what came of them, by their kind; empty in a world without repairs.</summary>
    public required IReadOnlyList<Repaired> Repairs { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required string TraceHash { get; init; }

    /// <summary>The numbers of the misfortunes that happened.</summary>
    public required IReadOnlyList<long> Happened { get; init; }

    /// <summary>What stands in the books at the end: every link, every relation, every entry, every number that is taken.</summary>
    public required IReadOnlyList<string> Books { get; init; }

    public required long StormyTurns { get; init; }

    /// <summary>The gates of the plan that was rehearsed; see <see cref="People.OneRepair.Turns"/>.</summary>
    public required (long From, long To)? RehearsedTurns { get; init; }

    public required string CrashedAt { get; init; }

    /// <summary>Empty unless it was told.</summary>
    public required IReadOnlyList<string> Story { get; init; }

    public int Count(Counter counter) => Findings.Count(finding => finding.Counter == counter);

    /// <summary>What must not be. Booking twice where Exact numbers by itself is measured apart.</summary>
    public IEnumerable<Finding> Failures =>
        Findings.Where(finding => finding.IsFailure && (Plan.IsFenced || finding.Counter != Counter.BookedTwice));

    /// <summary>Lives through a world.</summary>
    public static Verdict Of(Plan plan, bool isTold = false)
    {
        using var world = new World(plan, isTold);
        world.Live();
        return new Verdict
        {
            Plan = plan,
            Documents = world.Truth.Documents.Count,
            Calls = world.Calls,
            Faults = world.Mishaps.Faults,
            Crashes = world.Mishaps.Crashes,
            Repairs = [.. world.Approvals.All.Select(Repaired.Of)],
            Findings = world.Auditor.Findings,
            TraceHash = world.Trace.Hash,
            Happened = world.Mishaps.Happened,
            Books = [.. BooksOf(world)],
            StormyTurns = world.StormyTurns,
            RehearsedTurns = world.OneRepair?.Turns,
            CrashedAt = world.CrashedAt,
            Story = world.Story.Sentences,
        };
    }

    static IEnumerable<string> BooksOf(World world)
    {
        var division = world.Services.Division;
        foreach (var connection in world.Memory.Database.Store.Connections().Result())
        foreach (var link in world.Memory.Database.Store.LoadBooks(connection.Administration.Id).Result().Links)
            yield return $"{world.Truth.Documents[link.DocumentId].Name} shows {link.Series} {link.BookingNumber}{(link.IsAccepted ? ", accepted" : "")}";
        foreach (var account in division.Accounts.OrderBy(account => account.Name, StringComparer.Ordinal))
            yield return $"relation {account.Name}";
        foreach (var copy in world.Truth.AllLiving.OrderBy(copy => (copy.Journal, copy.Year, copy.Number)))
        {
            var entry = division.FindEntry(copy.EntryId)!;
            var what = copy.Document is { } id ? world.Truth.Documents[id].Name : "no document";
            yield return $"{copy.Journal} {copy.Year}: {what}, {entry.AmountFC} of {entry.Customer?.Name}";
            yield return $"{copy.Journal} {copy.Year} number {copy.Number}";
        }
    }
}
