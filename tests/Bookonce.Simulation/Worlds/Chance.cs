namespace Bookonce.Simulation.Worlds;

/// <summary>
/// Chance that depends on nothing but the seed and what it is asked about, so that leaving out one misfortune does not
/// deal all the others anew.
/// </summary>
readonly record struct Chance(ulong Seed)
{
    public static Chance Of(int seed, string what) => new Chance((ulong)(uint)seed).About(what);

    public Chance About(string what)
    {
        var hash = Seed ^ 0xCBF29CE484222325;
        foreach (var letter in what)
            hash = (hash ^ letter) * 0x100000001B3;
        return new Chance(Mix(hash));
    }

    public Chance About(long number) => new(Mix(Seed ^ Mix((ulong)number + 0x9E3779B97F4A7C15)));

    /// <summary>From 0 up to 1.</summary>
    public double Roll => (Mix(Seed) >> 11) * (1.0 / (1UL << 53));

    public bool IsBelow(double probability) => Roll < probability;

    /// <summary>From 0 up to the given number.</summary>
    public int Below(int number) => (int)(Roll * number);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public Random Random => new((int)(Mix(Seed) & 0x7FFFFFFF));

    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
