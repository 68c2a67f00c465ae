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
            async context =>
            {
                Bulk.Upsert(context, [ToRow(access)], nameof(AccessRow.RefreshTurn), nameof(AccessRow.SavedTurn));
                await Supersede(context, access.Id, secrets.HideTokens(access.Tokens), stop);
            },
            stop
        );

    public Task SaveTokens(Guid access, AccessTokens? tokens, CancellationToken stop = default) =>
        transactions.Write(
            async context =>
                MustFind(await Supersede(context, access, secrets.HideTokens(tokens), stop), "access", access),
            stop
        );

    public async Task<RefreshTurn?> BeginRefresh(
        Guid access,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken stop = default
    )
    {
        RefreshTurn? turn = null;
        await transactions.Write(
            async context =>
            {
                var own = context.Accesses.Where(row => row.Id == access);
                var rows = await own.Where(row => row.RefreshingUntil == null || row.RefreshingUntil <= now)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.RefreshTurn, row => row.RefreshTurn + 1)
                                .SetProperty(row => row.RefreshingUntil, until),
                        stop
                    );
                if (rows == 0)
                    return;

                var taken = await own.Select(row => new { row.RefreshTurn, row.SavedTurn }).SingleAsync(stop);
                turn = new RefreshTurn(taken.RefreshTurn, taken.SavedTurn);
            },
            stop
        );
        return turn;
    }

    public Task EndRefresh(
        Guid access,
        RefreshTurn turn,
        AccessTokens? tokens,
        bool hasEnded,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            async context =>
            {
                var own = context.Accesses.Where(row => row.Id == access);
                var hidden = secrets.HideTokens(tokens);
                if (tokens is not null)
                    await own.Where(row => row.SavedTurn < turn.Number)
                        .ExecuteUpdateAsync(
                            set =>
                                set.SetProperty(row => row.Tokens, hidden)
                                    .SetProperty(row => row.SavedTurn, turn.Number)
                                    .SetProperty(row => row.HasEnded, false),
                            stop
                        );
                if (hasEnded)
                    await own.Where(row => row.SavedTurn == turn.SavedBefore)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.HasEnded, true), stop);
                await own.Where(row => row.RefreshTurn == turn.Number)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.RefreshingUntil, (DateTimeOffset?)null),
                        stop
                    );
            },
            stop
        );

    /// <summary>A pair from a consent is later than every turn so far.</summary>
    static Task<int> Supersede(BookonceContext context, Guid access, string? tokens, CancellationToken stop) =>
        context
            .Accesses.Where(row => row.Id == access)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Tokens, tokens)
                        .SetProperty(row => row.HasEnded, false)
                        .SetProperty(row => row.RefreshTurn, row => row.RefreshTurn + 1)
                        .SetProperty(row => row.SavedTurn, row => row.RefreshTurn + 1)
                        .SetProperty(row => row.RefreshingUntil, (DateTimeOffset?)null),
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
            HasEnded = false,
            RefreshTurn = 0,
            SavedTurn = 0,
            RefreshingUntil = null,
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
            HasEnded = row.HasEnded,
        };
}
