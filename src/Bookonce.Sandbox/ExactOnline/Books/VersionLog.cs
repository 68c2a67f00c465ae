namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Rows in the order in which they last changed: what a sync endpoint reads from a row version on.</summary>
internal sealed class VersionLog<TRow>(Func<TRow, long> versionOf)
    where TRow : class
{
    private readonly List<(long Version, TRow Row)> log = [];
    private int stale;

    /// <summary>Notes that the row has a new, higher version; its earlier place in the log goes stale.</summary>
    public void Note(TRow row, bool isNew)
    {
        log.Add((versionOf(row), row));
        if (!isNew)
            WentStale();
    }

    /// <summary>Forgets a row that is gone; it must no longer answer with the version it was noted under.</summary>
    public void WentStale()
    {
        stale++;
        if (stale <= 1000 || stale <= log.Count / 2)
            return;
        log.RemoveAll(item => versionOf(item.Row) != item.Version);
        stale = 0;
    }

    /// <summary>Every row with a version above the given one, lowest first.</summary>
    public IEnumerable<TRow> After(long version)
    {
        var (low, high) = (0, log.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (log[middle].Version <= version)
                low = middle + 1;
            else
                high = middle;
        }
        for (var i = low; i < log.Count; i++)
        {
            if (versionOf(log[i].Row) == log[i].Version)
                yield return log[i].Row;
        }
    }
}
