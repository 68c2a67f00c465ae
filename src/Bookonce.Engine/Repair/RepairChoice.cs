using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>The plans there are, and everything that could be repaired.</summary>
/// <param name="Options">The plans for what was asked for, the least harmful first.</param>
/// <param name="Meant">What was asked for.</param>
/// <param name="Others">What could be repaired too.</param>
/// <param name="ReadAt">When the books were read for it, UTC.</param>
public sealed record RepairChoice(
    RepairOptions Options,
    IReadOnlyList<RepairCase> Meant,
    IReadOnlyList<RepairCase> Others,
    DateTimeOffset ReadAt
)
{
    /// <summary>One of the plans.</summary>
    /// <param name="which">Its kind, or the beginning of its seal; null for the recommended one.</param>
    /// <exception cref="CannotBeDoneException">There is no such plan.</exception>
    public RepairPlan Pick(string? which)
    {
        if (Meant is [])
            throw Refused(
                new Problem(
                    "nothingToRepair",
                    "Nothing stands in the books twice.",
                    "'bookonce repair plan' lists what else could be repaired."
                )
            );
        if (which is null)
            return Options.Recommended
                ?? throw Refused(
                    new Problem(
                        "noPlan",
                        Options.Because,
                        "'bookonce repair plan' shows all plans and what stands against them."
                    )
                );
        var found = Options
            .Plans.Where(plan =>
                plan.Seal.StartsWith(which, StringComparison.OrdinalIgnoreCase)
                || $"{plan.Kind}".Equals(which, StringComparison.OrdinalIgnoreCase)
            )
            .ToArray();
        return found is [var only]
            ? only
            : throw Refused(
                new Problem(
                    "planUnknown",
                    found is [] ? $"There is no plan {which} (any more)." : $"{which} means several plans.",
                    "'bookonce repair plan' shows the plans there are now."
                )
            );
    }

    static CannotBeDoneException Refused(Problem problem) => new(problem);
}
