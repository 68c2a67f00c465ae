using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task ApproveRepair(Office office, Repair repair, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                var row = new RepairRow
                {
                    Id = repair.Id,
                    AdministrationId = office.Administration,
                    ConnectionId = repair.Connection,
                    Plan = repair.Plan,
                    ApprovedAt = repair.ApprovedAt,
                    Undoes = repair.Undoes,
                };
                Bulk.Insert(writing.Context, [row]);
                writing.Note(
                    LogKind.RepairApproved,
                    repair.Id,
                    ("kind", repair.Plan.Kind),
                    ("seal", repair.Plan.Seal),
                    ("steps", repair.Plan.Steps.Count),
                    ("undoes", repair.Undoes)
                );
                return Task.CompletedTask;
            },
            stop
        );

    public Task WriteStep(Office office, Guid repair, StepRecord record, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var last = await writing
                    .Context.RepairRecords.Where(row => row.RepairId == repair)
                    .MaxAsync(row => (int?)row.Sequence, stop);
                var row = new RepairRecordRow
                {
                    RepairId = repair,
                    Sequence = (last ?? 0) + 1,
                    Content = record,
                };
                Bulk.Insert(writing.Context, [row]);
                writing.Note(
                    LogKind.RepairStep,
                    repair,
                    ("step", record.Step),
                    ("state", record.State),
                    ("entry", record.Saved?.EntryId ?? record.Made),
                    ("stop", record.Stop?.Reason)
                );
            },
            stop
        );

    public async Task<IReadOnlyList<Repair>> LoadRepairs(Guid connection, CancellationToken stop = default) =>
        await transactions.Read(
            async context =>
            {
                var rows = await context
                    .Repairs.Where(row => row.ConnectionId == connection)
                    .OrderBy(row => row.ApprovedAt)
                    .ThenBy(row => row.Id)
                    .ToListAsync(stop);
                var ids = rows.ConvertAll(row => row.Id);
                var records = await context
                    .RepairRecords.Where(row => ids.Contains(row.RepairId))
                    .OrderBy(row => row.Sequence)
                    .ToListAsync(stop);
                var byRepair = records.ToLookup(row => row.RepairId, row => row.Content);
                return Repair.WithUndone(
                    rows.ConvertAll(row => new Repair(
                        row.Id,
                        row.ConnectionId,
                        row.Plan,
                        row.ApprovedAt,
                        row.Undoes,
                        [.. byRepair[row.Id]]
                    ))
                );
            },
            stop
        );

    public Task SaveFiles(
        Office office,
        IReadOnlyDictionary<string, byte[]> contents,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            writing =>
            {
                Bulk.Upsert(
                    writing.Context,
                    contents.Select(file => new SavedFileRow { Hash = file.Key, Content = file.Value })
                );
                return Task.CompletedTask;
            },
            stop
        );

    public async Task<byte[]?> LoadFile(string hash, CancellationToken stop = default) =>
        await transactions.Read(
            async context =>
                await context
                    .SavedFiles.Where(row => row.Hash == hash)
                    .Select(row => row.Content)
                    .SingleOrDefaultAsync(stop),
            stop
        );

    public Task Relink(Office office, Link link, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var ended = await writing
                    .Context.Links.Where(row =>
                        row.AdministrationId == writing.Administration && row.DocumentId == link.DocumentId
                    )
                    .ExecuteDeleteAsync(stop);
                if (ended > 0)
                    writing.Note(LogKind.LinkEnded, link.DocumentId);
                await AddLinks(writing, [link], stop);
                writing.Note(LogKind.Adopted, link.DocumentId, InNumbers(link));
            },
            stop
        );

    public Task ContinueAt(Office office, SeriesKey series, int? highest, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                await writing
                    .Context.Series.Where(row =>
                        row.AdministrationId == writing.Administration
                        && row.Journal == series.Journal
                        && row.Year == series.Year
                    )
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Highest, highest), stop);
                writing.Note(
                    LogKind.SeriesContinued,
                    null,
                    ("journal", series.Journal),
                    ("year", series.Year),
                    ("highest", highest)
                );
            },
            stop
        );
}
