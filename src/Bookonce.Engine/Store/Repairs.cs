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

    /// <summary>Whether something is left to do: until then nothing else is booked in the administration.</summary>
    public bool IsOpen => !Journal.IsOver;
}
