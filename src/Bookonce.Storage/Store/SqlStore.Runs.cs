using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task BeginRun(Office office, Run run, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                Bulk.Insert(writing.Context, [RunRow.Of(run)]);
                writing.Note(
                    LogKind.RunBegun,
                    run.Id,
                    ("connection", run.Connection),
                    ("isPreview", run.IsPreview),
                    ("started", run.Started)
                );
                return Task.CompletedTask;
            },
            stop
        );

    public Task EndRun(Office office, Run run, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var rows = await writing
                    .Context.Runs.Where(row => row.Id == run.Id && row.ConnectionId == run.Connection)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.Ended, run.Ended)
                                .SetProperty(row => row.Counts, run.Counts)
                                .SetProperty(row => row.ExactCalls, run.ExactCalls)
                                .SetProperty(row => row.TeamleaderCalls, run.TeamleaderCalls)
                                .SetProperty(row => row.Failure, run.Failure),
                        stop
                    );
                MustFind(rows, "run", run.Id);
                writing.Note(
                    LogKind.RunEnded,
                    run.Id,
                    ("documents", run.Counts.Documents),
                    ("linked", run.Counts.Linked),
                    ("booked", run.Counts.Booked),
                    ("adopted", run.Counts.Adopted),
                    ("asked", run.Counts.Asked),
                    ("twice", run.Counts.Twice),
                    ("waiting", run.Counts.Waiting),
                    ("nothingToBook", run.Counts.NothingToBook),
                    ("setAside", run.Counts.SetAside),
                    ("problems", run.Counts.Problems),
                    ("exactCalls", run.ExactCalls),
                    ("teamleaderCalls", run.TeamleaderCalls),
                    ("failure", run.Failure?.Code)
                );
            },
            stop
        );

    public Task SaveColumns(
        string person,
        string page,
        IReadOnlyList<string> columns,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            context =>
            {
                var row = new PreferenceRow
                {
                    Person = person,
                    Page = page,
                    Columns = StorageJson.Write(columns),
                };
                Bulk.Upsert(context, [row]);
                return Task.CompletedTask;
            },
            stop
        );
}
