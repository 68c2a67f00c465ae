using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>How a step stands, in a few words.</summary>
public static class StepWords
{
    /// <summary>Says it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="progress">What its journal says; null before the plan was approved.</param>
    public static string Of(RepairStep step, StepProgress? progress) =>
        (step, progress) switch
        {
            (RepairStep.Person(_, _, var check), null or { State: StepState.Pending }) => check.Words,
            (_, null) => "",
            (_, { State: StepState.Pending }) => "to be done",
            (_, { State: StepState.Saved }) => "saved",
            (_, { State: StepState.Sent }) => "sent, and not seen yet",
            (_, { State: StepState.Verified, Number: { } number }) => $"done and seen: {number}",
            (_, { State: StepState.Verified }) => "done and seen",
            (_, { State: StepState.Stopped, Stop: { } why }) => $"stopped: {why.Words}",
            (_, { State: StepState.Raced, Words: var words }) => $"raced: {words}",
            (_, { State: StepState.Undone }) => "undone",
            (_, { State: StepState.GivenUp }) => "given up",
            (_, { State: var state }) => $"{state}",
        };
}
