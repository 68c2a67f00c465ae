namespace Bookonce.Engine.Check;

/// <summary>The row that is being read, cell by cell; what is wrong with it is kept.</summary>
sealed class Cells(ListFile file, Action<Unreadable> note)
{
    /// <summary>More of a text is never compared, and memory follows the rows, not the bytes.</summary>
    const int LongestText = 400;

    /// <summary>Names and codes come again and again; one copy of each is enough.</summary>
    const int MostKept = 50_000;

    readonly Dictionary<string, string> kept = new(StringComparer.Ordinal);
    IReadOnlyList<string> cells = [];

    /// <summary>Whether everything in the row could be read so far.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>The row's place.</summary>
    public int Row => file.Row;

    /// <summary>Goes to the next row; false after the last one.</summary>
    public bool Next()
    {
        if (file.Next() is not { } next)
            return false;

        (cells, IsReadable) = (next, true);
        if (file.Flaw is { } flaw)
            Complain(null, $"the row {flaw}");
        else if (cells.Skip(file.Header.Cells.Count).Any(cell => cell.Length > 0))
            Complain(
                null,
                $"{cells.Count} cells, but only {file.Header.Cells.Count} headers; a text or amount that holds a {Word(file.Delimiter)} needs quotes"
            );
        return true;
    }

    /// <summary>The text in a column; null when the cell is empty or the column is not there.</summary>
    public string? Text(string column)
    {
        if (!file.Header.Places.TryGetValue(column, out var place) || place >= cells.Count)
            return null;

        var text = cells[place];
        // Spreadsheets write ="0012" to keep a number's zeros.
        if (text is ['=', '"', .., '"'] && !text.AsSpan(2, text.Length - 3).Contains('"'))
            text = text[2..^1].Trim();
        if (text is ['=', ..] or ['#', .., '!' or '?'] or "#N/A" or "#N/B")
        {
            Complain(column, $"{Quoted(text)} is a formula; save the list with values only");
            return null;
        }
        if (text.Length == 0)
            return null;

        text = text.Length > LongestText ? text[..LongestText] : text;
        return kept.TryGetValue(text, out var same) ? same
            : kept.Count >= MostKept ? text
            : kept[text] = text;
    }

    /// <summary>The amount in a column.</summary>
    public Amount? Amount(string column, bool isRequired = false) =>
        Read(column, isRequired, AmountText.Read, "no amount");

    /// <summary>The date in a column.</summary>
    public Day? Day(string column, bool isRequired = false) => Read(column, isRequired, DayText.Read, "no date");

    /// <summary>A whole number, by the last figures of the text: <c>70 / 26001</c> is 26001.</summary>
    public int? Whole(string column)
    {
        if (Text(column) is not { } text)
            return null;

        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        return int.TryParse(text.AsSpan(start..end), out var number) && number > 0 ? number : null;
    }

    /// <summary>Says what is wrong with a cell, or with the row.</summary>
    public void Complain(string? column, string what)
    {
        IsReadable = false;
        note(new Unreadable(file.Name, Row, column is null ? null : HeaderOf(column), what));
    }

    /// <summary>The header under which a person finds the column.</summary>
    public string HeaderOf(string column) =>
        file.Header.Places.TryGetValue(column, out var place) ? file.Header.Cells[place] : column;

    static string Quoted(string text) => $"'{(text.Length > 60 ? text[..60] + "…" : text)}'";

    static string Word(char delimiter) =>
        delimiter switch
        {
            ';' => "semicolon",
            ',' => "comma",
            _ => "tab",
        };

    T? Read<T>(string column, bool isRequired, Func<string, T?> read, string none)
        where T : struct
    {
        var wasReadable = IsReadable;
        if (Text(column) is not { } text)
        {
            if (isRequired && wasReadable && IsReadable)
                Complain(column, "the cell is empty");
            return null;
        }
        if (read(text) is { } value)
            return value;
        Complain(column, $"{Quoted(text)} is {none}");
        return null;
    }
}
