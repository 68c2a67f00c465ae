using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Repair;

/// <summary>What is left once every step is done: compare what was made, and remember what the next look must know.</summary>
sealed class EndRepair(
    IStore store,
    Office office,
    Connection connection,
    ReadRepair read,
    ReadEntries entries,
    TimeProvider clock
)
{
    public async Task<RepairEnd> Of(Store.Repair repair, CancellationToken stop)
    {
        var done = repair.Plan.Steps.Zip(repair.Journal.Steps).Where(step => step.Second.Made is not null).ToArray();
        var booked = done.Where(step => step.First is RepairStep.BookAgain)
            .ToDictionary(step => step.Second.Made!.Value, step => (RepairStep.BookAgain)step.First);
        var reversed = done.Where(step => step.First is RepairStep.ReverseEntry)
            .ToDictionary(step => step.Second.Made!.Value, step => ((RepairStep.ReverseEntry)step.First).Entry.LineId);
        string[] differences = [];
        if (booked.Count > 0 || reversed.Count > 0)
        {
            var now = await read.For(repair.Plan, stop);
            await TellApart(reversed, now, stop);
            differences = [.. await Differences(booked, now, stop)];
        }
        if (repair.Undoes is { } undone)
            await MarkUndone(undone, stop);
        return new RepairEnd.Done(differences) { Repair = repair };
    }

    /// <summary>An entry that was taken back is no twin any more, nor is the one that takes it back: nobody asks about them again.</summary>
    async Task TellApart(Dictionary<Guid, Guid> reversed, BooksNow now, CancellationToken stop)
    {
        var lines = now
            .Books.Entries.Where(entry => reversed.ContainsKey(entry.EntryId))
            .Select(entry => entry.LineId)
            .Concat(reversed.Values)
            .ToHashSet();
        Denial[] denials =
        [
            .. now.Own.Keys.SelectMany(document =>
                now.MayBe(document)
                    .Where(candidate => lines.Contains(candidate.LineId))
                    .Select(candidate => new Denial(document, candidate.LineId))
            ),
        ];
        if (denials is not [])
            await store.Deny(office, denials, stop);
    }

    async Task MarkUndone(Guid undone, CancellationToken stop)
    {
        var journal = (await Repairing.Find(store, connection, undone, stop)).Journal;
        foreach (var (at, step) in journal.Steps.Index())
            if (step.State != StepState.Undone)
                await store.WriteStep(office, undone, new StepRecord(at, StepState.Undone, clock.GetUtcNow()), stop);
    }

    /// <summary>Number, total and VAT of what was booked again, many entries at once.</summary>
    async Task<IEnumerable<string>> Differences(
        Dictionary<Guid, RepairStep.BookAgain> booked,
        BooksNow now,
        CancellationToken stop
    )
    {
        var found = (await entries.Whole([.. booked.Keys], stop)).ToDictionary(
            entry => entry.EntryID,
            entry => SavedEntries.Of(entry, [])
        );
        return booked.SelectMany(one =>
            !found.TryGetValue(one.Key, out var says) ? [$"{one.Value.Document}: its entry is not there any more."]
            : now.DraftOf(one.Value.Document, connection.Settings) is { } draft ? Differences(one.Value, says, draft)
            : []
        );
    }

    static IEnumerable<string> Differences(RepairStep.BookAgain step, SavedEntry says, EntryDraft draft)
    {
        if (step.Number is { } number && number != says.Number)
            yield return $"{step.Document} has number {says.Number} and not {number}.";
        if (says.Amount != draft.Gross)
            yield return $"{step.Document}: its entry says {says.Amount}, the document {draft.Gross}.";
        var vat = says.Lines.ToLookup(line => line.VatCode ?? "", line => line.Vat);
        foreach (var code in draft.Lines.GroupBy(line => line.VatCode.Trim(), line => line.Vat))
            if (vat[code.Key].Sum() is var said && said != code.Sum())
                yield return $"{step.Document}: VAT of code {code.Key} is {said} in its entry, {code.Sum()} in the document.";
    }
}
