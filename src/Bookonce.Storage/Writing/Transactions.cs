using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bookonce.Storage;

/// <summary>One method of the store is one of these: all of it, or nothing of it.</summary>
internal sealed class Transactions(DbContextOptions<BookonceContext> options, TimeProvider time)
{
    readonly PooledDbContextFactory<BookonceContext> contexts = new(options);

    public BookonceContext CreateContext() => contexts.CreateDbContext();

    /// <summary>Reads one consistent state without holding up a writer.</summary>
    public async Task<T> Read<T>(Func<BookonceContext, Task<T>> work, CancellationToken stop)
    {
        await using var context = CreateContext();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await Sqlite.BeginRead(context, stop);
        return await work(context);
    }

    /// <summary>Writes what belongs to no administration.</summary>
    public async Task Write(Func<BookonceContext, Task> work, CancellationToken stop)
    {
        await using var context = CreateContext();
        try
        {
            // Takes the writer's lock at once, so that what is read here is still so when it is committed.
            await using var transaction = await context.Database.BeginTransactionAsync(stop);
            await work(context);
            await context.SaveChangesAsync(stop);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e) when (Sqlite.UniqueViolation(e) is { } what)
        {
            throw new DuplicateException(what, e);
        }
    }

    /// <summary>Writes what an administration's log must tell of.</summary>
    public Task Write(Guid administration, Func<Writing, Task> work, CancellationToken stop) =>
        Write(
            async context =>
            {
                var writing = new Writing(context, administration, time.GetUtcNow());
                await work(writing);
                await writing.WriteLog(stop);
            },
            stop
        );

    /// <summary>Writes within a term of office, and only while it lasts.</summary>
    public Task Write(Office office, Func<Writing, Task> work, CancellationToken stop) =>
        Write(
            office.Administration,
            async writing =>
            {
                // An update, not a look: where writers do not queue up, it locks the row until the commit.
                var held = await writing
                    .Context.Administrations.Where(row => row.Id == office.Administration && row.Epoch == office.Epoch)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Epoch, office.Epoch), stop);
                if (held == 0)
                    throw new OfficeLostException(office);

                await work(writing);
            },
            stop
        );
}
