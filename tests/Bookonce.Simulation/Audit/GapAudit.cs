using System.Text.Json;
using Bookonce.Storage.Log;

namespace Bookonce.Simulation.Audit;

/// <summary>Booking numbers that the engine left out, and whether the log or a person says why.</summary>
sealed class GapAudit(Truth truth, Auditor auditor, IReadOnlyList<LogLine> log, bool wasRestored)
{
    public void Look()
    {
        var reserved = Reserved();
        foreach (var series in truth.AllLiving.GroupBy(copy => (copy.Journal, copy.Year)))
        {
            var held = series.Select(copy => copy.Number).ToHashSet();
            // Only numbers that the engine named itself are its own doing; what Exact gives is not, nor what an entry had before.
            var named = series
                .Where(copy => copy.Maker == Maker.Bookonce && copy.SentNumber == copy.Number && !IsItsOwn(copy))
                .ToArray();
            foreach (var copy in named)
                for (
                    var number = copy.Number - 1;
                    number > 0 && !held.Contains(number) && held.Min() < number;
                    number--
                )
                    Judge(copy, number, reserved);
        }
    }

    bool IsItsOwn(Copy copy) => copy.PutBackOf is { } before && truth.Find(before)?.Number == copy.Number;

    void Judge(Copy after, int number, HashSet<(string, int, int)> reserved)
    {
        var key = (after.Journal, after.Year, number);
        // Numbers go on behind the highest that was ever seen, and that may have been a person's; a repair gives one again.
        var isByPerson = truth.GivenUp.Any(one =>
            (one.Journal, one.Year) == (after.Journal, after.Year) && one.Number >= number && one.Number <= after.Number
        );
        var isExplained = isByPerson || reserved.Contains(key) || wasRestored;
        auditor.Find(
            isExplained ? Counter.NumberGaps : Counter.Unexplained,
            $"{after.Journal} {number} was left out before {after.Number}{(isExplained ? "" : ", and nothing says why")}."
        );
    }

    /// <summary>Numbers that an intent held which came to nothing, as the decision log tells.</summary>
    HashSet<(string, int, int)> Reserved()
    {
        var numbers = new Dictionary<string, (string, int, int)>(StringComparer.Ordinal);
        var reserved = new HashSet<(string, int, int)>();
        foreach (var line in log.Where(line => line.Kind is "IntentBegun" or "IntentRefused"))
        {
            using var json = JsonDocument.Parse(line.Data);
            var intent = json.RootElement.GetProperty("intent").GetString()!;
            if (line.Kind == "IntentRefused" && numbers.TryGetValue(intent, out var number))
                reserved.Add(number);
            else if (
                line.Kind == "IntentBegun"
                && json.RootElement.GetProperty("number") is { ValueKind: JsonValueKind.Number } sent
            )
                numbers[intent] = (
                    json.RootElement.GetProperty("journal").GetString()!,
                    json.RootElement.GetProperty("year").GetInt32(),
                    sent.GetInt32()
                );
        }
        return reserved;
    }
}
