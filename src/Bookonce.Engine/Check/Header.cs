namespace Bookonce.Engine.Check;

/// <summary>Which cell of a row holds which column.</summary>
/// <param name="Row">The row in which the headers stand.</param>
/// <param name="Cells">The headers as they stand there.</param>
/// <param name="Places">The place of every recognised column.</param>
sealed record Header(int Row, IReadOnlyList<string> Cells, IReadOnlyDictionary<string, int> Places)
{
    /// <summary>Lists often begin with a title and an empty row.</summary>
    public const int MostTitles = 25;

    /// <summary>Headers that stand for no column.</summary>
    public IEnumerable<string> Unused =>
        Cells.Where((cell, place) => cell.Length > 0 && !Places.Values.Contains(place));

    /// <summary>Reads a row as headers; a column that two headers name alike is left to the first, and is in <paramref name="doubtful"/>.</summary>
    public static Header Of(
        int row,
        IReadOnlyList<string> cells,
        ColumnSet set,
        IReadOnlyList<ColumnChoice> choices,
        out (string Column, string Header)? doubtful
    )
    {
        doubtful = null;
        var (places, ranks) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>());
        foreach (var (place, cell) in cells.Index())
        {
            var chosen = choices.FirstOrDefault(choice => IsSame(choice.Header, cell));
            var found = chosen is not null ? (chosen.Column, -1) : set.Find(cell);
            if (found is not var (name, rank) || rank >= 0 && choices.Any(choice => choice.Column == name))
                continue;
            if (!ranks.TryGetValue(name, out var best) || rank < best)
            {
                (places[name], ranks[name]) = (place, rank);
                doubtful = doubtful?.Column == name ? null : doubtful;
            }
            else if (rank == best)
                doubtful = (name, cell);
        }
        return new Header(row, [.. cells], places);
    }

    static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || HeaderText.Fold(one) is { Length: > 0 } folded && folded == HeaderText.Fold(other);
}
