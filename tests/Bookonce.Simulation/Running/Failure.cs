using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>A seed in which something happened that must not, with the shortest story of it.</summary>
sealed record Failure(int Seed, Counter Counter, IReadOnlyList<string> Story)
{
    public static Failure Of(Verdict verdict, int mostWorlds)
    {
        var counter = verdict.Failures.First().Counter;
        var plan = mostWorlds == 0 ? verdict.Plan : new Shrinker(verdict.Plan, counter, mostWorlds).Shrink();
        var told = Verdict.Of(plan, isTold: true);
        return new Failure(verdict.Plan.Seed, counter, [.. Setting(plan), .. told.Story]);
    }

    static IEnumerable<string> Setting(Plan plan)
    {
        yield return $"{plan.Connections} company {(plan.Connections == 1 ? "entity" : "entities")}, {plan.History} documents before connecting.";
        foreach (var each in plan.Switches.List().Where(each => each.Value != each.Default))
            yield return $"{each.Service}: {each.Name} is {each.Value}, usually {each.Default}.";
    }
}
