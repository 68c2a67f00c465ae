using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
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

    /// <summary>Exact keeps deletions for two months; less, so that the fill is over in time.</summary>
    static readonly TimeSpan DeletionsKept = TimeSpan.FromDays(55);

    /// <summary>How far before the start date entries are read: a copy may be dated wrongly by a year, hardly by more.</summary>
    const int YearsBefore = 1;

    /// <summary>Brings the mirror up to date.</summary>
    /// <param name="books">What the mirror holds, and how far it is.</param>
    /// <param name="startDate">The start date of the connection that runs.</param>
    /// <param name="now">The clock.</param>
    /// <param name="stop">Ends the following between two pages; what was read is kept.</param>
    public async Task Follow(Books books, DateOnly startDate, DateTimeOffset now, CancellationToken stop)
    {
        var from = startDate.Year > YearsBefore ? startDate.AddYears(-YearsBefore) : startDate;
        var point = books.Point;
        var isComplete = point.FilledFrom <= from && now - point.FollowedAt < DeletionsKept;
        if (!isComplete)
            point = await Fill(books, from, now, stop);

        var (lines, last) = await FollowLines(point, stop);
        var (deleted, wasDeleted) = await FollowDeletions(lines with { FollowedAt = now }, point.LastLine, stop);
        if (isComplete && point.LastLine is not null && !last && !wasDeleted)
        {
            // The line that was read last is neither there nor deleted: Exact has given out new row versions.
            deleted = await Fill(books, from, now, stop);
            (deleted, _) = await FollowLines(deleted, stop);
        }
        await FollowRelations(await FollowPayments(deleted, stop), books, stop);
    }

    /// <summary>
    /// Reads every line from a date on, and takes out of the mirror what is not there any more. The row versions are taken
    /// first, so that what changes during the fill is read again after it.
    /// </summary>
    async Task<ExactPoint> Fill(Books books, DateOnly from, DateTimeOffset now, CancellationToken stop)
    {
        var yesterday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        var lines = await division.SyncTimestamp("TransactionLines", yesterday, stop) ?? Beginning;
        var deleted = await Deletions(Beginning, stop)
            .Select(row => row.Timestamp)
            .DefaultIfEmpty(Beginning)
            .MaxAsync(cancellationToken: stop);

        // What the mirror has from before that date must be seen again too, or it would count as gone.
        var earliest = books.Entries.Select(entry => entry.Date).Append(from).Min();
        var seen = new HashSet<Guid>();
        var filled = division.BulkTransactionLines.Read(Filter.Ge("Date", earliest), cancellation: stop);
        await foreach (var chunk in filled.Chunk(Chunk).WithCancellation(stop))
        {
            seen.UnionWith(chunk.Select(line => line.ID));
            await Save(chunk, books.Point, stop);
        }

        var point = new ExactPoint(lines, deleted, Relations: null, from) { FollowedAt = now };
        var vanished = books.Entries.Select(entry => entry.LineId).Where(line => !seen.Contains(line));
        await store.SaveEntries(office, [], [.. vanished], point, stop);
        return point;
    }

    /// <summary>
    /// Pages are not promised to come in the order of their row versions, so the point moves after the last one. The line
    /// read last is asked for again; whether it came tells whether the row versions are still the same.
    /// </summary>
    async Task<(ExactPoint Point, bool SawLast)> FollowLines(ExactPoint point, CancellationToken stop)
    {
        var after = point.LastLine is null ? point.Lines : point.Lines - 1;
        var (next, sawLast) = (point, false);
        await foreach (
            var chunk in division
                .SyncTransactionLines.Read(After(after), cancellation: stop)
                .Chunk(Chunk)
                .WithCancellation(stop)
        )
        {
            sawLast |= chunk.Any(line => line.ID == point.LastLine);
            var newest = chunk.MaxBy(line => line.Timestamp)!;
            if (next.LastLine is null || newest.Timestamp > next.Lines)
                next = next with { Lines = newest.Timestamp, LastLine = newest.ID };
            SyncTransactionLine[] changed = [.. chunk.Where(line => !IsLast(line, point))];
            if (changed.Length > 0)
                await Save(changed, point, stop);
        }

        return (next == point ? point : await Move(next, stop), sawLast);
    }

    static bool IsLast(SyncTransactionLine line, ExactPoint point) =>
        (line.ID, line.Timestamp) == (point.LastLine, point.Lines);

    async Task<(ExactPoint Point, bool SawLast)> FollowDeletions(ExactPoint point, Guid? last, CancellationToken stop)
    {
        var (highest, sawLast) = (point.Deleted ?? Beginning, false);
        await foreach (var chunk in Deletions(highest, stop).Chunk(Chunk).WithCancellation(stop))
        {
            highest = Math.Max(highest, chunk.Max(row => row.Timestamp));
            Guid[] vanished = [.. chunk.Where(row => row.EntityType == TransactionLines).Select(row => row.EntityKey)];
            sawLast |= last is { } line && vanished.Contains(line);
            await store.SaveEntries(office, [], vanished, point, stop);
            var accounts = chunk.Where(row => row.EntityType == Accounts).Select(row => row.EntityKey);
            await store.SaveRelations(office, [], [.. accounts], point, stop);
        }

        return (await Move(point with { Deleted = highest }, stop), sawLast);
    }

    async Task<ExactPoint> FollowPayments(ExactPoint point, CancellationToken stop)
    {
        var highest = point.Payments ?? Beginning;
        await foreach (
            var chunk in division
                .SyncPaymentTerms.Read(After(highest), cancellation: stop)
                .Chunk(Chunk)
                .WithCancellation(stop)
        )
        {
            highest = Math.Max(highest, chunk.Max(term => term.Timestamp));
            await store.SavePayments(office, [.. FromExact.Payments(chunk)], point, stop);
        }

        if (highest == point.Payments)
            return point;

        var next = point with { Payments = highest };
        await store.SavePayments(office, [], next, stop);
        return next;
    }

    async Task FollowRelations(ExactPoint point, Books books, CancellationToken stop)
    {
        var highest = point.Relations ?? Beginning;
        var seen = new HashSet<Guid>();
        await foreach (
            var chunk in division
                .SyncAccounts.Read(After(highest), cancellation: stop)
                .Chunk(Chunk)
                .WithCancellation(stop)
        )
        {
            highest = Math.Max(highest, chunk.Max(account => account.Timestamp));
            seen.UnionWith(chunk.Select(account => account.ID));
            await store.SaveRelations(office, [.. chunk.Select(FromExact.Relation)], [], point, stop);
        }

        if (highest == point.Relations)
            return;

        Guid[] vanished = point.Relations is null
            ? [.. books.Relations.Select(relation => relation.Id).Where(relation => !seen.Contains(relation))]
            : [];
        await store.SaveRelations(office, [], vanished, point with { Relations = highest }, stop);
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
