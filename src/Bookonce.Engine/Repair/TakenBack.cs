using Bookonce.Domain.Connections;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Repair;

/// <summary>
/// An entry that was taken back is no document any more, nor is the one that takes it back: both are denied to every document,
/// and asked about again once the one that took it back is gone.
/// </summary>
sealed class TakenBack(IStore store, Office office, Connection connection)
{
    IReadOnlyDictionary<Guid, Guid>? known;

    /// <summary>Comes right before it is written that a step is done, so that nothing that cuts a repair off makes it forgotten.</summary>
    /// <param name="step">The step.</param>
    /// <param name="made">The entry that it made.</param>
    /// <param name="read">Reads the books with that entry.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task Follow(RepairStep step, Guid? made, Func<Task<BooksNow>> read, CancellationToken stop)
    {
        switch (step)
        {
            case RepairStep.ReverseEntry(var entry, _, _, _) when made is { } back:
                await TellApart(entry.LineId, back, await read(), stop);
                break;
            case RepairStep.PutBack(var saved, _, _)
                when made is { } again && await TakenBy(saved.EntryId, stop) is { } line:
                await TellApart(line, again, await read(), stop);
                break;
            case RepairStep.RemoveEntry(var entry) when await TakenBy(entry.EntryId, stop) is { } line:
                await store.ForgetDenials(office, [line], stop);
                break;
        }
    }

    /// <summary>
    /// Lines of which nothing was said but that another entry takes them back, once that one is gone: by its own line, which was
    /// told apart with them and is in no mirror any more.
    /// </summary>
    public static IReadOnlyList<Guid> Outlived(Books books, IEnumerable<Store.Repair> repairs)
    {
        var entries = books.Entries.Select(entry => entry.EntryId).ToHashSet();
        var lines = books.Entries.Select(entry => entry.LineId).ToHashSet();
        var vanished = books
            .Denials.Where(denial => !lines.Contains(denial.LineId))
            .ToLookup(denial => denial.DocumentId);
        return
        [
            .. Lines(repairs)
                .GroupBy(taken => taken.Value, taken => taken.Key)
                .Where(taken => !taken.Any(entries.Contains))
                .SelectMany(taken =>
                    books.Denials.Where(denial => denial.LineId == taken.Key && vanished.Contains(denial.DocumentId))
                )
                .SelectMany(denial => vanished[denial.DocumentId].Append(denial))
                .Select(denial => denial.LineId)
                .Distinct(),
        ];
    }

    async Task TellApart(Guid line, Guid back, BooksNow now, CancellationToken stop)
    {
        Guid[] both = [line, .. now.Books.Entries.Where(entry => entry.EntryId == back).Select(entry => entry.LineId)];
        await store.Deny(office, [.. both.Select(Denial.OfAll)], stop);
    }

    /// <summary>The receivable line that an entry of an earlier repair takes back; null when it takes back none.</summary>
    async Task<Guid?> TakenBy(Guid entry, CancellationToken stop)
    {
        known ??= Lines(await store.LoadRepairs(connection.Id, stop));
        return known.TryGetValue(entry, out var line) ? line : null;
    }

    static Dictionary<Guid, Guid> Lines(IEnumerable<Store.Repair> repairs)
    {
        var lines = new Dictionary<Guid, Guid>();
        foreach (var repair in repairs)
        foreach (var (step, progress) in repair.Plan.Steps.Zip(repair.Journal.Steps))
            if (progress.Made is not { } made)
                continue;
            else if (step is RepairStep.ReverseEntry(var entry, _, _, _))
                lines[made] = entry.LineId;
            else if (step is RepairStep.PutBack(var saved, _, _) && lines.TryGetValue(saved.EntryId, out var line))
                lines[made] = line;
        return lines;
    }
}
