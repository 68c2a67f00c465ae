using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bookonce.Storage;

/// <summary>One method of the store is one of these: all of it, or nothing of it.</summary>
internal sealed class Transactions(DbContextOptions<BookonceContext> options, TimeProvider time, HighWater? high = null)
    : IDisposable
{
    readonly PooledDbContextFactory<BookonceContext> contexts = new(options);
    readonly SemaphoreSlim turn = new(1, 1);
    Writer? writer;

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
    public Task Write(Func<BookonceContext, Task> work, CancellationToken stop) =>
        InTurn(own => work(own.Context), stop);

    /// <summary>Writes what an administration's log must tell of.</summary>
    public Task Write(Guid administration, Func<Writing, Task> work, CancellationToken stop)
    {
        long? sequence = null;
        return InTurn(
            async own =>
            {
                var writing = new Writing(own, administration, time.GetUtcNow());
                await work(writing);
                sequence = writing.WriteLog();
            },
            stop,
            () =>
            {
                if (sequence is { } last)
                    high?.Note(administration, last);
            }
        );
    }

    /// <summary>Writes within a term of office, and only while it lasts.</summary>
    public Task Write(Office office, Func<Writing, Task> work, CancellationToken stop) =>
        Write(
            office.Administration,
            writing =>
            {
                if (!writing.Hold(office.Epoch))
                    throw new OfficeLostException(office);

                return work(writing);
            },
            stop
        );

    /// <summary>Writes queue up here rather than at the file, where waiting blocks a thread.</summary>
    /// <param name="work">What is written.</param>
    /// <param name="stop">Ends the waiting for the turn.</param>
    /// <param name="committed">Done when it is on disk, before anything is sent on the strength of it.</param>
    async Task InTurn(Func<Writer, Task> work, CancellationToken stop, Action? committed = null)
    {
        await turn.WaitAsync(stop);
        try
        {
            writer ??= await Writer.Open(new BookonceContext(options), stop);
            await writer.InTransaction(work);
            committed?.Invoke();
        }
        catch (Exception e) when (Sqlite.UniqueViolation(e) is { } what)
        {
            throw new DuplicateException(what, e);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        writer?.Dispose();
        writer = null;
        high?.Dispose();
        turn.Dispose();
    }
}
