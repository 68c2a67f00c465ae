namespace Bookonce.Domain.Repair;

/// <summary>
/// Which steps of a plan another one has undone, step by step: an undo that is given up half way leaves the other half done.
/// Both journals tell it, so nothing more has to be written when an undo ends.
/// </summary>
public static class Undone
{
    /// <summary>Places of the steps that are undone, from 0, those apart whose journal says so already.</summary>
    /// <param name="journal">What was done.</param>
    /// <param name="undo">The journal of the plan that undoes it.</param>
    public static IReadOnlyList<int> Steps(RepairJournal journal, RepairJournal undo)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(undo);
        RepairStep[] done =
        [
            .. undo
                .Plan.Steps.Zip(undo.Steps)
                .Where(step => step.Second.State is StepState.Verified or StepState.Undone)
                .Select(step => step.First),
        ];
        var isThrough = done.Length == undo.Steps.Count;
        var undone = done.Select(step => Undoes(step, undo.Plan)).OfType<(Trace, Guid)>().ToHashSet();
        return
        [
            .. journal
                .Plan.Steps.Zip(journal.Steps)
                .Index()
                .Where(step => step.Item.Second.State != StepState.Undone)
                .Where(step =>
                    isThrough || (Left(step.Item.First, step.Item.Second.Made) is { } trace && undone.Contains(trace))
                )
                .Select(step => step.Index),
        ];
    }

    /// <summary>Whether a later repair did something to what an earlier one did something to, so that it must be undone first.</summary>
    public static bool Overlap(RepairJournal earlier, RepairJournal later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return Touched(earlier).ToHashSet().Overlaps(Touched(later));
    }

    static IEnumerable<Guid> Touched(RepairJournal journal) =>
        journal
            .Plan.Steps.Zip(journal.Steps)
            .Where(one => one.Second.HasEffect)
            .SelectMany(one => Touched(one.First).Append(one.Second.Made ?? Guid.Empty))
            .Where(id => id != Guid.Empty);

    static IEnumerable<Guid> Touched(RepairStep step) =>
        step switch
        {
            RepairStep.RemoveEntry(var entry) => [entry.EntryId],
            RepairStep.ReverseEntry(var entry, _, _, _) => [entry.EntryId],
            RepairStep.PutBack(var saved, _, _) => [saved.EntryId],
            RepairStep.RestoreContent(var saved) => [saved.EntryId],
            RepairStep.CorrectEntry(var document, var entry) => [document.Id, entry.EntryId],
            RepairStep.LinkTo(var document, var entry, var before) =>
            [
                document.Id,
                entry.EntryId,
                before?.EntryId ?? Guid.Empty,
            ],
            RepairStep.Release(var document, var before) => [document.Id, before.EntryId],
            RepairStep.RestoreLink(var document, var before, _) => [document.Id, before.EntryId],
            RepairStep.BookAgain(var document, _, _) => [document.Id],
            RepairStep.Accept(var document, _) => [document.Id],
            _ => [],
        };

    /// <summary>What a step leaves in the books.</summary>
    enum Trace
    {
        Removed,
        Made,
        Changed,
        Linked,
    }

    static (Trace, Guid)? Left(RepairStep step, Guid? made) =>
        step switch
        {
            RepairStep.RemoveEntry(var entry) => (Trace.Removed, entry.EntryId),
            RepairStep.CorrectEntry(_, var entry) => (Trace.Changed, entry.EntryId),
            RepairStep.RestoreContent(var saved) => (Trace.Changed, saved.EntryId),
            RepairStep.Release(var document, _) => (Trace.Linked, document.Id),
            RepairStep.LinkTo(var document, _, _) => (Trace.Linked, document.Id),
            RepairStep.Accept(var document, _) => (Trace.Linked, document.Id),
            RepairStep.RestoreLink(var document, _, _) => (Trace.Linked, document.Id),
            _ => made is { } entry ? (Trace.Made, entry) : null,
        };

    static (Trace, Guid)? Undoes(RepairStep step, RepairPlan plan) =>
        step switch
        {
            RepairStep.PutBack(var saved, _, _) => (Trace.Removed, saved.EntryId),
            RepairStep.RemoveEntry(var entry) => (Trace.Made, entry.EntryId),
            RepairStep.RestoreContent(var saved) => (Trace.Changed, saved.EntryId),
            RepairStep.RestoreLink(var document, _, _) => (Trace.Linked, document.Id),
            // A link that is made again afterwards is not undone before that.
            RepairStep.Release(var document, _)
                when plan.Steps.OfType<RepairStep.RestoreLink>().All(other => other.Document.Id != document.Id) => (
                Trace.Linked,
                document.Id
            ),
            _ => null,
        };
}
