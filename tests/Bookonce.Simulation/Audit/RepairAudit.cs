using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Simulation.Audit;

/// <summary>
/// Watches what repairs do: an approved step may remove, change or make the one entry that it names, as it was when a person
/// approved that, and nothing else.
/// </summary>
sealed class RepairAudit(Truth truth, Division division, bool keepsNumbers, Action<Counter, string> find, Story story)
{
    /// <summary>What was true of the entry that is about to be deleted.</summary>
    (bool IsMatched, bool IsClosed) before;

    /// <summary>A plan was approved.</summary>
    public void Approved(Approved approved)
    {
        var plan = approved.Repair.Plan;
        story.Tell(
            $"Somebody approves to {plan.Title.ToLowerInvariant()}: {string.Join(" ", plan.Steps.Select(step => step.Words))}"
        );
        if (plan.Kind == RepairKind.Undo || plan.Cases.Any(key => key.StartsWith("typed-", StringComparison.Ordinal)))
            return;
        var named = plan
            .Cases.Select(key => Guid.Parse(key.AsSpan(key.IndexOf('-', StringComparison.Ordinal) + 1)))
            .Concat(plan.Steps.Select(DocumentOf).OfType<Guid>())
            .ToHashSet();
        foreach (var entry in plan.Steps.OfType<RepairStep.RemoveEntry>().Select(step => step.Entry))
            if (
                truth.Living(entry.EntryId) is { } copy
                && !(truth.DocumentBehind(copy) is { } document && named.Contains(document))
            )
                find(Counter.Unexplained, $"A plan removes {copy.Name}, which is none of its documents.");
    }

    /// <summary>Right before a request is dealt with.</summary>
    public void Before(Request request)
    {
        if (
            request is { Warrant.Step: RepairStep.RemoveEntry(var named) }
            && division.FindEntry(named.EntryId) is { } entry
        )
            before = (
                entry.AmountFC != 0
                    && entry.Lines.Any(line => division.Ledger.TermsOf(line.Id).Any(term => term.IsFullyPaid)),
                division.IsClosed(entry.Journal.Code, entry.Year, entry.Period)
                    || division.IsFiled(entry.Year, entry.Period)
            );
    }

    /// <summary>After a request of a repair; false when it is judged like any other.</summary>
    public bool After(Request request)
    {
        switch (request.Warrant)
        {
            case { Step: RepairStep.RemoveEntry(var entry) } warrant:
                Removed(request, warrant, entry.EntryId, wasMatched: entry.Matched is not (null or Matched.No));
                return true;
            case { Step: RepairStep.CorrectEntry(_, var entry) } warrant:
                Changed(request, warrant, entry.EntryId);
                return true;
            case { Step: RepairStep.RestoreContent(var saved) } warrant:
                Changed(request, warrant, saved.EntryId);
                return true;
            case { Step: RepairStep.ReverseEntry reverse }:
                TakenBack(request, reverse);
                return true;
            case { Step: RepairStep.PutBack back } warrant:
                PutBack(request, warrant, back);
                return true;
            default:
                return false;
        }
    }

    void Removed(Request request, Warrant warrant, Guid entry, bool wasMatched)
    {
        var step = truth.Observe(Maker.Bookonce, document: null);
        OnlyThat(request, step, copy => copy.EntryId == entry && step.Deleted.Contains(copy));
        if (step.Deleted.FirstOrDefault(copy => copy.EntryId == entry) is not { } gone)
            return;

        story.Tell($"Bookonce deletes {gone.Name}.");
        var approved = warrant.Repair;
        approved.TextBefore[entry] = gone.Text;
        string?[] touched =
        [
            gone.ChangedByHand > approved.SawUpTo ? Judge("changed", gone.ChangedByHand, request.ReadAt) : null,
            before.IsMatched ? Judge("matched", truth.Paid.GetValueOrDefault(entry), request.MatchingReadAt) : null,
            before.IsClosed
                ? Judge("closed", truth.Closed.GetValueOrDefault(PeriodOf(gone)), request.MatchingReadAt)
                : null,
        ];
        if (touched.OfType<string>().FirstOrDefault() is not { } what)
            return;
        approved.Raced.Add(entry);
        find(Counter.Raced, $"{gone.Name} was {what} right before it was deleted.");

        string? Judge(string what, long at, long readAt)
        {
            if (at > readAt)
                return what;
            // The end of a matching that the plan asked for may count as a change, so one of texts is not seen then; it was saved.
            if (wasMatched && what == "changed")
                return null;
            find(Counter.ForeignTouched, $"{gone.Name} was {what}, and Bookonce deleted it though it had read that.");
            return null;
        }
    }

