using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>Compares what a repair booked again with what the documents say: number, total and VAT, many entries at once.</summary>
static class VerifyRepair
{
    public static async Task<IReadOnlyList<string>> Differences(
        Store.Repair repair,
        Connection connection,
        ReadRepair read,
        ReadEntries entries,
        CancellationToken stop
    )
    {
        var booked = repair
            .Plan.Steps.Zip(repair.Journal.Steps)
            .Where(one => one is { First: RepairStep.BookAgain, Second.Made: not null })
            .ToDictionary(one => one.Second.Made!.Value, one => (RepairStep.BookAgain)one.First);
        if (booked.Count == 0)
            return [];

        var now = await read.For(repair.Plan, stop);
        var found = (await entries.Whole([.. booked.Keys], stop)).ToDictionary(entry => entry.EntryID);
        return [.. booked.SelectMany(one => Of(one.Key, one.Value))];

        IEnumerable<string> Of(Guid id, RepairStep.BookAgain step)
        {
            if (!found.TryGetValue(id, out var whole))
            {
                yield return $"{step.Document}: its entry is not there any more.";
                yield break;
            }
            if (now.DraftOf(step.Document, connection.Settings) is not { } draft)
                yield break;
            var says = SavedEntries.Of(whole, []);
            if (step.Number is { } number && number != says.Number)
                yield return $"{step.Document} has number {says.Number} and not {number}.";
            if (says.Amount != draft.Gross)
                yield return $"{step.Document}: its entry says {says.Amount}, the document {draft.Gross}.";
            var vat = says
                .Lines.GroupBy(line => line.VatCode)
                .ToDictionary(group => group.Key ?? "", group => group.Sum(line => line.Vat));
            foreach (var code in draft.Lines.GroupBy(line => line.VatCode))
                if (vat.GetValueOrDefault(code.Key.Trim()) is var said && said != code.Sum(line => line.Vat))
                    yield return $"{step.Document}: VAT of code {code.Key.Trim()} is {said} in its entry, {code.Sum(line => line.Vat)} in the document.";
        }
    }
}
