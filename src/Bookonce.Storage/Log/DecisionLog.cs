using Bookonce.Domain.Connections;
using Bookonce.Storage.Rows;
using Bookonce.Storage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Log;

/// <summary>The database was made by another version of the program, so its tables may not be read.</summary>
/// <param name="databaseFile">Which one.</param>
public sealed class OtherVersionException(string databaseFile)
    : Exception($"The database {databaseFile} belongs to another version of Bookonce.");

/// <summary>Reads the decision log and checks that nobody changed, removed or slipped in a line.</summary>
public sealed class DecisionLog
{
    const int IdsPerQuery = 500;

    readonly Transactions transactions;

    internal DecisionLog(Transactions transactions) => this.transactions = transactions;

    /// <summary>Opens the log of a database for reading only, also while another process has its hold.</summary>
    /// <exception cref="OtherVersionException">Only the version that made the database can read it.</exception>
    public static async Task<DecisionLog> OpenForReading(
        string databaseFile,
        TimeProvider time,
        CancellationToken stop = default
    )
    {
        var file = Path.GetFullPath(databaseFile);
        var log = new DecisionLog(new Transactions(Sqlite.Options(file, SqliteOpenMode.ReadOnly), time));
        await using var context = log.transactions.CreateContext();
        var applied = await context.Database.GetAppliedMigrationsAsync(stop);
        return applied.SequenceEqual(context.Database.GetMigrations(), StringComparer.Ordinal)
            ? log
            : throw new OtherVersionException(file);
    }

    /// <summary>The connections whose administrations have a log, by name.</summary>
    public Task<IReadOnlyList<Connection>> Connections(CancellationToken stop = default) =>
        transactions.Read(context => SqlStore.LoadConnections(context, stop), stop);

    /// <summary>Everything that has a log, known or not.</summary>
    public Task<IReadOnlyList<Guid>> Administrations(CancellationToken stop = default) =>
        transactions.Read<IReadOnlyList<Guid>>(
            async context =>
                await context
                    .Administrations.Select(row => row.Id)
                    .Union(context.Log.Select(row => row.AdministrationId))
                    .OrderBy(id => id)
                    .ToListAsync(stop),
            stop
        );

    /// <summary>The line with that hash; null when there is none.</summary>
    public Task<LogLine?> Find(string hash, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
                await context
                    .Log.Where(row => row.Hash == hash)
                    .OrderBy(row => row.AdministrationId)
                    .ThenBy(row => row.Sequence)
                    .FirstOrDefaultAsync(stop)
                    is { } row
                    ? row.ToLine()
                    : null,
            stop
        );

    /// <summary>The documents of that number or id, as a person writes it.</summary>
    public Task<IReadOnlyList<Guid>> Documents(string numberOrId, CancellationToken stop = default) =>
        transactions.Read<IReadOnlyList<Guid>>(
            async context =>
            {
                if (Guid.TryParse(numberOrId, out var id))
                    return [id];
                var key = NumberKey.Of(numberOrId);
                return await context
                    .Documents.Where(row => row.NumberKey == key)
                    .OrderBy(row => row.Id)
                    .Select(row => row.Id)
                    .ToListAsync(stop);
            },
            stop
        );

    /// <summary>The numbers of those of the given ids that are documents.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Numbers(
        IEnumerable<Guid?> subjects,
        CancellationToken stop = default
    )
    {
        return transactions.Read<IReadOnlyDictionary<Guid, string>>(
            async context =>
            {
                var numbers = new Dictionary<Guid, string>();
                foreach (var ids in subjects.OfType<Guid>().Distinct().Chunk(IdsPerQuery))
                foreach (
                    var document in await context
                        .Documents.Where(row => ids.Contains(row.Id))
                        .OrderBy(row => row.Id)
                        .Select(row => new { row.Id, row.Number })
                        .ToListAsync(stop)
                )
                    numbers[document.Id] = document.Number;
                return numbers;
            },
            stop
        );
    }

    /// <summary>The last lines of an administration, oldest first.</summary>
    /// <param name="administration">Whose.</param>
    /// <param name="last">How many at most.</param>
    /// <param name="about">Only lines about one of these; null for all.</param>
    /// <param name="stop">Ends the reading.</param>
    public Task<IReadOnlyList<LogLine>> Last(
        Guid administration,
        int last,
        IReadOnlyList<Guid>? about = null,
        CancellationToken stop = default
    ) =>
        transactions.Read<IReadOnlyList<LogLine>>(
            async context =>
            {
                var rows = context.Log.Where(row => row.AdministrationId == administration);
                if (about is not null)
                    rows = rows.Where(row => row.Subject != null && about.Contains(row.Subject.Value));
                var newest = await rows.OrderByDescending(row => row.Sequence).Take(last).ToListAsync(stop);
                return [.. newest.AsEnumerable().Reverse().Select(row => row.ToLine())];
            },
            stop
        );

    /// <summary>Every line of an administration, oldest first.</summary>
    public Task<IReadOnlyList<LogLine>> Lines(Guid administration, CancellationToken stop = default) =>
        Last(administration, int.MaxValue, about: null, stop);

    /// <summary>Follows an administration's chain from its first line, and compares the links with what the lines come to.</summary>
    /// <param name="administration">Whose.</param>
    /// <param name="until">The last line to look at; null for the whole chain, whose end must be where the head says.</param>
    /// <param name="stop">Ends the reading.</param>
    public Task<LogVerdict> Verify(Guid administration, long? until = null, CancellationToken stop = default) =>
        transactions.Read(context => ChainWalk.Verify(context, administration, until, stop), stop);
}
