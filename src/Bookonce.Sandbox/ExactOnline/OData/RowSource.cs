namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>Where the rows of an entity set come from, always in the order of their key.</summary>
internal abstract class RowSource
{
    /// <summary>Rows behind a key; all when it is null.</summary>
    public abstract IEnumerable<object> After(Scope scope, object? key);

    public abstract object? Find(Scope scope, object key);

    /// <summary>Short cuts: a field whose value leads straight to the rows that carry it.</summary>
    public Dictionary<string, Func<Scope, object, IEnumerable<object>>> Index { get; init; } = [];
}

/// <summary>Rows of the books.</summary>
internal sealed class KeyedSource<TKey, TRow>(Func<Division, KeyedRows<TKey, TRow>> rows) : RowSource
    where TKey : notnull, IComparable<TKey>
    where TRow : class
{
    public override IEnumerable<object> After(Scope scope, object? key)
    {
        var source = rows(scope.Division);
        var ordered = source.Ordered;
        var first = key switch
        {
            null => 0,
            TKey given => source.IndexAfter(given),
            _ => throw ApiException.QuerySyntax(),
        };
        for (var i = first; i < ordered.Count; i++)
            yield return ordered[i];
    }

    public override object? Find(Scope scope, object key) =>
        key is TKey given ? rows(scope.Division).Find(given) : null;
}

/// <summary>The rows of another source that are of a kind.</summary>
internal sealed class KindSource<TRow>(RowSource all, Func<TRow, bool> isMeant) : RowSource
    where TRow : class
{
    public override IEnumerable<object> After(Scope scope, object? key) =>
        all.After(scope, key).Where(row => isMeant((TRow)row));

    public override object? Find(Scope scope, object key) =>
        all.Find(scope, key) is TRow row && isMeant(row) ? row : null;
}

/// <summary>Rows in the order in which they last changed, keyed by row version.</summary>
internal sealed class VersionSource<TRow>(Func<Division, VersionLog<TRow>> log, Func<TRow, long> versionOf) : RowSource
    where TRow : class
{
    public override IEnumerable<object> After(Scope scope, object? key) =>
        log(scope.Division)
            .After(
                key switch
                {
                    null => 0,
                    long version => version,
                    _ => throw ApiException.QuerySyntax(),
                }
            );

    public override object? Find(Scope scope, object key) =>
        key is long version
            ? log(scope.Division).After(version - 1).Take(1).FirstOrDefault(row => versionOf(row) == version)
            : null;
}

/// <summary>A short list made for each request.</summary>
internal sealed class ListSource<TRow>(Func<Scope, IEnumerable<TRow>> list, Func<TRow, object> keyOf) : RowSource
    where TRow : class
{
    public override IEnumerable<object> After(Scope scope, object? key) =>
        list(scope)
            .Where(row => key is null || EdmValue.Compare(keyOf(row), key, ignoreCase: false) > 0)
            .OrderBy(keyOf, Comparer<object>.Create((a, b) => EdmValue.Compare(a, b, ignoreCase: false)));

    public override object? Find(Scope scope, object key) =>
        list(scope).FirstOrDefault(row => EdmValue.Compare(keyOf(row), key, ignoreCase: false) == 0);
}
