namespace Bookonce.Domain.Repair;

/// <summary>Says which plan is recommended, and why.</summary>
static class Advice
{
    /// <param name="sorted">Plans, those that can be applied and are least harmful first.</param>
    public static RepairOptions On(IReadOnlyList<RepairPlan> sorted)
    {
        if (sorted is not [{ CanApply: true } best, ..])
            return new RepairOptions(
                sorted,
                null,
                $"Nothing can be applied now. {string.Join(' ', sorted.SelectMany(plan => plan.Obstacles).Select(obstacle => obstacle.Words).Distinct())}"
            );

        var next = sorted.Skip(1).FirstOrDefault(plan => plan.CanApply);
        return new RepairOptions(
            sorted,
            best,
            next is null ? "It is the only plan that can be applied." : Why(best, next)
        );
    }

    static string Why(RepairPlan best, RepairPlan next) =>
        HarmOrder.Deciding(best.Cost, next.Cost) is not { } row ? "It costs no more than any other."
        : row.Of(best.Cost) == 0 ? $"It does the least harm; the next best plan: {row.Says(row.Of(next.Cost))}."
        : $"It does the least harm: {row.Says(row.Of(best.Cost))}; the next best plan: {row.Says(row.Of(next.Cost))}.";
}
