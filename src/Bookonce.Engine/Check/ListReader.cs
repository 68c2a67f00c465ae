namespace Bookonce.Engine.Check;

/// <summary>Reads a list in one pass: rows as they come, and what was doubtful once the whole file has shown how it is written.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
/// <param name="set">The columns of the list.</param>
/// <param name="total">The column with the total, which like the date every row must have.</param>
abstract class ListReader<T>(ColumnSet set, string total)
    where T : class
{
    /// <summary>The column with the date.</summary>
    protected const string Date = "date";

    /// <summary>More complaints than this are counted, not kept.</summary>
    const int MostKept = 200;

    /// <summary>A row with what is still doubtful in it.</summary>
    protected readonly record struct Draft(int Row, T Value, Day Date, Day? Due, Amount Total, Amount? Other);

    /// <summary>What was doubtful, read as the file means it.</summary>
    protected readonly record struct Settled(DateOnly Date, DateOnly? Due, decimal Total, decimal? Other);

    /// <summary>Reads a file to its end.</summary>
    public ReadList<T> Read(ListSource file, IReadOnlyList<ColumnChoice> choices)
    {
        using var list = ListFile.Open(file, set, choices);
        var (unreadable, count, drafts) = (new List<Unreadable>(), 0, new List<Draft>());
        var (manner, cells) = (new Manner(), new Cells(list, Note));
        while (cells.Next())
            if (cells.IsReadable && Of(cells) is { } draft && cells.IsReadable)
            {
                manner.Learn(draft.Date);
                manner.Learn(draft.Due);
                manner.Learn(draft.Total);
                manner.Learn(draft.Other);
                drafts.Add(draft);
            }
            else
                count++;

        var (rows, first, repeats) = (
            new List<T>(drafts.Count),
            new Dictionary<string, int>(StringComparer.Ordinal),
            new List<string>()
        );
        foreach (var draft in drafts)
        {
            if (Settle(draft, manner, column => NoteDoubt(draft.Row, column)) is not { } row)
                count++;
            else if (!first.TryAdd(IdOf(row), draft.Row))
                repeats.Add($"{list.Name}, rows {first[IdOf(row)]} and {draft.Row}: both are '{IdOf(row)}'");
            else
                rows.Add(row);
        }
        return new ReadList<T>(list.Name, rows, unreadable, count, repeats, [.. Notes(list, manner)]);

        void Note(Unreadable problem)
        {
            if (unreadable.Count < MostKept)
                unreadable.Add(problem);
        }

        void NoteDoubt(int row, string column) =>
            Note(
                new Unreadable(
                    list.Name,
                    row,
                    cells.HeaderOf(column),
                    "it can be read in two ways, and this file writes both; write it so that it is clear"
                )
            );
    }

    /// <summary>A row as it stands; null when it cannot be read.</summary>
    protected abstract Draft? Of(Cells cells);

    /// <summary>The row with what was doubtful in it.</summary>
    protected abstract T With(T row, in Settled read);

    /// <summary>What tells a row from every other.</summary>
    protected abstract string IdOf(T row);

    /// <summary>A currency as three capitals.</summary>
    protected static string? Currency(string? text) =>
        text switch
        {
            null => null,
            "€" => "EUR",
            "$" => "USD",
            "£" => "GBP",
            _ => text.ToUpperInvariant() is "EURO" or "EUROS" ? "EUR" : text.ToUpperInvariant(),
        };

    /// <summary>The row, read in the file's manner; null after a doubt was named.</summary>
    T? Settle(in Draft draft, Manner manner, Action<string> doubt)
    {
        var (day, amount) = (manner.Read(draft.Date), manner.Read(draft.Total));
        if (day is null)
            doubt(Date);
        if (amount is null)
            doubt(total);
        return day is null || amount is null
            ? null
            : With(
                draft.Value,
                new Settled(
                    day.Value,
                    draft.Due is { } due ? manner.Read(due) : null,
                    amount.Value,
                    draft.Other is { } other ? manner.Read(other) : null
                )
            );
    }

    static IEnumerable<string> Notes(ListFile list, Manner manner)
    {
        var unused = string.Join(", ", list.Header.Unused.Select(header => $"\"{header}\""));
        if (unused.Length > 0)
            yield return $"{list.Name}: not used: {unused}";
        if (manner.Order is { } order)
            yield return $"{list.Name}: {order}";
    }
}
