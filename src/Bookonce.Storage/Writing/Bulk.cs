namespace Bookonce.Storage;

/// <summary>Rows through prepared statements, several times faster than change tracking.</summary>
internal static class Bulk
{
    /// <summary>Adds rows; a unique index may refuse one.</summary>
    public static void Insert<TRow>(Statements statements, IEnumerable<TRow> rows)
        where TRow : class
    {
        var plan = statements.PlanOf<TRow>();
        statements.Run(plan.Insert, plan.Mappings, rows.Select(plan.Values));
    }

    /// <inheritdoc cref="Insert{TRow}(Statements, IEnumerable{TRow})"/>
    public static void Insert<TRow>(BookonceContext context, IEnumerable<TRow> rows)
        where TRow : class => Insert(context.Statements, rows);

    /// <summary>Adds rows, or replaces those with the same key except for the named columns, which stay.</summary>
    public static void Upsert<TRow>(Statements statements, IEnumerable<TRow> rows, params IEnumerable<string> kept)
        where TRow : class
    {
        var plan = statements.PlanOf<TRow>();
        statements.Run(plan.Upsert(kept), plan.Mappings, rows.Select(plan.Values));
    }

    /// <inheritdoc cref="Upsert{TRow}(Statements, IEnumerable{TRow}, IEnumerable{string})"/>
    public static void Upsert<TRow>(BookonceContext context, IEnumerable<TRow> rows, params IEnumerable<string> kept)
        where TRow : class => Upsert(context.Statements, rows, kept);

    /// <summary>Adds a row unless one with its key is there.</summary>
    public static void InsertIfNew<TRow>(BookonceContext context, TRow row)
        where TRow : class
    {
        var plan = context.Statements.PlanOf<TRow>();
        context.Statements.Run(plan.InsertIfNew, plan.Mappings, [plan.Values(row)]);
    }

    /// <summary>Sets columns of the rows that other columns find; the values in the order of the names.</summary>
    public static void Update<TRow>(
        Statements statements,
        IReadOnlyList<string> set,
        IReadOnlyList<string> by,
        IEnumerable<object?[]> values
    )
        where TRow : class
    {
        var plan = statements.PlanOf<TRow>();
        statements.Run(plan.Update(set, by), plan.MappingsOf(set, by), values);
    }

    /// <inheritdoc cref="Update{TRow}(Statements, IReadOnlyList{string}, IReadOnlyList{string}, IEnumerable{object?[]})"/>
    public static void Update<TRow>(
        BookonceContext context,
        IReadOnlyList<string> set,
        IReadOnlyList<string> by,
        IEnumerable<object?[]> values
    )
        where TRow : class => Update<TRow>(context.Statements, set, by, values);
}
