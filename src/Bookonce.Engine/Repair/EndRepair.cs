using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>What is left once every step is done: compare what was booked with what it should say.</summary>
sealed class EndRepair(Connection connection, ReadRepair read, ReadEntries entries)
{
    public async Task<RepairEnd> Of(Store.Repair repair, CancellationToken stop)
    {
        var done = repair.Plan.Steps.Zip(repair.Journal.Steps).Where(step => step.Second.Made is not null).ToArray();
        var booked = done.Where(step => step.First is RepairStep.BookAgain)
            .ToDictionary(step => step.Second.Made!.Value, step => (RepairStep.BookAgain)step.First);
        string[] differences =
            booked.Count == 0 ? [] : [.. await Differences(booked, await read.For(repair.Plan, stop), stop)];
        return new RepairEnd.Done(differences) { Repair = repair };
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
