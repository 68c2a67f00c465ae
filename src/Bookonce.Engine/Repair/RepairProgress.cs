using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>How far a repair is.</summary>
/// <param name="Done">Steps that are done and seen.</param>
/// <param name="Total">All steps.</param>
/// <param name="Words">What is being done.</param>
public sealed record RepairProgress(int Done, int Total, string Words)
{
    /// <summary>When everything is likely to be done, UTC; null while that is not known.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Until when it waits for the allowance, UTC; null while it does not wait.</summary>
    public DateTimeOffset? ResumesAt { get; init; }
}

/// <summary>How applying a plan ended for now. A closed family: nothing else can happen to it.</summary>
public abstract record RepairEnd
{
    RepairEnd() { }

    /// <summary>The repair with everything that was written about it.</summary>
    public required Store.Repair Repair { get; init; }

    /// <summary>Calls to Exact that it made.</summary>
    public int ExactCalls { get; init; }

    /// <summary>Everything is done and seen.</summary>
    /// <param name="Differences">What was made and does not say what it should, in sentences; usually none.</param>
    public sealed record Done(IReadOnlyList<string> Differences) : RepairEnd;

    /// <summary>A person has to do or say something first.</summary>
    public sealed record AsksPerson(int At, RepairStep.Person Step) : RepairEnd;

    /// <summary>What must hold does not: it goes on, is undone or is given up by a person's word.</summary>
    public sealed record Halted(int At, Stop Why) : RepairEnd;

    /// <summary>Something that was sent may still take effect; it goes on by itself when it is applied again after that.</summary>
    public sealed record Waits(int At, string Words) : RepairEnd;

    /// <summary>A person stopped it between two steps.</summary>
    public sealed record Stopped : RepairEnd;

    /// <summary>A service did not answer, or the allowance is spent. Nothing is lost.</summary>
    public sealed record Failed(Problem Problem) : RepairEnd;
}