    /// <summary>The text of an entry names its period.</summary>
    static (int, int) PeriodOf(Copy copy)
    {
        const string word = " period ";
        var text = copy.Text.AsSpan(copy.Text.IndexOf(word, StringComparison.Ordinal) + word.Length);
        return (copy.Year, int.Parse(text[..text.IndexOf(' ')]));
    }

    void Changed(Request request, Warrant warrant, Guid entry)
    {
        var step = truth.Observe(Maker.Bookonce, document: null);
        OnlyThat(request, step, copy => copy.EntryId == entry && !step.Deleted.Contains(copy));
        foreach (var (copy, before) in step.Edited)
        {
            story.Tell($"Bookonce changes {copy.Name}.");
            warrant.Repair.TextBefore.TryAdd(copy.EntryId, before);
        }
    }

    void TakenBack(Request request, RepairStep.ReverseEntry reverse)
    {
        var entry = reverse.Entry.EntryId;
        var isAgain = truth.IsTakenBack(entry);
        var step = truth.Observe(
            Maker.Bookonce,
            null,
            request.Message.IsEntry ? request.Number : null,
            takesBack: entry
        );
        OnlyThat(request, step, _ => false);
        foreach (var made in step.Made)
        {
            story.Tell($"Bookonce's {made.Journal.Code} {made.EntryNumber} takes {reverse.Entry.Number} back.");
            if (isAgain)
                find(Counter.BookedTwice, $"{reverse.Entry.Series} {reverse.Entry.Number} is taken back twice.");
            if (division.FindEntry(entry) is { } back && made.AmountFC != -back.AmountFC)
                find(Counter.Unexplained, $"{made.EntryNumber} says {made.AmountFC}, and takes back {back.AmountFC}.");
        }
    }

    void PutBack(Request request, Warrant warrant, RepairStep.PutBack back)
    {
        var original = truth.Find(back.Saved.EntryId);
        var standing = truth.AllLiving.FirstOrDefault(copy => original is not null && copy.Root == original.Root);
        var step = truth.Observe(
            Maker.Bookonce,
            original?.Document,
            request.Message.IsEntry ? request.Number : null,
            original
        );
        OnlyThat(request, step, _ => false);
        foreach (var made in step.Made)
        {
            story.Tell($"Bookonce puts {original?.Name} back as {made.Journal.Code} {made.EntryNumber}.");
            if (standing is not null)
                find(Counter.BookedTwice, $"{made.EntryNumber} is put back, and stands there as {standing.Name}.");
            var (was, text) = (original?.Text ?? "", EntryText.Of(division, made));
            var isSame =
                keepsNumbers && back.Number == back.Saved.Number ? was == text : EntryText.SaysTheSame(was, text);
            if (!isSame && warrant.Repair.Undoes?.Raced.Contains(back.Saved.EntryId) != true)
                find(Counter.Unexplained, $"An undo puts back '{text}' for '{was}'.");
        }
    }

    void OnlyThat(Request request, Step step, Func<Copy, bool> isNamed)
    {
        foreach (var copy in step.Edited.Select(one => one.Copy).Concat(step.Deleted).Where(copy => !isNamed(copy)))
            find(
                Counter.ForeignTouched,
                $"{request.Message.Name} touched the entry {copy.Name} of {copy.Maker}, which its step does not name."
            );
        if (request.Warrant!.Step is RepairStep.RemoveEntry or RepairStep.CorrectEntry or RepairStep.RestoreContent)
            foreach (var made in step.Made)
                find(Counter.Unexplained, $"{request.Message.Name} made {made.Journal.Code} {made.EntryNumber}.");
    }

    /// <summary>The entry that a step removes or changes; empty for any other.</summary>
    public static Guid EntryOf(RepairStep step) =>
        step switch
        {
            RepairStep.RemoveEntry(var entry) => entry.EntryId,
            RepairStep.CorrectEntry(_, var entry) => entry.EntryId,
            RepairStep.RestoreContent(var saved) => saved.EntryId,
            _ => Guid.Empty,
        };

    /// <summary>The document whose link or entry a step touches.</summary>
    public static Guid? DocumentOf(RepairStep step) =>
        step switch
        {
            RepairStep.Release(var document, _) => document.Id,
            RepairStep.LinkTo(var document, _, _) => document.Id,
            RepairStep.CorrectEntry(var document, _) => document.Id,
            RepairStep.RestoreLink(var document, _, _) => document.Id,
            RepairStep.BookAgain(var document, _, _) => document.Id,
            RepairStep.Accept(var document, _) => document.Id,
            _ => null,
        };
}
