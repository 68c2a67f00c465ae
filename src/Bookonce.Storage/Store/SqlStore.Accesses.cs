using Bookonce.Engine.Store;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task<IReadOnlyList<Access>> Accesses(CancellationToken stop = default) =>
        transactions.Read<IReadOnlyList<Access>>(
            async context =>
            {
                var rows = await context.Accesses.OrderBy(row => row.Id).ToListAsync(stop);
                return rows.ConvertAll(ToAccess);
            },
            stop
        );

    public Task<Access?> FindAccess(Guid id, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
                await context.Accesses.SingleOrDefaultAsync(row => row.Id == id, stop) is { } row
                    ? ToAccess(row)
                    : null,
            stop
        );

    public Task SaveAccess(Access access, CancellationToken stop = default) =>
        transactions.Write(
            context =>
            {
                Bulk.Upsert(context, [ToRow(access)]);
                return Task.CompletedTask;
            },
            stop
        );

    public Task SaveTokens(Guid access, AccessTokens? tokens, CancellationToken stop = default) =>
        transactions.Write(
            async context =>
            {
                var hidden = secrets.HideTokens(tokens);
                var rows = await context
                    .Accesses.Where(row => row.Id == access)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tokens, hidden), stop);
                MustFind(rows, "access", access);
            },
            stop
        );

    public Task RemoveAccess(Guid access, CancellationToken stop = default) =>
        transactions.Write(
            async context =>
                MustFind(
                    await context.Accesses.Where(row => row.Id == access).ExecuteDeleteAsync(stop),
                    "access",
                    access
                ),
            stop
        );

    AccessRow ToRow(Access access) =>
        new()
        {
            Id = access.Id,
            Vendor = access.Vendor,
            ApiUrl = access.ApiUrl,
            AuthorizationUrl = access.AuthorizationUrl,
            ClientId = access.ClientId,
            ClientSecret = secrets.Hide(access.ClientSecret),
            Owner = access.Owner,
            Account = access.Account,
            Tokens = secrets.HideTokens(access.Tokens),
        };

    Access ToAccess(AccessRow row) =>
        new()
        {
            Id = row.Id,
            Vendor = row.Vendor,
            ApiUrl = row.ApiUrl,
            AuthorizationUrl = row.AuthorizationUrl,
            ClientId = row.ClientId,
            ClientSecret = secrets.Reveal(row.ClientSecret),
            Owner = row.Owner,
            Account = row.Account,
            Tokens = secrets.RevealTokens(row.Tokens),
        };
}
