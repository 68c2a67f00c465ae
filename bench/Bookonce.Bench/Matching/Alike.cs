using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>Counts look-alikes: the same customer and sum within 35 days, and yet not the same.</summary>
static class Alike
{
    const int Days = 35;

    public static double Share(MatchDocument[] documents, IEnumerable<MatchEntry> strangers)
    {
        var days = documents
            .Select(document => (Key: (document.CustomerKey!, document.Gross), Day: document.Date.DayNumber))
            .Concat(
                strangers.Select(entry =>
                    (Key: (entry.Creator ?? "", Math.Abs(entry.Amount)), Day: entry.Date.DayNumber)
                )
            )
            .GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Day).Order().ToArray());
        return documents.Count(document =>
                days[(document.CustomerKey!, document.Gross)]
                    .Count(day => Math.Abs(day - document.Date.DayNumber) <= Days) > 1
            ) / (double)documents.Length;
    }
}
