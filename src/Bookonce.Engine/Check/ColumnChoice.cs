namespace Bookonce.Engine.Check;

/// <summary>A header that a person named for a column, where it is not recognised: <c>documents.number=Factuurnr</c>.</summary>
/// <param name="List">The list: <c>documents</c> or <c>entries</c>.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Header">The header as it stands in the file.</param>
public sealed record ColumnChoice(string List, string Column, string Header)
{
    /// <summary>Reads a choice; throws when list or column does not exist.</summary>
    public static ColumnChoice Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (
            text.Split('=', 2, StringSplitOptions.TrimEntries) is not [var place, { Length: > 0 } header]
            || place.Split('.') is not [var list, var column]
        )
            throw new UnusableFileException(
                "columnUnknown",
                $"'{text}' names no column.",
                "Write it like documents.number=\"Factuurnr\"."
            );

        ColumnSet[] sets = [ColumnSet.Documents, ColumnSet.Entries];
        if (sets.FirstOrDefault(set => set.Name == list) is not { } known)
            throw new UnusableFileException(
                "columnUnknown",
                $"There is no list '{list}'.",
                "Write documents or entries."
            );
        if (known.Columns.All(one => one.Name != column))
            throw new UnusableFileException(
                "columnUnknown",
                $"The list {list} has no column '{column}'.",
                $"Its columns are {string.Join(", ", known.Columns.Select(one => one.Name))}."
            );
        return new ColumnChoice(list, column, header);
    }
}
