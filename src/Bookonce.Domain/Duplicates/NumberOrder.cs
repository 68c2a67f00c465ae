using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Duplicates;

/// <summary>The booking numbers of every sales series with their dates.</summary>
sealed class NumberOrder
{
    readonly Dictionary<SeriesKey, Entry[]> series;
    readonly Dictionary<Guid, int> places;

    public NumberOrder(IEnumerable<Entry> entries)
    {
        series = entries
            .Where(entry => entry.IsSales)
            .GroupBy(entry => entry.Series)
            .ToDictionary(group => group.Key, group => group.OrderBy(entry => entry.Number).ToArray());
        places = series
            .Values.SelectMany(all => all.Index())
            .ToDictionary(place => place.Item.LineId, place => place.Index);
    }

    /// <summary>Whether no higher number stands in the series.</summary>
    public bool IsLast(Entry entry) => series[entry.Series][^1].Number <= entry.Number;

    /// <summary>Whether the numbers beside it are not dated the wrong way round.</summary>
    public bool IsInOrder(Entry entry)
    {
        var all = series[entry.Series];
        var at = places[entry.LineId];
        return (at == 0 || all[at - 1].Date <= entry.Date) && (at == all.Length - 1 || entry.Date <= all[at + 1].Date);
    }
}
