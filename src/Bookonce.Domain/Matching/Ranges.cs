namespace Bookonce.Domain.Matching;

/// <summary>Work on many items at once, cut in ranges that do not depend on the machine, so that results never do.</summary>
static class Ranges
{
    /// <summary>Items in a range.</summary>
    public const int Size = 4096;

    /// <summary>Calls <paramref name="work"/> with the first item and the one after the last of every range.</summary>
    public static void Each(int count, Action<int, int> work)
    {
        if (count <= Size)
            work(0, count);
        else
            Parallel.For(0, Count(count), range => work(range * Size, Math.Min(count, (range + 1) * Size)));
    }

    /// <summary>The same, and what every range returned, in order.</summary>
    public static T[] Map<T>(int count, Func<int, int, T> work)
    {
        var results = new T[Count(count)];
        Each(count, (from, to) => results[from / Size] = work(from, to));
        return results;
    }

    static int Count(int count) => Math.Max(1, (count + Size - 1) / Size);
}
