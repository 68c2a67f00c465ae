namespace Bookonce.Engine.Check;

/// <summary>A file with a list, opened: its delimiter and headers are found, its rows come one at a time.</summary>
sealed class ListFile : IDisposable
{
    const int HeadLength = 1 << 16;
    static readonly char[] Delimiters = [';', ',', '\t'];

    readonly StreamReader reader;
    readonly DelimitedRows rows;

    ListFile(string name, StreamReader reader, DelimitedRows rows, Header header, char delimiter) =>
        (Name, this.reader, this.rows, Header, Delimiter) = (name, reader, rows, header, delimiter);

    public string Name { get; }

    public Header Header { get; }

    public char Delimiter { get; }

    /// <summary>The place of the row that was read last, as a spreadsheet counts.</summary>
    public int Row => rows.Number;

    /// <summary>What is wrong with that row as a whole.</summary>
    public string? Flaw => rows.Flaw;

    public static ListFile Open(ListSource file, ColumnSet set, IReadOnlyList<ColumnChoice> choices)
    {
        var opened = new StreamReader(file.Open(), WesternFallback.Encoding);
        try
        {
            var head = Head(file.Name, opened);
            IReadOnlyList<ColumnChoice> own = [.. choices.Where(choice => choice.List == set.Name)];
            var (header, delimiter) = Find(file.Name, head, set, own);
            var table = new DelimitedRows(new Lines(head, opened), delimiter);
            while (table.Number < header.Row)
                table.Next();
            return new ListFile(file.Name, opened, table, header, delimiter);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The cells of the next row that is not empty; null after the last one.</summary>
    public IReadOnlyList<string>? Next()
    {
        while (rows.Next() is { } cells)
            if (rows.Flaw is not null || cells.Any(cell => cell.Length > 0))
                return cells;
        return null;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>What stands over the columns, also where something that is needed is missing.</summary>
    public static ListHeaders Headers(ListSource file, ColumnSet set, IReadOnlyList<ColumnChoice> choices)
    {
        using var opened = new StreamReader(file.Open(), WesternFallback.Encoding);
        var (header, _, _) = Best(Head(file.Name, opened), set, [.. choices.Where(choice => choice.List == set.Name)]);
        return new ListHeaders(
            [.. header.Cells.Where(cell => cell.Length > 0).Distinct()],
            header.Places.ToDictionary(place => place.Key, place => header.Cells[place.Value])
        );
    }

    /// <summary>The beginning, in which the headers must stand.</summary>
    static char[] Head(string name, StreamReader opened)
    {
        var head = new char[HeadLength];
        head = head[..opened.ReadBlock(head)];
        if (head.All(char.IsWhiteSpace))
            throw new UnusableFileException("fileEmpty", $"{name} is empty.", "Export the list again.");
        if (head.AsSpan().StartsWith("PK\u0003\u0004") || head.AsSpan().Contains('\0'))
            throw new UnusableFileException(
                "fileNotText",
                $"{name} is no text.",
                "A workbook is saved as CSV in the spreadsheet program first."
            );
        return head;
    }

    /// <summary>The row and delimiter with which most columns are recognised.</summary>
    static (Header, char, (string Column, string Header)?) Best(
        char[] head,
        ColumnSet set,
        IReadOnlyList<ColumnChoice> choices
    )
    {
        var (best, bestDelimiter, bestDoubt) = (default(Header), ' ', default((string, string)?));
        foreach (var delimiter in Delimiters)
        {
            var table = new DelimitedRows(new Lines(head, TextReader.Null), delimiter);
            while (table.Number < Header.MostTitles && table.Next() is { } cells)
            {
                var header = Header.Of(table.Number, cells, set, choices, out var doubt);
                if (best is null || header.Places.Count > best.Places.Count)
                    (best, bestDelimiter, bestDoubt) = (header, delimiter, doubt);
            }
        }
        return (best!, bestDelimiter, bestDoubt);
    }

    static (Header, char) Find(string name, char[] head, ColumnSet set, IReadOnlyList<ColumnChoice> choices)
    {
        var (best, bestDelimiter, bestDoubt) = Best(head, set, choices);
        Demand(name, best, set, choices);
        if (bestDoubt is var (column, text))
            throw new UnusableFileException(
                "columnTwice",
                $"{name}, row {best.Row}: two columns are called \"{text}\", and either may be {column}.",
                "Rename one of them."
            );
        return (best, bestDelimiter);
    }

    static void Demand(string name, Header header, ColumnSet set, IReadOnlyList<ColumnChoice> choices)
    {
        if (choices.FirstOrDefault(choice => !header.Places.ContainsKey(choice.Column)) is { } choice)
            throw new UnusableFileException(
                "columnMissing",
                $"{name}: no column is called \"{choice.Header}\".",
                Found(header)
            );
        if (header.Places.Count == 0)
            throw new UnusableFileException(
                "columnMissing",
                $"{name}: none of the first rows holds headers that are known, with cells between commas, semicolons or tabs.",
                $"{Found(header with { Row = 1 })} Name the columns with --column, for example --column {set.Name}.date=\"...\"."
            );
        foreach (var group in set.Required)
            if (!group.Any(header.Places.ContainsKey))
                throw new UnusableFileException(
                    "columnMissing",
                    $"{name}: the column {string.Join(" or ", group)} is missing.",
                    $"{Found(header)} If one of them is meant, say so: --column {set.Name}.{group[^1]}=\"...\"."
                );
    }

    static string Found(Header header) =>
        $"Row {header.Row} holds {string.Join(", ", header.Cells.Where(cell => cell.Length > 0).Take(30).Select(cell => $"\"{(cell.Length > 40 ? cell[..40] + "…" : cell)}\""))}.";
}
