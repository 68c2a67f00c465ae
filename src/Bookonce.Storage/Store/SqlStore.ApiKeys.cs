using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task<IReadOnlyList<ApiKey>> ApiKeys(CancellationToken stop = default) =>
        transactions.Read<IReadOnlyList<ApiKey>>(
            async context =>
            {
                var rows = await context.ApiKeys.OrderBy(row => row.Name).ToListAsync(stop);
                return rows.ConvertAll(row => row.ToKey());
            },
            stop
        );

    public Task<ApiKey?> FindApiKey(string hash, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
                await context.ApiKeys.SingleOrDefaultAsync(row => row.Hash == hash, stop) is { } row
                    ? row.ToKey()
                    : null,
            stop
        );

    public Task AddApiKey(ApiKey key, string hash, CancellationToken stop = default) =>
        transactions.Write(
            context =>
            {
                var row = new ApiKeyRow
                {
                    Name = key.Name,
                    Hash = hash,
                    CreatedAt = key.CreatedAt,
                    LastUsedOn = key.LastUsedOn,
                    RevokedAt = key.RevokedAt,
                };
                Bulk.Insert(context, [row]);
                return Task.CompletedTask;
            },
            stop
        );

    public async Task<bool> RevokeApiKey(string name, DateTimeOffset at, CancellationToken stop = default)
    {
        var rows = 0;
        await transactions.Write(
            async context =>
                rows = await context
                    .ApiKeys.Where(row => row.Name == name && row.RevokedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, at), stop),
            stop
        );
        return rows > 0;
    }

    public Task NoteApiKeyUse(string name, DateOnly day, CancellationToken stop = default) =>
        transactions.Write(
            context =>
                context
                    .ApiKeys.Where(row => row.Name == name)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedOn, day), stop),
            stop
        );

    public Task NoteRequest(Guid administration, ApiRequest request, CancellationToken stop = default) =>
        transactions.Write(
            administration,
            writing =>
            {
                writing.Note(
                    LogKind.AskedByKey,
                    request.Subject,
                    ("key", request.Key),
                    ("what", request.What),
                    ("seal", request.Seal)
                );
                return Task.CompletedTask;
            },
            stop
        );
}
