namespace Bookonce.Bench.Matching;

/// <summary>What a seeded <see cref="Random"/> is asked for.</summary>
static class Dice
{
    public static bool Chance(this Random random, double share) => random.NextDouble() < share;

    public static T Pick<T>(this Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
