#pragma warning disable RS0030 // The machine's clock, moved forward by hand.

namespace Bookonce.Bench;

/// <summary>The machine's clock, which can be put forward, so that a day of runs takes seconds.</summary>
sealed class LeapingClock : TimeProvider
{
    long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void Leap(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
