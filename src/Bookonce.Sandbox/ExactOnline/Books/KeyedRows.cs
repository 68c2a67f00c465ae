namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Rows in the order of their key, so that a page can start behind a key whatever was added meanwhile.</summary>
internal sealed class KeyedRows<TKey, TRow>(Func<TRow, TKey> keyOf)
    where TKey : notnull, IComparable<TKey>
{
    private readonly Dictionary<TKey, TRow> byKey = [];
    private readonly List<TRow> ordered = [];
    private readonly List<TRow> added = [];

    /// <summary>In the order of the key.</summary>
    public IReadOnlyList<TRow> Ordered
    {
        get
        {
            Settle();
            return ordered;
        }
    }

    public int Count => byKey.Count;

    public TRow? Find(TKey key) => byKey.GetValueOrDefault(key);

    public bool Contains(TKey key) => byKey.ContainsKey(key);

    public void Add(TRow row)
    {
        byKey.Add(keyOf(row), row);
        added.Add(row);
    }

    public void Remove(TRow row)
    {
        Settle();
        byKey.Remove(keyOf(row));
        ordered.RemoveAt(FirstNotBefore(keyOf(row)));
    }

    /// <summary>The index of the first row behind a key.</summary>
    public int IndexAfter(TKey key)
    {
        Settle();
        var index = FirstNotBefore(key);
        return index < ordered.Count && keyOf(ordered[index]).CompareTo(key) == 0 ? index + 1 : index;
    }

    // A planted world adds thousands at once and is sorted once; a few rows are put in their place.
    private void Settle()
    {
        if (added.Count is 0)
            return;
        if (added.Count > 50)
        {
            ordered.AddRange(added);
            ordered.Sort((left, right) => keyOf(left).CompareTo(keyOf(right)));
        }
        else
        {
            foreach (var row in added)
                ordered.Insert(FirstNotBefore(keyOf(row)), row);
        }
        added.Clear();
    }

    private int FirstNotBefore(TKey key)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keyOf(ordered[middle]).CompareTo(key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
