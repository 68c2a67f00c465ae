using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>What holds for every write.</summary>
internal static class Writes
{
    /// <summary>Takes over what was written: by the field's own setter, or kept and given back.</summary>
    public static TRow Keeping<TRow>(this TRow row, Body body, EntityType type)
        where TRow : Row
    {
        foreach (var (name, value) in body.Values)
        {
            var field = type.Find(name)!;
            if (field.Set is { } set)
                set(row, value);
            else if (field is { IsWritable: true, Type: not Edm.Children })
                row.Keep(name, value);
        }
        return row;
    }

    public static IReadOnlyDictionary<string, object?> Kept(Body body, EntityType type) =>
        body
            .Values.Where(pair => type.Find(pair.Key) is { IsWritable: true, Set: null, Type: not Edm.Children })
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>Who sends an entity back with its key is told that it exists already.</summary>
    public static void RefuseWholeEntity(Body body, EntityType type)
    {
        if (body.Has(type.Key.Name))
            throw new RefusedException(Refusal.Exists);
    }

    /// <summary>An explicit null where a choice must stand ends in a generic error.</summary>
    public static void RefuseNull(Body body, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (body.Values.TryGetValue(field, out var value) && value is null)
                throw ApiException.Generic();
        }
    }
}
