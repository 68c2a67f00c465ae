using Bookonce.Domain.Repair;
using Bookonce.Simulation.Audit;

namespace Bookonce.Simulation.Running;

/// <summary>What came of a plan that was approved.</summary>
/// <param name="Kind">What it was in the first place.</param>
/// <param name="IsDone">Whether every step was done, be it undone since.</param>
sealed record Repaired(RepairKind Kind, bool IsDone)
{
    public static Repaired Of(Approved approved) =>
        new(
            approved.Repair.Plan.Kind,
            approved.Journal.Steps.All(step => step.State is StepState.Verified or StepState.Undone)
        );
}
