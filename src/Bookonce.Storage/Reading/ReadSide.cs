using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Reading;

/// <summary>What pages read; paging, sorting and finding happen in the database.</summary>
internal sealed partial class ReadSide(Transactions transactions, TimeProvider time) : IReadSide
{
    public Task<IReadOnlyDictionary<DocumentStatus, int>> CountByStatus(
        Guid connection,
        CancellationToken stop = default
    ) =>
        transactions.Read<IReadOnlyDictionary<DocumentStatus, int>>(
            async context =>
                await context
                    .Documents.Where(row => row.ConnectionId == connection)
                    .GroupBy(row => row.Status)
                    .Select(group => new { Status = group.Key, Count = group.Count() })
                    .OrderBy(group => group.Status)
                    .ToDictionaryAsync(group => group.Status, group => group.Count, stop),
            stop
        );

    public Task<LogEnd> LogEnd(Guid administration, CancellationToken stop = default) =>
        transactions.Read(
            context =>
                context
                    .Administrations.Where(row => row.Id == administration)
                    .Select(row => new LogEnd(row.LogSequence, row.LogHash))
                    .SingleAsync(stop),
            stop
        );

    public Task<Page<Run>> Runs(Guid connection, int skip, int take, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
            {
                var runs = context.Runs.Where(row => row.ConnectionId == connection);
                var rows = await runs.OrderByDescending(row => row.Started)
                    .ThenByDescending(row => row.Id)
                    .Skip(skip)
                    .Take(take)
                    .ToListAsync(stop);
                return new Page<Run>(rows.ConvertAll(row => row.ToRun()), await runs.CountAsync(stop));
            },
            stop
        );

    public Task<Page<ProblemRow>> Problems(Guid connection, int skip, int take, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
            {
                var documents = context.Documents.Where(row => row.ConnectionId == connection && row.Problem != null);
                var rows = await documents
                    // What became of a document after it was booked is news, and must not come after old questions.
                    .OrderBy(row => row.Status != DocumentStatus.Linked)
                    .ThenBy(row => row.Date)
                    .ThenBy(row => row.Kind == DocumentKind.Invoice ? 0 : 1)
                    .ThenBy(row => row.NumberKey)
                    .ThenBy(row => row.Id)
                    .Skip(skip)
                    .Take(take)
                    .Select(row => new ProblemRow(
                        row.Id,
                        row.Kind,
                        row.Number,
                        row.Date,
                        row.Customer,
                        row.Status,
                        row.Problem!
                    ))
                    .ToListAsync(stop);
                return new Page<ProblemRow>(rows, await documents.CountAsync(stop));
            },
            stop
        );

    public Task<IReadOnlyList<string>?> Columns(string person, string page, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
                await context
                    .Preferences.Where(row => row.Person == person && row.Page == page)
                    .Select(row => row.Columns)
                    .SingleOrDefaultAsync(stop)
                    is { } json
                    ? StorageJson.Read<IReadOnlyList<string>>(json)
                    : null,
            stop
        );
}
