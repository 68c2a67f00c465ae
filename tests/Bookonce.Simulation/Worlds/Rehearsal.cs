using Bookonce.Domain.Repair;

namespace Bookonce.Simulation.Worlds;

/// <summary>A plan of one kind that is applied to its end in a world in which nothing goes wrong, and is perhaps undone.</summary>
/// <param name="IsUndone">Whether it is undone; then that is what is watched.</param>
sealed record Rehearsal(RepairKind Kind, bool IsUndone)
{
    static readonly RepairKind[] Kinds = [.. Enum.GetValues<RepairKind>().Where(kind => kind != RepairKind.Undo)];

    /// <summary>Every kind of plan, and the undo of each.</summary>
    public static IReadOnlyList<Rehearsal> All { get; } =
    [
        .. Kinds.Select(kind => new Rehearsal(kind, IsUndone: false)),
        // What a person did by hand stays done, so a checklist has no undo.
        .. Kinds.Where(kind => kind != RepairKind.Checklist).Select(kind => new Rehearsal(kind, IsUndone: true)),
    ];

    public string Name => IsUndone ? $"undo of {Kind}" : $"{Kind}";

    /// <summary>What people do that gives reason for such a plan.</summary>
    public IReadOnlyList<ActKind> Reasons =>
        Kind switch
        {
            RepairKind.Correct or RepairKind.Accept => [ActKind.ChangeAmount, ActKind.AttachFile],
            RepairKind.BookAgain or RepairKind.Release => [ActKind.DeleteEntry],
            RepairKind.Relink => [ActKind.DeleteEntry, ActKind.TypeCopy],
            _ => [ActKind.TypeTwin, ActKind.TypeTwin, ActKind.AttachFile, ActKind.AttachFile],
        };
}
