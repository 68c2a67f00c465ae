namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>
/// Describes one kind of entity: first the fields as the reference lists them, then where the values of those come from that
/// the books know. A writable field without a source of its own is kept with the row and given back.
/// </summary>
internal sealed class Table<TRow>(string model, string key)
    where TRow : notnull
{
    private readonly List<Field> fields = [];

    /// <summary>Declares fields that callers may write, in the reference's notation: <c>ID:g, Code:s</c>.</summary>
    public Table<TRow> Writable(string notation) => Declare(notation, isWritable: true);

    /// <summary>Declares fields that callers only read.</summary>
    public Table<TRow> ReadOnly(string notation) => Declare(notation, isWritable: false);

    public Table<TRow> Get(string field, Func<TRow, object?> get) => Get(field, (row, _) => get(row));

    public Table<TRow> Get(string field, Func<TRow, Scope, object?> get) =>
        Replace(field, old => old with { Get = (row, scope) => get((TRow)row, scope) });

    public Table<TRow> Set(string field, Action<TRow, object?> set) =>
        Replace(field, old => old with { Set = (row, value) => set((TRow)row, value) });

    /// <summary>Pads a text field: positive on the right, negative on the left.</summary>
    public Table<TRow> Padded(string field, int width) => Replace(field, old => old with { Width = width });

    public Table<TRow> Children<TChild>(
        string field,
        string path,
        EntityType type,
        Func<TRow, Scope, IEnumerable<TChild>> get
    )
        where TChild : class =>
        Replace(
            field,
            old => old with { ChildType = type, ChildPath = path, Get = (row, scope) => get((TRow)row, scope) }
        );

    /// <summary>Takes a field back that this address does not have.</summary>
    public Table<TRow> Without(string field)
    {
        fields.RemoveAll(candidate => candidate.Name == field);
        return this;
    }

    public EntityType Build() => new(model, key, [.. fields]);

    private Table<TRow> Declare(string notation, bool isWritable)
    {
        foreach (
            var item in notation.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var (name, mark) = (
                item[..item.IndexOf(':', StringComparison.Ordinal)],
                item[(item.IndexOf(':', StringComparison.Ordinal) + 1)..]
            );
            var type = EdmNotation.Parse(mark);
            Func<object, Scope, object?> get = (type, isWritable && typeof(TRow).IsAssignableTo(typeof(Row))) switch
            {
                (Edm.Children, _) => (_, _) => Array.Empty<object>(),
                (_, true) => (row, _) => ((Row)row).Kept(name),
                _ => (_, _) => null,
            };
            fields.Add(new Field(name, type, isWritable, get));
        }
        return this;
    }

    private Table<TRow> Replace(string field, Func<Field, Field> change)
    {
        var index = fields.FindIndex(candidate => candidate.Name == field);
        if (index < 0)
            throw new ArgumentException($"{model} declares no field {field}.", nameof(field));
        fields[index] = change(fields[index]);
        return this;
    }
}

internal static class TableExtensions
{
    /// <summary>Declares the six audit fields.</summary>
    public static Table<TRow> Audited<TRow>(this Table<TRow> table)
        where TRow : Row =>
        table
            .ReadOnly("Created:dt, Creator:g, CreatorFullName:s, Modified:dt, Modifier:g, ModifierFullName:s")
            .Get("Created", row => row.Created)
            .Get("Creator", row => row.Creator.Id)
            .Get("CreatorFullName", row => row.Creator.FullName)
            .Get("Modified", row => row.Modified)
            .Get("Modifier", row => row.Modifier.Id)
            .Get("ModifierFullName", row => row.Modifier.FullName);

    public static Table<TRow> InDivision<TRow>(this Table<TRow> table)
        where TRow : notnull => table.Get("Division", (_, scope) => scope.Division.Code);
}
