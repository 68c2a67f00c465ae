using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Synchronise;

/// <summary>The series of an administration during a run: what was seen, learned and reserved so far.</summary>
sealed class SeriesBook
{
    readonly Dictionary<SeriesKey, Series> series = [];
    readonly Dictionary<SeriesKey, int> starts;
    readonly HashSet<SeriesKey> standing = [];

    public SeriesBook(Books books, ConnectionSettings settings)
    {
        starts = settings.SeriesStarts.ToDictionary(start => start.Series, start => start.Next);
        foreach (var known in books.Series)
            series[known.Key] = Of(known.Key) with { Numbering = known.Numbering, Highest = known.Highest };
        foreach (var entry in books.Entries)
            Seen(entry.Series, entry.Number);
        foreach (var link in books.Links)
            Seen(link.Series, link.BookingNumber);
        foreach (var intent in books.Intents)
            StandStill(intent.Series, intent.Number);
    }

    public Series Of(SeriesKey key) =>
        series.TryGetValue(key, out var known)
            ? known
            : new Series(key, NumberingMode.Untried, null, null, starts.TryGetValue(key, out var start) ? start : null);

    /// <summary>Whether the number of an unknown intent holds up the series.</summary>
    public bool StandsStill(SeriesKey key) => standing.Contains(key);

    public void Seen(SeriesKey key, int number)
    {
        var known = Of(key);
        series[key] = known with { Highest = Math.Max(known.Highest ?? 0, number) };
    }

    public void Learned(SeriesKey key, NumberingMode? mode)
    {
        if (mode is { } learned)
            series[key] = Of(key) with { Numbering = learned };
    }

    /// <summary>An unknown intent with a number keeps later documents out of the series; without one only itself waits.</summary>
    public void StandStill(SeriesKey key, int? number)
    {
        if (number is not { } reserved)
            return;

        var known = Of(key);
        series[key] = known with { Reserved = Math.Max(known.Reserved ?? 0, reserved) };
        standing.Add(key);
    }

    public void GoOn(SeriesKey key)
    {
        series[key] = Of(key) with { Reserved = null };
        standing.Remove(key);
    }
}
