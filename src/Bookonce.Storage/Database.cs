using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage;

/// <summary>One database file and everything that reads and writes it. Use it after <see cref="Open"/>.</summary>
public sealed class Database : IDisposable
{
    readonly string file;
    readonly Transactions transactions;
    readonly HighWater high;
    readonly TimeProvider time;
    DatabaseHold? hold;

    /// <summary>Names the file; nothing is opened yet.</summary>
    /// <param name="file">Path of the database; it and its folder are made when missing.</param>
    /// <param name="protection">The keys that encrypt secrets.</param>
    /// <param name="time">For the instants of the log.</param>
    public Database(string file, IDataProtectionProvider protection, TimeProvider time)
    {
        this.file = Path.GetFullPath(file);
        this.time = time;
        high = new HighWater(this.file);
        transactions = new Transactions(Sqlite.Options(this.file), time, high);
        Store = new SqlStore(transactions, new Secrets(protection));
        ReadSide = new Reading.ReadSide(transactions, time);
        Log = new DecisionLog(transactions);
    }

    /// <inheritdoc cref="IStore"/>
    public IStore Store { get; }

    /// <inheritdoc cref="IReadSide"/>
    public IReadSide ReadSide { get; }

    /// <inheritdoc cref="DecisionLog"/>
    public DecisionLog Log { get; }

    /// <summary>Takes the hold and brings the tables up to date.</summary>
    /// <exception cref="DatabaseHeldException">Another process has the hold.</exception>
    public async Task Open(CancellationToken stop = default)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        hold ??= DatabaseHold.TryTake(file) ?? throw new DatabaseHeldException(file);
        CreateForOwner();

        await using var context = transactions.CreateContext();
        await Sqlite.Prepare(context, stop);
        // Migrating compares the whole model first; a database that is up to date opens without that.
        if ((await context.Database.GetPendingMigrationsAsync(stop)).Any())
            await context.Database.MigrateAsync(stop);
        await FindRestored(context, stop);
    }

    /// <summary>A database that was put back does not know what was sent since its copy was made, so its administrations say so.</summary>
    async Task FindRestored(BookonceContext context, CancellationToken stop)
    {
        high.Read();
        var heads = await context
            .Administrations.OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.LogSequence })
            .ToListAsync(stop);
        foreach (var head in heads.Where(head => high.IsAbove(head.Id, head.LogSequence)))
            await transactions.Write(
                head.Id,
                async writing =>
                {
                    await writing
                        .Context.Administrations.Where(row => row.Id == head.Id)
                        .ExecuteUpdateAsync(
                            set =>
                                set.SetProperty(row => row.IsRestored, true)
                                    .SetProperty(row => row.RestingSince, (DateTimeOffset?)null),
                            stop
                        );
                    writing.Note(LogKind.Restored, null, ("at", time.GetUtcNow()));
                },
                stop
            );
    }

    /// <summary>Books are nobody else's business: the file, and what SQLite puts beside it, is the owner's alone.</summary>
    void CreateForOwner()
    {
        if (OperatingSystem.IsWindows() || File.Exists(file))
            return;

        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(
            file,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = mode,
            }
        ).Dispose();
    }

    /// <summary>Closes the file and lets others in.</summary>
    public void Dispose()
    {
        transactions.Dispose();
        using (var context = transactions.CreateContext())
            Sqlite.CloseIdleConnections(context);
        hold?.Dispose();
    }
}
