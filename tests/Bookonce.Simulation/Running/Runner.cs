using System.Collections.Concurrent;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Running;

/// <summary>Lives through many worlds, two at a time, each on a thread of its own. What comes out does not depend on that.</summary>
static class Runner
{
    const int Threads = 2;

    public static IReadOnlyList<Verdict> Run(
        IReadOnlyList<int> seeds,
        Func<int, Plan> plan,
        Action<Verdict> tell,
        CancellationToken stop
    )
    {
        var verdicts = new ConcurrentDictionary<int, Verdict>();
        var next = -1;
        ExceptionBox? thrown = null;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(Work)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        if (thrown is { } box)
            throw new InvalidOperationException($"The simulation itself failed in seed {box.Seed}.", box.Exception);
        return [.. seeds.Where(verdicts.ContainsKey).Select(seed => verdicts[seed])];

        void Work()
        {
            while (!stop.IsCancellationRequested && thrown is null && Interlocked.Increment(ref next) is var index)
            {
                if (index >= seeds.Count)
                    return;
                try
                {
                    var verdict = verdicts[seeds[index]] = Verdict.Of(plan(seeds[index]));
                    lock (verdicts)
                        tell(verdict);
                }
#pragma warning disable CA1031 // It is thrown again on the thread that waits.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    thrown = new ExceptionBox(seeds[index], exception);
                }
            }
        }
    }

    sealed record ExceptionBox(int Seed, Exception Exception);
}
