using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>
/// Plans how to undo what a journal says was done: what was made goes, what was removed comes back under its own number while
/// that is free and the period open, and links are as they were. What cannot come back is said before.
/// </summary>
public sealed class Undo
{
    readonly RepairJournal journal;
    readonly Standing standing;
    readonly RepairBooks books;
    readonly Removing removing;
    readonly List<RepairStep> steps = [];
    readonly List<Obstacle> obstacles = [];
    readonly List<string> notes = [];
    readonly HashSet<Guid> comesBack = [];
    readonly Dictionary<Guid, Entry> already = [];

    Undo(RepairJournal journal, RepairBooks books)
    {
        (this.journal, this.books) = (journal, books);
        standing = new Standing(books);
        removing = new Removing(standing);
    }

    /// <summary>The plan that undoes another.</summary>
    /// <param name="journal">What was done.</param>
    /// <param name="books">The books as they stand now.</param>
    public static RepairPlan Plan(RepairJournal journal, RepairBooks books)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(books);
        return new Undo(journal, books).Made();
    }

    RepairPlan Made()
    {
        var done = journal
            .Plan.Steps.Zip(journal.Steps, (step, progress) => (Step: step, Progress: progress))
            .ToArray();
        foreach (
            var (step, progress) in done.Where(one =>
                one.Progress is { HasEffect: true, State: not (StepState.Verified or StepState.Raced) }
                && !MadeNothing(one.Step, one.Progress)
            )
        )
            obstacles.Add(
                new(ObstacleReason.NotSeen, $"Nobody has seen yet whether this was done: {step.Words} Resume first.")
            );
        foreach (var (step, progress) in done.Where(one => one.Progress.State is StepState.Verified or StepState.Raced))
            Take(step, progress);
        PutBack(done);
        Links(done);
        Tell(done);

        RepairStep[] ordered = [.. Continued().OrderBy(step => step.Phase)];
        return new RepairPlan
        {
            Kind = RepairKind.Undo,
            Cases = journal.Plan.Cases,
            Steps = ordered,
            Cost = Costing.Of(standing, ordered, leftOpen: 0),
            Obstacles = [.. obstacles.Concat(new Assembly(standing, []).OfIntents(ordered)).Distinct()],
            Notes = notes,
            Rows = NumberRow.Of(ordered, standing.EntriesOf),
            Seal = Assembly.SealOf(ordered),
        };
    }

    /// <summary>Whether a step was refused each time that it was sent.</summary>
    static bool MadeNothing(RepairStep step, StepProgress progress) =>
        step is RepairStep.BookAgain or RepairStep.ReverseEntry or RepairStep.PutBack
        && progress is { State: StepState.Stopped, Unanswered: [] };

    /// <summary>What was made goes again, the highest number first.</summary>
    void Take(RepairStep step, StepProgress progress)
    {
        switch (step)
        {
            case RepairStep.BookAgain or RepairStep.ReverseEntry or RepairStep.PutBack:
                RemoveMade(step, progress);
                break;
            case RepairStep.CorrectEntry or RepairStep.RestoreContent when progress.Saved is { } saved:
                if (books.Books.Entries.Any(entry => entry.EntryId == saved.EntryId))
                    steps.Add(new RepairStep.RestoreContent(saved));
                else
                    notes.Add(
                        $"Entry {saved.Series} {saved.Number} was deleted since, so it does not get back what it said."
                    );
                break;
        }
    }

    void RemoveMade(RepairStep step, StepProgress progress)
    {
        if (books.Books.Entries.FirstOrDefault(entry => entry.EntryId == progress.Made) is not { } entry)
        {
            obstacles.Add(
                new(ObstacleReason.NotSeen, $"What this made is not in the books that were read: {step.Words}")
            );
            return;
        }
        var twin = standing.TwinOf(entry);
        obstacles.AddRange(removing.AgainstRemoving(twin));
        steps.InsertRange(0, [.. Removing.Unmatch(twin), new RepairStep.RemoveEntry(entry)]);
    }

    void PutBack(IEnumerable<(RepairStep Step, StepProgress Progress)> done)
    {
        var freed = steps.SelectMany(Costing.Removed).Select(entry => (entry.Series, entry.Number)).ToHashSet();
        var given = new HashSet<(SeriesKey, int)>();
        var saved = done.Where(one =>
                one is { Step: RepairStep.RemoveEntry, Progress.State: StepState.Verified or StepState.Raced }
            )
            .Select(one => one.Progress.Saved!)
            .OrderBy(entry => entry.Series.Journal, StringComparer.Ordinal)
            .ThenBy(entry => entry.Number)
            .ToArray();
        foreach (var entry in saved)
        {
            if (IsClosed(entry))
            {
                notes.Add(
                    $"Entry {entry.Series} {entry.Number} cannot come back: its period {entry.Series.Year} - {entry.Period} is closed or declared by now."
                );
                continue;
            }
            if (LinkedTaken(entry) is { } taken)
            {
                notes.Add(
                    $"Entry {entry.Series} {entry.Number} cannot come back: it took back {Removing.Name(taken)}, and a document is linked to that by now."
                );
                continue;
            }
            if (Already(entry) is { } standsThere)
            {
                notes.Add(
                    $"Entry {entry.Series} {entry.Number} stands there already as it was saved, and is left as it is."
                );
                already[entry.EntryId] = standsThere;
                continue;
            }
            var number = NumberFor(entry.Series, entry.Number);
            if (number != entry.Number)
                notes.Add(
                    $"Entry {entry.Series} {entry.Number} comes back {(number is { } other ? $"as {entry.Series} {other}: its number is held by something else" : "with the number that Exact gives")}."
                );
            comesBack.Add(entry.EntryId);
            steps.Add(new RepairStep.PutBack(entry, entry.Series, number));
        }

        Entry? LinkedTaken(SavedEntry saved) =>
            books.Books.Entries.FirstOrDefault(entry =>
                TakingBack.Words(entry.Series, entry.Number) == saved.Description
                && entry.Amount == -saved.Amount
                && standing.LinkTo(entry) is not null
            );

        // Who put the memory back from a copy may have forgotten an undo; a person may have typed it again.
        Entry? Already(SavedEntry saved) =>
            freed.Contains((saved.Series, saved.Number))
                ? null
                : standing
                    .EntriesOf(saved.Series)
                    .FirstOrDefault(entry =>
                        (entry.Number, entry.Date, entry.AccountId, entry.Amount, entry.YourRef)
                        == (saved.Number, saved.Date, saved.Account, saved.Amount, saved.YourRef)
                    );

        int? NumberFor(SeriesKey series, int own)
        {
            if (standing.ExactNumbers(series))
                return null;
            var number = own;
            if (!IsFree(number))
                number = standing.NextOf(series) ?? own;
            while (!IsFree(number))
                number++;
            given.Add((series, number));
            return number;

            bool IsFree(int asked) =>
                !given.Contains((series, asked))
                && (freed.Contains((series, asked)) || !standing.Holds(series, asked))
                && !standing.ReservedIn(series).Contains(asked);
        }
    }

    bool IsClosed(SavedEntry entry) =>
        books.Books.Closings?.Periods.Contains(new ClosedPeriod(entry.Series.Journal, entry.Series.Year, entry.Period))
            == true
        || books.Books.Closings?.Returns?.Any(made =>
            made.IsFiled == true && made.Covers(entry.Series.Year, entry.Period)
        ) == true;

    /// <summary>
    /// The link that a document had before the first step about it, and links that were not ended yet but whose entry comes back
    /// with another id. A link to nothing is restored too: an open document would be booked by the next run.
    /// </summary>
    void Links(IEnumerable<(RepairStep Step, StepProgress Progress)> done)
    {
        var touched = done.Where(one => one.Progress.State is StepState.Verified)
            .Select(one => LinkOf(one.Step))
            .OfType<(DocumentRef Document, Link? Before)>()
            .Concat(
                books
                    .Books.Links.Where(link => comesBack.Contains(link.EntryId) || already.ContainsKey(link.EntryId))
                    .Select(link => (standing.DocumentOf(link), link))
                    .Where(one => one.Item1 is not null)
                    .Select(one => (DocumentRef.Of(one.Item1!), (Link?)one.link))
            )
            .GroupBy(link => link.Item1.Id);
        foreach (var group in touched)
        {
            var (document, before) = group.First();
            var now = standing.Linked.LinkOf(document.Id);
            var stays = now is not null && now.EntryId == before?.EntryId;
            if (before is not null && already.TryGetValue(before.EntryId, out var standsThere))
            {
                if (now is null || standing.Linked.EntryOf(now)?.LineId != standsThere.LineId)
                    steps.Add(new RepairStep.LinkTo(document, standsThere, now));
                continue;
            }
            if (now is not null && !stays)
                steps.Add(new RepairStep.Release(document, now));
            if (before is null)
                continue;
            steps.Add(new RepairStep.RestoreLink(document, before, before.EntryId) { Instead = stays ? now : null });
            if (!comesBack.Contains(before.EntryId) && standing.Linked.EntryOf(before) is null)
                notes.Add(
                    $"{document} shows {before.Series} {before.BookingNumber} again, though no such entry is there."
                );
        }
    }

    static (DocumentRef, Link?)? LinkOf(RepairStep step) =>
        step switch
        {
            RepairStep.Release(var document, var before) => (document, before),
            RepairStep.LinkTo(var document, _, var before) => (document, before),
            RepairStep.Accept(var document, var before) => (document, before),
            RepairStep.RestoreLink(var document, _, _) { Instead: var instead } => (document, instead),
            RepairStep.BookAgain(var document, _, _) => (document, null),
            _ => null,
        };

    void Tell((RepairStep Step, StepProgress Progress)[] done)
    {
        if (comesBack.Count > 0)
            notes.Add($"Entries that come back have new ids, and new instants of entering: {comesBack.Count}.");
        foreach (var loss in journal.Plan.Cost.Payments.Where(loss => comesBack.Contains(loss.Entry.EntryId)))
            notes.Add(
                $"The payment of {Removing.Name(loss.Entry)} must be matched again{(loss.Holds == Known.Unknown ? ", if it had one" : "")}."
            );
        foreach (
            var (step, _) in done.Where(one =>
                one.Step is RepairStep.Person && one.Progress.State == StepState.Verified
            )
        )
            notes.Add($"What a person did stays done: {step.Words}");
    }

    /// <summary>A series ends where its entries end once everything is back.</summary>
    IEnumerable<RepairStep> Continued()
    {
        var back = steps
            .OfType<RepairStep.PutBack>()
            .Select(step => (step.Series, step.Number ?? step.Saved.Number))
            .ToHashSet();
        return Tail.Added(standing, steps)
            .Select(step =>
                step is RepairStep.ContinueAt goesOn
                    ? goesOn with
                    {
                        Next = back.Where(number => number.Series == goesOn.Series)
                            .Select(number => number.Item2 + 1)
                            .Append(goesOn.Next)
                            .Max(),
                    }
                    : step
            )
            .Where(step => step is not RepairStep.ContinueAt { Next: var next, Before: var before } || next != before);
    }
}
