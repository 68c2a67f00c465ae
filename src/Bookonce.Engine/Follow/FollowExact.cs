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

    bool hasChanged;

    /// <summary>Brings the mirror up to date; returns the books as they are then.</summary>
    /// <param name="books">What the mirror holds, and how far it is.</param>
    /// <param name="startDate">The start date of the connection that runs.</param>
    /// <param name="now">The clock.</param>
    /// <param name="stop">Ends the following between two pages; what was read is kept.</param>
    public async Task<Books> Follow(Books books, DateOnly startDate, DateTimeOffset now, CancellationToken stop)
    {
        hasChanged = false;
        var from = startDate.Year > YearsBefore ? startDate.AddYears(-YearsBefore) : startDate;
        var point = books.Point;
        var isComplete = point.FilledFrom <= from && now - point.FollowedAt < DeletionsKept;
        if (!isComplete)
            point = await Fill(books, from, now, stop);

        var (lines, last) = await FollowLines(point, stop);
        var (deleted, wasDeleted) = await FollowDeletions(lines with { FollowedAt = now }, point.LastLine, stop);
        if (isComplete && point.LastLine is not null && !last && !wasDeleted)
        {
            // What was read last is neither there nor deleted: Exact has given out new row versions.
            deleted = await Fill(books, from, now, stop);
            (deleted, _) = await FollowLines(deleted, stop);
        }
        point = await FollowRelations(await FollowPayments(deleted, stop), books, stop);
        // Most often nothing has changed, and large books take a second to load.
        return hasChanged ? await store.LoadBooks(office.Administration, stop) : books with { Point = point };
    }

    /// <summary>
    /// Reads every line from a date on, and takes out of the mirror what is not there any more. The row versions are taken
    /// first, so that what changes during the fill is read again after it.
    /// </summary>
    async Task<ExactPoint> Fill(Books books, DateOnly from, DateTimeOffset now, CancellationToken stop)
    {
        hasChanged = true;
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

    /// <summary>
    /// Where the line that was read last is deleted, the newest deletion stands in for it: so the deletion read last is asked
    /// for again too.
    /// </summary>
    async Task<(ExactPoint Point, bool SawLast)> FollowDeletions(ExactPoint point, Guid? last, CancellationToken stop)
    {
        var (before, keys) = (point.Deleted ?? Beginning, new HashSet<Guid>());
        var (highest, newest) = (before, point.LastLine);
        await foreach (
            var chunk in Deletions(Math.Max(Beginning, before - 1), stop).Chunk(Chunk).WithCancellation(stop)
        )
        {
            keys.UnionWith(chunk.Select(row => row.EntityKey));
            if (chunk.MaxBy(row => row.Timestamp) is { } row && row.Timestamp >= highest)
                (highest, newest) = (row.Timestamp, row.EntityKey);
            DeletedRow[] unread = [.. chunk.Where(row => row.Timestamp > before)];
            if (unread is [])
                continue;
            hasChanged = true;
            await store.SaveEntries(office, [], KeysOf(unread, TransactionLines), point, stop);
            await store.SaveRelations(office, [], KeysOf(unread, Accounts), point, stop);
        }

        var next = point.LastLine is { } line && keys.Contains(line) ? point with { LastLine = newest } : point;
        return (await Move(next with { Deleted = highest }, stop), last is { } read && keys.Contains(read));
    }

    static Guid[] KeysOf(DeletedRow[] rows, int type) =>
        [.. rows.Where(row => row.EntityType == type).Select(row => row.EntityKey)];

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
            hasChanged = true;
            highest = Math.Max(highest, chunk.Max(term => term.Timestamp));
            await store.SavePayments(office, [.. FromExact.Payments(chunk)], point, stop);
        }

        if (highest == point.Payments)
            return point;

        var next = point with { Payments = highest };
        await store.SavePayments(office, [], next, stop);
        return next;
    }

    async Task<ExactPoint> FollowRelations(ExactPoint point, Books books, CancellationToken stop)
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
            hasChanged = true;
            highest = Math.Max(highest, chunk.Max(account => account.Timestamp));
            seen.UnionWith(chunk.Select(account => account.ID));
            await store.SaveRelations(office, [.. chunk.Select(FromExact.Relation)], [], point, stop);
        }

        if (highest == point.Relations)
            return point;

        Guid[] vanished = point.Relations is null
            ? [.. books.Relations.Select(relation => relation.Id).Where(relation => !seen.Contains(relation))]
            : [];
        var next = point with { Relations = highest };
        await store.SaveRelations(office, [], vanished, next, stop);
        return next;
    }

    async Task<ExactPoint> Move(ExactPoint point, CancellationToken stop)
    {
        await store.SaveEntries(office, [], [], point, stop);
        return point;
    }

    /// <summary>A line that stopped being a receivable leaves the mirror like a deleted one.</summary>
    Task Save(IReadOnlyList<TransactionLine> lines, ExactPoint point, CancellationToken stop)
    {
        hasChanged = true;
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
