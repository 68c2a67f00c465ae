namespace Bookonce.Domain.Repair;

/// <summary>Enumerates the plans for what is to be repaired, costs them, and recommends the least harmful.</summary>
public static class Planner
{
    /// <summary>Plans for several cases at once: each plan mends all of them, as far as its kind can.</summary>
    public static RepairOptions Plan(RepairBooks books, IReadOnlyList<RepairCase> cases)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(cases);
        if (cases is [])
            return new RepairOptions([], null, "There is nothing to repair.");

        var standing = new Standing(books);
        var (remedies, assembly) = (new Remedies(standing), new Assembly(standing, cases));
        (RepairCase Case, Remedy[] Remedies)[] ways = [.. cases.Select(one => (one, remedies.Of(one).ToArray()))];
        var plans = ways.SelectMany(way => way.Remedies)
            .Select(remedy => remedy.Kind)
            .Distinct()
            .Select(kind => assembly.Of(kind, [.. ways.Select(way => OfKind(way.Remedies, kind))]))
            .Concat(Rebuilt(standing, assembly, cases, ways))
            .DistinctBy(plan => plan.Seal)
            .OrderBy(plan => !plan.CanApply)
            .ThenBy(plan => plan.Cost, HarmOrder.LeastFirst)
            .ThenBy(plan => plan.Kind)
            .ToArray();
        return Advice.On(plans);
    }

    /// <summary>Where a case cannot be mended in this way, in the least harmful other way.</summary>
    static Remedy OfKind(Remedy[] sorted, RepairKind kind) =>
        sorted.FirstOrDefault(remedy => remedy.Kind == kind) ?? sorted[0];

    static IEnumerable<RepairPlan> Rebuilt(
        Standing standing,
        Assembly assembly,
        IReadOnlyList<RepairCase> cases,
        (RepairCase Case, Remedy[] Remedies)[] ways
    )
    {
        RepairCase[] mended = [.. cases.Where(Rebuild.Mends)];
        if (mended is [])
            yield break;

        var (rebuild, remedy) = Rebuild.Of(standing, mended);
        var others = ways.Where(way => !Rebuild.Mends(way.Case)).Select(way => way.Remedies[0]);
        yield return assembly.Of(RepairKind.RebuildFromDate, [remedy, .. others]) with
        {
            From = rebuild.From,
            Kept = rebuild.Kept,
        };
    }
}
