using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookonce.Storage;

/// <summary>Everything that is different in another database product.</summary>
internal static class Sqlite
{
    const int UniqueIndexViolated = 2067;
    const int PrimaryKeyViolated = 1555;

    /// <summary>A log line can be neither changed nor removed, by whatever program.</summary>
    public static readonly IReadOnlyList<string> LogGuards =
    [
        """
            CREATE TRIGGER log_lines_stay_as_they_are BEFORE UPDATE ON log
            BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
            """,
        """
            CREATE TRIGGER log_lines_stay BEFORE DELETE ON log
            BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
            """,
    ];

    public static DbContextOptions<BookonceContext> Options(
        string databaseFile,
        SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate
    ) =>
        new DbContextOptionsBuilder<BookonceContext>()
            .UseSqlite(
                new SqliteConnectionStringBuilder
                {
                    DataSource = databaseFile,
                    Mode = mode,
                    // Who only reads comes once and leaves the file to others.
                    Pooling = mode != SqliteOpenMode.ReadOnly,
                    ForeignKeys = true,
                }.ToString()
            )
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new Pragmas())
            .Options;

    /// <summary>A transaction that sees one state and takes no lock; EF's own would take the writer's.</summary>
    public static async Task<IDbContextTransaction?> BeginRead(BookonceContext context, CancellationToken stop)
    {
        await context.Database.OpenConnectionAsync(stop);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        return await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), stop);
    }

    /// <summary>What a unique index found to be there already; null for every other failure.</summary>
    public static string? UniqueViolation(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException)
            is { SqliteExtendedErrorCode: UniqueIndexViolated or PrimaryKeyViolated } violation
            ? violation.Message
            : null;

    /// <summary>
    /// Makes the file one that readers and the writer share, and removes EF's own lock table, which a process that died
    /// while migrating leaves behind and later ones wait for without end. Only for the holder of the database.
    /// </summary>
    public static async Task Prepare(BookonceContext context, CancellationToken stop)
    {
        await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", stop);
        await context.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, stop);
    }

    /// <summary>Closes the connections kept open for reuse, so that the file can be moved or removed.</summary>
    public static void CloseIdleConnections(BookonceContext context) =>
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());

    /// <summary>
    /// FULL, because in WAL anything less may lose the last commits at a power cut. Pages go from the log to the file after
    /// 16 MB instead of 4: a page that changes with every document is then written there a quarter as often.
    /// </summary>
    sealed class Pragmas : DbConnectionInterceptor
    {
        const string Statements =
            "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA wal_autocheckpoint = 4000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Statements;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Statements;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
