using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookonce.Storage;

/// <summary>How rows of one type go into their table; worked out once, from the model.</summary>
internal sealed class TablePlan
{
    readonly IProperty[] properties;
    readonly IClrPropertyGetter[] getters;
    readonly string key;

    public TablePlan(IEntityType type)
    {
        Type = type;
        properties = [.. type.GetProperties()];
        Mappings = [.. properties.Select(property => property.GetRelationalTypeMapping())];
        getters = [.. properties.Select(property => property.GetGetter())];
        key = Names(type.FindPrimaryKey()!.Properties);
        var values = string.Join(", ", properties.Select((_, i) => $"@p{i}"));
        Insert = $"INSERT INTO {Table} ({Names(properties)}) VALUES ({values})";
        InsertIfNew = $"{Insert} ON CONFLICT ({key}) DO NOTHING";
    }

    /// <summary>How the values of a row are written, in the order of the columns.</summary>
    public IReadOnlyList<RelationalTypeMapping> Mappings { get; }

    public string Insert { get; }

    public string InsertIfNew { get; }

    IEntityType Type { get; }

    string? Table => Type.GetTableName();

    /// <summary>Inserts, or replaces the row with the same key except for the named columns.</summary>
    public string Upsert(IEnumerable<string> kept)
    {
        var stays = kept.ToHashSet(StringComparer.Ordinal);
        var replaced = properties
            .Where(property => !property.IsPrimaryKey() && !stays.Contains(property.Name))
            .Select(property => $"{property.GetColumnName()} = excluded.{property.GetColumnName()}");
        return $"{Insert} ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", replaced)}";
    }

    /// <summary>Sets columns of the rows that other columns find.</summary>
    public string Update(IReadOnlyList<string> set, IReadOnlyList<string> by)
    {
        var equations = Find(set, by).Select((property, i) => $"{property.GetColumnName()} = @p{i}").ToArray();
        return $"UPDATE {Table} SET {string.Join(", ", equations[..set.Count])}"
            + $" WHERE {string.Join(" AND ", equations[set.Count..])}";
    }

    /// <summary>How the values of an update are written.</summary>
    public IReadOnlyList<RelationalTypeMapping> MappingsOf(IEnumerable<string> set, IEnumerable<string> by) =>
        [.. Find(set, by).Select(property => property.GetRelationalTypeMapping())];

    IEnumerable<IProperty> Find(IEnumerable<string> set, IEnumerable<string> by) =>
        set.Concat(by).Select(name => Type.FindProperty(name)!);

    /// <summary>The values of a row, in the order of the properties.</summary>
    public object?[] Values<TRow>(TRow row)
        where TRow : class => Array.ConvertAll(getters, getter => getter.GetClrValue(row));

    static string Names(IEnumerable<IProperty> properties) =>
        string.Join(", ", properties.Select(property => property.GetColumnName()));
}
