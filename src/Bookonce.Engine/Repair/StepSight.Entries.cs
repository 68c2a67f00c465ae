using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Duplicates;
using Bookonce.ExactOnline;
using VatReturn = Bookonce.Domain.Connections.VatReturn;

namespace Bookonce.Engine.Repair;

/// <content>Reading an entry with everything that must hold before it is touched.</content>
sealed partial class StepSight
{
    /// <summary>Entries for which closed periods, returns and rights are read once.</summary>
    const int Around = 20;

    /// <summary>How long an entry counts as read that was read together with the one before.</summary>
    static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    readonly Dictionary<Guid, (WholeSalesEntry? Whole, DateTimeOffset At)> ahead = [];
    Closings? closings;
    Known isAllowed;
    int reads;

    /// <summary>The entry right now, with what must hold before it is touched; whether it is matched is read last.</summary>
    async Task<EntryReading> Read(Guid entry, CancellationToken stop)
    {
        await ReadAround(stop);
        if (await Whole(entry, stop) is not { } whole)
            return new EntryReading.Gone();

        var saved = await entries.Saved(whole, stop);
        return new EntryReading.Stands(saved)
        {
            // Exact keeps no receivable of nothing.
            IsMatched = saved.Amount == 0 ? Known.No : (await entries.Matched([entry], stop)).GetValueOrDefault(entry),
            IsClosed = closings!.Periods.Contains(
                new ClosedPeriod(saved.Series.Journal, saved.Series.Year, saved.Period)
            )
                ? Known.Yes
                : Known.No,
            IsFiled = IsFiled(saved, closings.Returns),
            IsAllowed = isAllowed,
        };
    }

    /// <summary>Two entries that are removed one after the other are read by one call: calls are what a repair takes its time for.</summary>
    async Task<WholeSalesEntry?> Whole(Guid entry, CancellationToken stop)
    {
        if (ahead.Remove(entry, out var read) && clock.GetUtcNow() - read.At < Together)
            return read.Whole;
        Guid[] both = [entry, .. RemovedAfter(entry)];
        var at = clock.GetUtcNow();
        var found = (await entries.Whole(both, stop)).ToDictionary(whole => whole.EntryID);
        foreach (var next in both.Skip(1))
            ahead[next] = (found.GetValueOrDefault(next), at);
        return found.GetValueOrDefault(entry);
    }

    IEnumerable<Guid> RemovedAfter(Guid entry) =>
        journal
            .Plan.Steps.OfType<RepairStep.RemoveEntry>()
            .Select(step => step.Entry.EntryId)
            .SkipWhile(removed => removed != entry)
            .Skip(1)
            .Take(1);

    /// <summary>What is closed and filed, and what the user may, is the same for many entries: it is read for several at once.</summary>
    async Task ReadAround(CancellationToken stop)
    {
        if (closings is not null && ++reads % Around != 0)
            return;
        closings = await ReadClosings.Of(division, clock.GetUtcNow(), stop);
        isAllowed = await division.UserHasRights("salesentry/SalesEntries", "DELETE", stop) ? Known.Yes : Known.No;
    }

    Known IsFiled(SavedEntry entry, IReadOnlyList<VatReturn>? returns)
    {
        if (returns is null)
            return isNotFiled ? Known.No : Known.Unknown;
        var covering = returns.Where(made => made.Covers(entry.Series.Year, entry.Period)).ToArray();
        return covering.Any(made => made.IsFiled == true) ? Known.Yes
            : covering.Any(made => made.IsFiled is null) ? Known.Unknown
            : Known.No;
    }
}
