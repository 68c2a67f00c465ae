using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>
/// When the last numbers of a series are freed, the series goes on where it ends then. So no gap is left, and nobody gets a
/// number that something else still holds.
/// </summary>
static class Tail
{
    /// <summary>The steps, and where each series goes on.</summary>
    public static IReadOnlyList<RepairStep> Added(Standing standing, IReadOnlyList<RepairStep> steps) =>
        [
            .. steps,
            .. steps
                .SelectMany(Costing.Removed)
                .Where(entry => entry.IsSales)
                .GroupBy(entry => entry.Series, entry => entry.Number)
                .Select(group => After(standing, group.Key, [.. group]))
                .OfType<RepairStep>(),
        ];

    static RepairStep? After(Standing standing, SeriesKey series, HashSet<int> freed)
    {
        var numbers = standing.NumbersOf(series);
        if (!freed.Contains(numbers[^1]))
            return null;

        var at = numbers.Count - 1;
        while (at >= 0 && freed.Contains(numbers[at]))
            at--;
        int? last = at < 0 ? null : numbers[at];
        var next = standing.ReservedIn(series).Append(last ?? numbers[0] - 1).Max() + 1;
        return standing.ExactNumbers(series)
            ? new RepairStep.Person(
                Phase.Numbers,
                $"See that Exact goes on at {next} in {series}, and set it to {next} if it shows another number.",
                new PersonCheck.NextNumber(series, next, last)
            )
            : new RepairStep.ContinueAt(series, next, standing.NextOf(series) ?? next);
    }
}
