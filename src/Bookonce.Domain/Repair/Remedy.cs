namespace Bookonce.Domain.Repair;

/// <summary>One way to mend one case.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Steps">What is done, in any order; numbers that are free to choose are not chosen yet.</param>
/// <param name="Obstacles">What stands against it.</param>
/// <param name="LeavesOpen">How many differences it leaves.</param>
sealed record Remedy(
    RepairKind Kind,
    IReadOnlyList<RepairStep> Steps,
    IReadOnlyList<Obstacle> Obstacles,
    int LeavesOpen = 0
)
{
    /// <summary>What the steps amount to, where a person does them; null where the steps tell themselves.</summary>
    public IReadOnlyList<RepairStep>? CostedAs { get; init; }

    /// <summary>What a person should know before approving.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
