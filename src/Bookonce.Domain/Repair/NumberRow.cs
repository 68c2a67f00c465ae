using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>A booking number of a series, and what stands there before and after a plan.</summary>
/// <param name="Number">The booking number.</param>
/// <param name="Before">What a person recognises its entry by; null when it is free.</param>
/// <param name="After">The same after the plan.</param>
public sealed record NumberCell(int Number, string? Before, string? After)
{
    /// <summary>What the plan does there: <c>kept</c>, <c>gone</c>, <c>made</c>, or <c>moved</c> when something else stands there after.</summary>
    public string Look =>
        Before == After ? "kept"
        : After is null ? "gone"
        : Before is null ? "made"
        : "moved";
}

/// <summary>The numbers of a series from the first to the last that a plan touches, with their neighbours.</summary>
/// <param name="Series">Journal and financial year.</param>
/// <param name="Cells">Ascending; long stretches that stay as they are, are left out.</param>
public sealed record NumberRow(SeriesKey Series, IReadOnlyList<NumberCell> Cells)
{
    /// <summary>Neighbours shown on each side of what changes.</summary>
    const int Neighbours = 2;

    /// <summary>The rows of a plan, by journal and year.</summary>
    internal static IReadOnlyList<NumberRow> Of(
        IReadOnlyList<RepairStep> steps,
        Func<SeriesKey, IEnumerable<Entry>> entries
    )
    {
        var removed = steps.SelectMany(Costing.Removed).Where(entry => entry.IsSales).ToArray();
        var given = steps.Select(Given).OfType<(SeriesKey, int, string)>().ToLookup(made => made.Item1);
        return
        [
            .. removed
                .Select(entry => entry.Series)
                .Concat(given.Select(made => made.Key))
                .Distinct()
                .OrderBy(series => series.Journal, StringComparer.Ordinal)
                .ThenBy(series => series.Year)
                .Select(series =>
                    Row(
                        series,
                        entries(series),
                        [.. removed.Where(entry => entry.Series == series).Select(entry => entry.LineId)],
                        given[series].ToDictionary(made => made.Item2, made => made.Item3)
                    )
                ),
        ];
    }

    static NumberRow Row(
        SeriesKey series,
        IEnumerable<Entry> entries,
        HashSet<Guid> removed,
        Dictionary<int, string> given
    )
    {
        var stand = entries.GroupBy(entry => entry.Number).ToDictionary(group => group.Key, group => group.First());
        var touched = stand
            .Values.Where(entry => removed.Contains(entry.LineId))
            .Select(entry => entry.Number)
            .Concat(given.Keys)
            .ToHashSet();
        var shown = touched
            .SelectMany(number => Enumerable.Range(number - Neighbours, (2 * Neighbours) + 1))
            .Where(number => touched.Contains(number) || stand.ContainsKey(number))
            .ToHashSet();
        return new NumberRow(
            series,
            [
                .. shown
                    .Order()
                    .Select(number =>
                    {
                        var before = stand.GetValueOrDefault(number);
                        var stays = before is not null && !removed.Contains(before.LineId) ? Name(before) : null;
                        return new NumberCell(
                            number,
                            before is null ? null : Name(before),
                            given.GetValueOrDefault(number) ?? stays
                        );
                    }),
            ]
        );
    }

    static string Name(Entry entry) => entry.YourRef ?? entry.AccountName ?? "entry";

    static (SeriesKey, int, string)? Given(RepairStep step) =>
        step switch
        {
            RepairStep.BookAgain(var document, var series, { } number) => (series, number, document.Number),
            RepairStep.ReverseEntry(var entry, var series, { } number, _) => (series, number, $"− {Name(entry)}"),
            RepairStep.PutBack(var saved, var series, { } number) => (series, number, saved.YourRef ?? "entry"),
            _ => null,
        };
}
