using Bookonce.Engine.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bookonce.Storage.Tests;

public sealed class DatabaseTests
{
    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        using var memory = await Memory.Open();
        memory.Database.Dispose();
        using var reopened = await StorageSetup.OpenAsync(memory.File, memory.Protection, memory.Time);

        Assert.Equivalent(memory.Connection, Assert.Single(await reopened.Store.Connections()), strict: true);
        Assert.Equal(2, (await reopened.Store.TakeOffice(memory.Administration.Id)).Epoch);
    }

    [Fact]
    public async Task A_database_is_held_by_one_at_a_time()
    {
        using var memory = await Memory.Open();

        Assert.Null(DatabaseHold.TryTake(memory.File));
        var refusal = await Assert.ThrowsAsync<DatabaseHeldException>(() =>
            StorageSetup.OpenAsync(memory.File, memory.Protection, memory.Time)
        );
        Assert.EndsWith(
            "is in use by another Bookonce. Stop that one first.",
            refusal.Message,
            StringComparison.Ordinal
        );

        memory.Database.Dispose();
        using var hold = DatabaseHold.TryTake(memory.File);
        Assert.NotNull(hold);
    }

    [Fact]
    public async Task A_process_that_died_while_migrating_leaves_no_lock_behind()
    {
        using var memory = await Memory.Open();
        memory.Database.Dispose();
        await memory.Sql(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            """
        );

        using var reopened = await StorageSetup.OpenAsync(memory.File, memory.Protection, memory.Time);
        Assert.Single(await reopened.Store.Connections());
    }

    [Fact]
    public async Task Every_connection_to_the_file_is_durable_and_checked()
    {
        using var memory = await Memory.Open();
        await using var context = new BookonceContext(Sqlite.Options(memory.File));

        await context.Database.OpenConnectionAsync();

        Assert.Equal("wal", await Pragma(context, "journal_mode"));
        Assert.Equal(2L, await Pragma(context, "synchronous"));
        Assert.Equal(1L, await Pragma(context, "foreign_keys"));
        Assert.Equal(10_000L, await Pragma(context, "busy_timeout"));
    }

    [Fact]
    public void The_migration_is_up_to_date_with_the_model()
    {
        using var context = new BookonceContext(Sqlite.Options("none.db"));

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_host_gets_one_store_and_one_read_side()
    {
        using var memory = await Memory.Open();
        memory.Database.Dispose();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(memory.Time)
            .AddSingleton(memory.Protection)
            .AddBookonceStorage(memory.File)
            .BuildServiceProvider();
        await services.OpenAsync();

        Assert.Single(await services.GetRequiredService<IStore>().Connections());
        Assert.Empty(await services.GetRequiredService<IReadSide>().CountByStatus(memory.Connection.Id));
    }

    static async Task<object?> Pragma(BookonceContext context, string name)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }

    [Fact]
    public async Task The_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows knows other rights.");
            return;
        }

        using var memory = await Memory.Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(memory.File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(memory.File + "-wal"));
    }
}
