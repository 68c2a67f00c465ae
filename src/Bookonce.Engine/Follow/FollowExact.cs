using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Bookonce.Engine.Translations;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Follow;

/// <summary>Keeps the mirror of an administration: a first fill bounded by date, then row versions and deletions.</summary>
sealed class FollowExact(IStore store, Office office, ExactDivision division, Masters masters)
{
    const int Chunk = 1_000;

    /// <summary>What a row of <c>sync/Deleted</c> was. Source: Exact knowledge base, Deleted.</summary>
    const int TransactionLines = 1;

    /// <inheritdoc cref="TransactionLines"/>
    const int Accounts = 2;

    /// <summary>Row versions begin above this. Source: Exact knowledge base, API types.</summary>
    const long Beginning = 1;

    /// <summary>How far before the start date entries are read: a copy may be dated wrongly by a year, hardly by more.</summary>
    const int YearsBefore = 1;

    /// <summary>Brings the mirror up to date.</summary>
    /// <param name="point">How far it is.</param>
    /// <param name="startDate">The start date of the connection that runs.</param>
    /// <param name="today">The clock's date.</param>
    /// <param name="stop">Ends the following between two pages; what was read is kept.</param>
    public async Task Follow(ExactPoint point, DateOnly startDate, DateOnly today, CancellationToken stop)
    {
        var from = startDate.Year > YearsBefore ? startDate.AddYears(-YearsBefore) : startDate;
        if (point.FilledFrom is not { } filled || filled > from)
            point = await Fill(point, from, today, stop);

        point = await FollowLines(point, stop);
        point = await FollowDeletions(point, stop);
        await FollowRelations(point, stop);
    }

    /// <summary>Takes the row versions first, so that what changes during the fill is read again after it.</summary>
    async Task<ExactPoint> Fill(ExactPoint point, DateOnly from, DateOnly today, CancellationToken stop)
    {
        var lines = await division.SyncTimestamp("TransactionLines", today.AddDays(-1), stop) ?? Beginning;
        // Deletions since the last follow are still to be applied; only a first fill may begin at the newest.
        var deleted =
            point.Deleted
            ?? await Deletions(Beginning, stop)
                .Select(row => row.Timestamp)
                .DefaultIfEmpty(Beginning)
                .MaxAsync(cancellationToken: stop);

        var filled = division.BulkTransactionLines.Read(Filter.Ge("Date", from), cancellation: stop);
        await foreach (var chunk in filled.Chunk(Chunk).WithCancellation(stop))
            await Save(chunk, point, stop);

        return await Move(point with { Lines = lines, Deleted = deleted, FilledFrom = from }, stop);
    }

    /// <summary>Pages are not promised to come in the order of their row versions, so the point moves after the last one.</summary>
    async Task<ExactPoint> FollowLines(ExactPoint point, CancellationToken stop)
    {
        var highest = point.Lines ?? Beginning;
        await foreach (
            var chunk in division
                .SyncTransactionLines.Read(After(highest), cancellation: stop)
                .Chunk(Chunk)
                .WithCancellation(stop)
        )
        {
            highest = Math.Max(highest, chunk.Max(line => line.Timestamp));
            await Save(chunk, point, stop);
        }

        return highest == point.Lines ? point : await Move(point with { Lines = highest }, stop);
    }

    async Task<ExactPoint> FollowDeletions(ExactPoint point, CancellationToken stop)
    {
        var highest = point.Deleted ?? Beginning;
        await foreach (var chunk in Deletions(highest, stop).Chunk(Chunk).WithCancellation(stop))
        {
            highest = Math.Max(highest, chunk.Max(row => row.Timestamp));
            var vanished = chunk.Where(row => row.EntityType == TransactionLines).Select(row => row.EntityKey);
            await store.SaveEntries(office, [], [.. vanished], point, stop);
            var accounts = chunk.Where(row => row.EntityType == Accounts).Select(row => row.EntityKey);
            await store.SaveRelations(office, [], [.. accounts], point, stop);
        }

        return highest == point.Deleted ? point : await Move(point with { Deleted = highest }, stop);
    }

    async Task FollowRelations(ExactPoint point, CancellationToken stop)
    {
        var highest = point.Relations ?? Beginning;
        await foreach (
            var chunk in division
                .SyncAccounts.Read(After(highest), cancellation: stop)
                .Chunk(Chunk)
                .WithCancellation(stop)
        )
        {
            highest = Math.Max(highest, chunk.Max(account => account.Timestamp));
            await store.SaveRelations(office, [.. chunk.Select(FromExact.Relation)], [], point, stop);
        }

        if (highest != point.Relations)
            await store.SaveRelations(office, [], [], point with { Relations = highest }, stop);
    }

    async Task<ExactPoint> Move(ExactPoint point, CancellationToken stop)
    {
        await store.SaveEntries(office, [], [], point, stop);
        return point;
    }

    /// <summary>A line that stopped being a receivable leaves the mirror like a deleted one.</summary>
    Task Save(IReadOnlyList<TransactionLine> lines, ExactPoint point, CancellationToken stop)
    {
        var entries = new List<Entry>();
        var others = new List<Guid>();
        foreach (var line in lines)
            if (FromExact.Entry(line, masters) is { } entry)
                entries.Add(entry);
            else
                others.Add(line.ID);
        return store.SaveEntries(office, entries, others, point, stop);
    }

    IAsyncEnumerable<DeletedRow> Deletions(long after, CancellationToken stop) =>
        division.SyncDeleted.Read(After(after), cancellation: stop);

    static Filter After(long? timestamp) => Filter.Gt("Timestamp", timestamp ?? Beginning);
}
