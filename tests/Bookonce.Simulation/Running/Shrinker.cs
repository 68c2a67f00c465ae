using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>
/// Takes things out of a failing world as long as it still fails in the same way, so that what is left is the shortest
/// story of the failure.
/// </summary>
sealed class Shrinker(Plan failing, Counter counter, int mostWorlds)
{
    int worlds;
    Plan smallest = failing;

    public Plan Shrink()
    {
        foreach (var kind in Enum.GetValues<Mischief>())
            Try(smallest with { LeftOut = smallest.LeftOut.Append(kind).ToHashSet() });
        Try(smallest with { Switches = Plan.UsualSwitches });
        Try(smallest with { Connections = 1 });
        if (smallest.Only is null && Fails(smallest) is { } verdict)
            Reduce([.. verdict.Happened], (world, some) => world with { Only = some.ToHashSet() });
        Reduce([.. smallest.Script], (world, some) => world with { Script = some });
        while (smallest.History > 0 && Try(smallest with { History = smallest.History / 2 })) { }
        while (smallest.History > 0 && Try(smallest with { History = smallest.History - 1 })) { }
        Switches();
        return smallest;
    }

    /// <summary>Leaves out halves, quarters, and so on, down to one by one.</summary>
    void Reduce<T>(IReadOnlyList<T> all, Func<Plan, IReadOnlyList<T>, Plan> with)
    {
        var kept = all;
        for (var size = Math.Max(1, kept.Count / 2); size >= 1; size /= 2)
        for (var from = 0; from < kept.Count; )
        {
            IReadOnlyList<T> fewer = [.. kept.Take(from), .. kept.Skip(from + size)];
            if (Try(with(smallest, fewer)))
                kept = fewer;
            else
                from += size;
        }
    }

    /// <summary>One switch after the other back to the usual answer.</summary>
    void Switches()
    {
        foreach (var each in smallest.Switches.List().Where(each => each.Value != each.Default).ToArray())
        {
            var (exact, teamleader) = (smallest.Switches.Exact, smallest.Switches.Teamleader);
            if (each.Service == Sandbox.Faults.SandboxService.ExactOnline)
                exact = ExactOnlineSwitchCatalogue.Set(exact, each.Name, each.Default);
            else
                teamleader = TeamleaderSwitchCatalogue.Set(teamleader, each.Name, each.Default);
            Try(smallest with { Switches = new(exact, teamleader) });
        }
    }

    bool Try(Plan smaller)
    {
        if (smaller.IsFenced != smallest.IsFenced || Fails(smaller) is null)
            return false;
        smallest = smaller;
        return true;
    }

    Verdict? Fails(Plan smaller)
    {
        if (worlds++ >= mostWorlds)
            return null;
        var verdict = Verdict.Of(smaller);
        return verdict.Failures.Any(finding => finding.Counter == counter) ? verdict : null;
    }
}
