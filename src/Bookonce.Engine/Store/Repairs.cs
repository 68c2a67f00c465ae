using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Store;

/// <summary>A plan that a person approved, and what its journal says.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Connection">The connection that it repairs.</param>
/// <param name="Plan">The plan as it was approved.</param>
/// <param name="ApprovedAt">When, UTC.</param>
/// <param name="Undoes">The repair that it undoes; null for any other.</param>
/// <param name="Records">The journal, in order.</param>
public sealed record Repair(
    Guid Id,
    Guid Connection,
    RepairPlan Plan,
    DateTimeOffset ApprovedAt,
    Guid? Undoes,
    IReadOnlyList<StepRecord> Records
)
{
    /// <summary>How far it is.</summary>
    public RepairJournal Journal => new(Plan, Records);

    /// <summary>Entries that it made: nobody else did.</summary>
    public IEnumerable<Guid> Made =>
        Records.Where(record => record.Made is not null).Select(record => record.Made!.Value);

    /// <summary>The repairs of a connection, each with the lines that tell what later ones have undone of it.</summary>
    /// <param name="repairs">Oldest first, as they were written.</param>
    public static IReadOnlyList<Repair> WithUndone(IReadOnlyList<Repair> repairs)
    {
        ArgumentNullException.ThrowIfNull(repairs);
        var told = repairs.ToDictionary(repair => repair.Id);
        foreach (var undo in repairs)
            if (undo is { Undoes: { } id, Records: [.., { At: var at }] } && told.TryGetValue(id, out var undone))
                told[id] = undone with
                {
                    Records =
                    [
                        .. undone.Records,
                        .. Domain
                            .Repair.Undone.Steps(undone.Journal, undo.Journal)
                            .Select(step => new StepRecord(step, StepState.Undone, at)),
                    ],
                };
        return [.. repairs.Select(repair => told[repair.Id])];
    }

    /// <summary>Whether something is left to do: until then nothing else is booked in the administration.</summary>
    public bool IsOpen => !Journal.IsOver;
}
