using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;

namespace Bookonce.Simulation.Audit;

/// <summary>
/// Once an undo is through, the books must be what they were: everything back that was removed, gone what was made, and every
/// link on its entry, but for ids, instants and payments, and for what people touched in between.
/// </summary>
sealed class UndoAudit(Truth truth, Func<Guid, IReadOnlyList<Link>> links, Action<Counter, string> find)
{
    public void Look(Approved undo)
    {
        if (
            undo is not { Undoes: { } undone, Undone: { } journal }
            || undo.Journal.Steps.Any(step => step.State == StepState.GivenUp)
        )
            return;

        var back = undo
            .Repair.Plan.Steps.Zip(undo.Journal.Steps)
            .Where(one => one.First is RepairStep.PutBack)
            .ToDictionary(one => ((RepairStep.PutBack)one.First).Saved.EntryId, one => one.Second.Made);
        foreach (var (step, progress) in journal.Plan.Steps.Zip(journal.Steps).Where(one => one.Second.HasEffect))
            switch (step)
            {
                case RepairStep.RemoveEntry(var entry):
                    Back(undo, entry, progress, back);
                    break;
                case RepairStep.BookAgain or RepairStep.ReverseEntry or RepairStep.PutBack:
                    if (progress.Made is { } made && truth.Living(made) is { } copy)
                        find(Counter.Unexplained, $"An undo left {copy.Name}, which its repair had made.");
                    break;
                case RepairStep.CorrectEntry(_, var entry):
                    Restored(undone, entry.EntryId);
                    break;
            }
        Links(undo, undone, journal, back);
    }

    void Back(Approved undo, Domain.Entries.Entry entry, StepProgress progress, Dictionary<Guid, Guid?> back)
    {
        var name = $"{entry.Series} {entry.Number}";
        if (!back.TryGetValue(entry.EntryId, out var made))
        {
            if (!Says(undo, $"Entry {name} cannot come back") && !StoodThere(undo, name))
                find(Counter.Unexplained, $"An undo did not put {name} back, and did not say so.");
        }
        else if (made is null || truth.Find(made.Value)?.PutBackOf != entry.EntryId)
            find(Counter.Unexplained, $"An undo says that {name} is back, and it is not ({progress.State}).");
    }

    void Restored(Approved undone, Guid entry)
    {
        if (
            truth.Living(entry) is { } copy
            && undone.TextBefore.TryGetValue(entry, out var before)
            && copy.ChangedByHand <= undone.At
            && copy.Text != before
        )
            find(Counter.Unexplained, $"An undo leaves '{copy.Text}' for '{before}'.");
    }

    void Links(Approved undo, Approved undone, RepairJournal journal, Dictionary<Guid, Guid?> back)
    {
        var now = links(undo.Repair.Connection);
        foreach (
            var document in journal
                .Plan.Steps.Zip(journal.Steps)
                .Where(one => one is { First: not RepairStep.CorrectEntry, Second.HasEffect: true })
                .Select(one => RepairAudit.DocumentOf(one.First))
                .OfType<Guid>()
                .Distinct()
                .Where(document => truth.Answered.GetValueOrDefault(document) <= undo.SawUpTo)
        )
        {
            var (was, link) = (Of(undone.Links, document), Of(now, document));
            // A run has booked it again meanwhile, or somebody has typed it again.
            if (was is not null && StoodThere(undo, $"{was.Series} {was.BookingNumber}"))
                was = was with
                {
                    EntryId =
                        truth
                            .AllLiving.FirstOrDefault(copy =>
                                (copy.Journal, copy.Year, copy.Number)
                                == (was.Series.Journal, was.Series.Year, was.BookingNumber)
                            )
                            ?.EntryId
                        ?? was.EntryId,
                };
            Guid? entry = was is null ? null : back.GetValueOrDefault(was.EntryId) ?? was.EntryId;
            if ((link?.EntryId, link?.IsAccepted ?? false) != (entry, was?.IsAccepted ?? false))
                find(
                    Counter.Unexplained,
                    $"An undo leaves {truth.Documents[document].Name} linked to {link?.BookingNumber}, which was {was?.BookingNumber}."
                );
            else if (link is not null && NumberNow(was!, entry!.Value) is { } number && link.BookingNumber != number)
                find(
                    Counter.Unexplained,
                    $"An undo says that {truth.Documents[document].Name} is {link.BookingNumber}, and it is {number}."
                );
        }
    }

    /// <summary>The number that a document shows after an undo: as before, unless its entry came back as another.</summary>
    int? NumberNow(Link was, Guid entry) =>
        entry == was.EntryId ? was.BookingNumber
        : truth.Living(entry) is { ChangedByHand: 0 } made ? made.Number
        : null;

    static bool StoodThere(Approved undo, string name) => Says(undo, $"Entry {name} stands there already");

    static bool Says(Approved undo, string words) =>
        undo.Repair.Plan.Notes.Any(note => note.StartsWith(words, StringComparison.Ordinal));

    static Link? Of(IReadOnlyList<Link> links, Guid document) =>
        links.FirstOrDefault(link => link.DocumentId == document);
}
