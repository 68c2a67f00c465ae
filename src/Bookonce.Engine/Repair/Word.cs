using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>What a person's word makes of the step that a repair stands at.</summary>
static class Word
{
    public static StepRecord Of(RepairJournal journal, int? typed, DateTimeOffset at)
    {
        var step = journal.Steps.Index().FirstOrDefault(one => !one.Item.IsDone, (Index: -1, Item: StepProgress.None));
        switch (step.Index < 0 ? null : journal.Plan.Steps[step.Index], step.Item)
        {
            case (RepairStep.Person { Check: { IsTold: true } check }, _):
                return check.Against(typed) is { } stop
                    ? throw new CannotBeDoneException(
                        new Problem("notAsExpected", stop.Words, "Mend it in Exact or Teamleader, then say so again.")
                    )
                    : new StepRecord(step.Index, StepState.Verified, at) { Number = typed };
            case (_, { State: StepState.Raced }):
            case (_, { State: StepState.Stopped, Stop.Reason: StopReason.NumberDiffers }):
                return new StepRecord(step.Index, StepState.Verified, at) { Number = typed };
            default:
                throw new CannotBeDoneException(
                    new Problem(
                        "nothingAsked",
                        "Nothing is asked here: Bookonce looks for itself.",
                        "Go on with the repair."
                    )
                );
        }
    }

    public static IReadOnlyList<StepRecord> GivenUp(RepairJournal journal, DateTimeOffset at)
    {
        var open = journal.Steps.Index().Where(one => !one.Item.IsDone).ToArray();
        return open.FirstOrDefault(one => MayHaveEffect(one.Item)) is { Item: not null } unknown
            ? throw new CannotBeDoneException(
                new Problem(
                    "effectUnknown",
                    $"Nobody has seen yet whether this was done: {journal.Plan.Steps[unknown.Index].Words}",
                    "Go on with the repair until that is known."
                )
            )
            : [.. open.Select(one => new StepRecord(one.Index, StepState.GivenUp, at))];
    }

    static bool MayHaveEffect(StepProgress step) =>
        step.Reached == StepState.Sent
        && step is not { State: StepState.Raced }
        && step is not { State: StepState.Stopped, Stop.Reason: not StopReason.Unknown };
}
