namespace Bookonce.Domain.Matching;

/// <summary>Items that share a key, in the order in which they were given. Two arrays and a table, because there are millions.</summary>
sealed class Groups
{
    readonly ulong[] keys;
    readonly int[] starts;
    readonly int[] items;
    readonly int shift;

    /// <summary>Groups pairs of key and item; a key of 0 is no key.</summary>
    public Groups(ReadOnlySpan<ulong> pairKeys, ReadOnlySpan<int> pairItems)
    {
        var bits = 4;
        while (1L << bits < (pairKeys.Length - pairKeys.Count(0UL)) * 3L / 2)
            bits++;
        shift = 64 - bits;
        keys = new ulong[1 << bits];
        starts = new int[(1 << bits) + 1];
        foreach (var key in pairKeys)
            if (key != 0)
                starts[Slot(key, add: true) + 1]++;
        for (var slot = 0; slot < keys.Length; slot++)
            starts[slot + 1] += starts[slot];

        items = new int[starts[^1]];
        for (var i = pairKeys.Length - 1; i >= 0; i--)
            if (pairKeys[i] != 0)
                items[--starts[Slot(pairKeys[i], add: false) + 1]] = pairItems[i];
        // Every end moved to its start; the next slot's start is the end again.
        Array.Copy(starts, 1, starts, 0, keys.Length);
        starts[^1] = items.Length;
    }

    /// <summary>One key per item, items numbered from 0.</summary>
    public static Groups Of(ulong[] keyPerItem)
    {
        var numbers = new int[keyPerItem.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = i;
        return new Groups(keyPerItem, numbers);
    }

    /// <summary>The items with a key; empty for the key 0.</summary>
    public ReadOnlySpan<int> this[ulong key]
    {
        get
        {
            var slot = key == 0 ? -1 : Slot(key, add: false);
            return slot < 0 ? default : items.AsSpan(starts[slot]..starts[slot + 1]);
        }
    }

    /// <summary>Mixes two values into one key that is not 0.</summary>
    public static ulong Key(ulong one, ulong other)
    {
        var mixed = (one ^ (other * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
        return (mixed ^ mixed >> 32) | 1;
    }

    int Slot(ulong key, bool add)
    {
        var slot = (int)(key * 0x9E3779B97F4A7C15 >> shift);
        while (keys[slot] != key)
        {
            if (keys[slot] == 0)
            {
                if (!add)
                    return -1;
                keys[slot] = key;
                break;
            }
            slot = (slot + 1) & (keys.Length - 1);
        }
        return slot;
    }
}
