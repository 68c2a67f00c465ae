using Bookonce.Domain.Budgets;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task<Budget> LoadBudget(BudgetHolder holder, DateTimeOffset now, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
            {
                var errors = await Within(context, holder, now).ToListAsync(stop);
                var row = await context.Budgets.SingleOrDefaultAsync(
                    row => row.App == holder.App && row.Division == holder.Division,
                    stop
                );
                return row?.ToBudget(OneByOne(errors)) ?? Budget.Untold with { Errors = OneByOne(errors) };
            },
            stop
        );

    public Task KeepBudget(BudgetHolder holder, Allowance minute, Allowance? day, CancellationToken stop = default) =>
        transactions.Write(
            context =>
            {
                Bulk.Upsert(context, [BudgetRow.Of(holder, minute, day)]);
                return Task.CompletedTask;
            },
            stop
        );

    public async Task<IReadOnlyList<SpentError>> SpendError(
        BudgetHolder holder,
        SpentError error,
        CancellationToken stop = default
    )
    {
        IReadOnlyList<SpentError> spent = [];
        await transactions.Write(
            async context =>
            {
                var old = error.At - ErrorAllowance.Window;
                await context.SpentErrors.Where(row => row.At <= old).ExecuteDeleteAsync(stop);
                Bulk.InsertIfNew(
                    context,
                    new SpentErrorRow
                    {
                        App = holder.App,
                        Division = holder.Division,
                        Endpoint = error.Endpoint,
                        At = error.At,
                        Count = 0,
                    }
                );
                await Of(context, holder, error)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count + 1), stop);
                var rows = await Within(context, holder, error.At)
                    .Where(row => row.Endpoint == error.Endpoint)
                    .ToListAsync(stop);
                spent = OneByOne(rows);
            },
            stop
        );
        return spent;
    }

    public Task ReturnError(BudgetHolder holder, SpentError error, CancellationToken stop = default) =>
        transactions.Write(
            async context =>
            {
                var own = Of(context, holder, error);
                await own.ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count - 1), stop);
                await own.Where(row => row.Count <= 0).ExecuteDeleteAsync(stop);
            },
            stop
        );

    static IQueryable<SpentErrorRow> Of(BookonceContext context, BudgetHolder holder, SpentError error) =>
        context.SpentErrors.Where(row =>
            row.App == holder.App
            && row.Division == holder.Division
            && row.Endpoint == error.Endpoint
            && row.At == error.At
        );

    static IQueryable<SpentErrorRow> Within(BookonceContext context, BudgetHolder holder, DateTimeOffset now)
    {
        var old = now - ErrorAllowance.Window;
        // Errors from further ahead were counted by a clock that was wrong; they must not close an endpoint for days.
        var ahead = now + ErrorAllowance.Window;
        return context
            .SpentErrors.AsNoTracking()
            .Where(row => row.App == holder.App && row.Division == holder.Division && row.At > old && row.At <= ahead)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Endpoint);
    }

    static IReadOnlyList<SpentError> OneByOne(IEnumerable<SpentErrorRow> rows) =>
        [.. rows.SelectMany(row => Enumerable.Repeat(new SpentError(row.Endpoint, row.At), row.Count))];
}
