using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>One plan as people look at it: before it is approved, or with what became of every step.</summary>
public sealed record RepairSheet
{
    /// <summary>The connection.</summary>
    public required Connection Connection { get; init; }

    /// <summary>The plan.</summary>
    public required RepairPlan Plan { get; init; }

    /// <summary>What is wrong, in sentences; empty of a plan that was approved earlier.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Why it is recommended; null when it is not.</summary>
    public string? Because { get; init; }

    /// <summary>The repair; null before it was approved.</summary>
    public Store.Repair? Repair { get; init; }

    /// <summary>How far each step is; null before it was approved.</summary>
    public IReadOnlyList<StepProgress>? Steps { get; init; }

    /// <summary>How it stands, in a sentence.</summary>
    public string Standing =>
        Repair is not { } repair
            ? Plan.CanApply
                ? "A plan. Nothing is done yet."
                : "A plan that cannot be applied now."
            : Steps!.Any(step => step.State == StepState.Undone)
                ? "Undone."
                : repair.IsOpen
                    ? $"Approved {repair.ApprovedAt:yyyy-MM-dd HH:mm} UTC, and not through yet."
                    : $"Approved {repair.ApprovedAt:yyyy-MM-dd HH:mm} UTC, and through.";

    /// <summary>Whether it was approved and nothing is left to do.</summary>
    public bool IsThrough => Repair is { IsOpen: false };

    /// <summary>A plan that can be chosen.</summary>
    public static RepairSheet Of(Connection connection, RepairChoice choice, RepairPlan plan)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(plan);
        return new RepairSheet
        {
            Connection = connection,
            Plan = plan,
            Cases = [.. choice.Meant.Select(one => one.Words)],
            Because = plan.Seal == choice.Options.Recommended?.Seal ? choice.Options.Because : null,
        };
    }

    /// <summary>A plan that would undo a repair.</summary>
    public static RepairSheet Of(Connection connection, RepairPlan undo) =>
        new() { Connection = connection, Plan = undo };

    /// <summary>A repair with what became of it.</summary>
    public static RepairSheet Of(Connection connection, Store.Repair repair)
    {
        ArgumentNullException.ThrowIfNull(repair);
        return new RepairSheet
        {
            Connection = connection,
            Plan = repair.Plan,
            Repair = repair,
            Steps = repair.Journal.Steps,
        };
    }
}
