using System.Text;

namespace Bookonce.Engine.Check;

/// <summary>The rows of a text with delimited cells, as a spreadsheet counts and reads them.</summary>
sealed class DelimitedRows(Lines lines, char delimiter)
{
    /// <summary>A quote that is still open after so many lines was never meant to be one.</summary>
    const int MostLines = 40;

    readonly List<string> cells = [];
    readonly StringBuilder cell = new();

    /// <summary>The row's place, the first is 1; empty rows count.</summary>
    public int Number { get; private set; }

    /// <summary>What is wrong with the row as a whole; null when nothing is.</summary>
    public string? Flaw { get; private set; }

    /// <summary>The cells of the next row, valid until the one after; null after the last one.</summary>
    public IReadOnlyList<string>? Next()
    {
        if (lines.Next(out var isCut) is not { } first)
            return null;

        Number++;
        Flaw = isCut ? "is longer than any row can be" : null;
        if (Split(first))
            return cells;

        var (text, followers) = (new StringBuilder(first), new List<string>());
        while (followers.Count < MostLines && lines.Next(out isCut) is { } follower)
        {
            followers.Add(follower);
            if (!isCut && Split(text.Append('\n').Append(follower).ToString()))
                return cells;
        }
        lines.Return(followers);
        Flaw = "opens a quote and does not close it";
        Split(first);
        return cells;
    }

    /// <summary>Splits a row; false when it ends inside quotes.</summary>
    bool Split(string row)
    {
        cells.Clear();
        cell.Clear();
        var (isQuoted, hasQuotes) = (false, false);
        for (var at = 0; at < row.Length; at++)
        {
            var c = row[at];
            if (isQuoted && c == '"' && at + 1 < row.Length && row[at + 1] == '"')
                cell.Append(row[at++]);
            else if (isQuoted)
            {
                isQuoted = c != '"';
                if (isQuoted)
                    cell.Append(c);
            }
            else if (c == '"' && !hasQuotes && IsBlank(cell))
            {
                (isQuoted, hasQuotes) = (true, true);
                cell.Clear();
            }
            else if (c == delimiter)
            {
                End();
                hasQuotes = false;
            }
            else
                cell.Append(c);
        }
        End();
        return !isQuoted;
    }

    void End()
    {
        cells.Add(cell.ToString().Trim());
        cell.Clear();
    }

    static bool IsBlank(StringBuilder text)
    {
        for (var at = 0; at < text.Length; at++)
            if (!char.IsWhiteSpace(text[at]))
                return false;
        return true;
    }
}
