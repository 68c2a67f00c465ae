using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookonce.Storage;

/// <summary>The statements of one connection, each prepared once; for what is written so often that EF's own work would show.</summary>
internal sealed class Statements(DbConnection connection, IModel model) : IDisposable
{
    readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);
    readonly Dictionary<Type, TablePlan> plans = [];

    /// <summary>The transaction that is going on.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>How rows of a type are stored.</summary>
    public TablePlan PlanOf<TRow>()
        where TRow : class
    {
        if (!plans.TryGetValue(typeof(TRow), out var plan))
            plans[typeof(TRow)] = plan = new TablePlan(model.FindEntityType(typeof(TRow))!);
        return plan;
    }

    /// <summary>Runs a statement once for each row of values; the values are parameters <c>@p0</c>, <c>@p1</c> ….</summary>
    public void Run(string sql, IReadOnlyList<RelationalTypeMapping> mappings, IEnumerable<object?[]> rows)
    {
        var command = Prepared(sql, mappings);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = ToStore(mappings[i], row[i]);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Runs a statement with plain values; returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>The first row that a statement with plain values gives; null when it gives none.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>Every row that a statement with plain values gives.</summary>
    public IReadOnlyList<T> All<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepared(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
    }

    DbCommand Prepared(string sql, IReadOnlyList<RelationalTypeMapping> mappings)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = NewCommand(sql);
            foreach (var (i, mapping) in mappings.Index())
                command.Parameters.Add(mapping.CreateParameter(command, $"@p{i}", value: null, nullable: true));
        }
        command.Transaction = Transaction;
        return command;
    }

    DbCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = NewCommand(sql);
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.Transaction = Transaction;
        return command;
    }

    /// <summary>SQLite prepares a statement when it is first run, and keeps it as long as its command.</summary>
    DbCommand NewCommand(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return prepared[sql] = command;
    }

    static object ToStore(RelationalTypeMapping mapping, object? value) =>
        value is null ? DBNull.Value
        : mapping.Converter is { } converter ? converter.ConvertToProvider(value) ?? DBNull.Value
        : value;
}
