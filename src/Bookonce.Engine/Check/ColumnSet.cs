namespace Bookonce.Engine.Check;

/// <summary>The columns of one kind of list.</summary>
/// <param name="Name">What the list holds, as on the command line.</param>
/// <param name="Columns">Every column that is understood.</param>
/// <param name="Required">What must be there; of each group at least one.</param>
public sealed record ColumnSet(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<string[]> Required)
{
    readonly Dictionary<string, (int Column, int Rank)> byHeader = (
        from column in Columns.Index()
        from header in column.Item.Headers.Prepend(HeaderText.Fold(column.Item.Name)).Distinct().Index()
        select (header.Item, column.Index, Rank: header.Index)
    ).ToDictionary(known => known.Item, known => (known.Index, known.Rank), StringComparer.Ordinal);

    /// <summary>A header is surer than one that has a currency behind it.</summary>
    const int LessSure = 1_000;

    /// <summary>The column that a header stands for, and how sure that is: 0 is its own name.</summary>
    public (string Name, int Rank)? Find(string header) =>
        Find(HeaderText.Fold(header), 0) ?? Find(HeaderText.Fold(HeaderText.WithoutCurrency(header)), LessSure);

    (string Name, int Rank)? Find(string folded, int rank) =>
        byHeader.TryGetValue(folded, out var found) ? (Columns[found.Column].Name, found.Rank + rank) : null;

    /// <summary>Documents, as Teamleader or anybody else lists them.</summary>
    public static ColumnSet Documents => DocumentColumns.Set;

    /// <summary>Entries, as Exact Online or anybody else lists them.</summary>
    public static ColumnSet Entries => EntryColumns.Set;
}
