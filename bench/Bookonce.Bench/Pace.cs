using System.Diagnostics;
using System.Globalization;

namespace Bookonce.Bench;

/// <summary>How fast documents went, and what they cost. On a machine that others use too, the second says more.</summary>
/// <param name="PerSecond">Documents a second.</param>
/// <param name="Processor">Time of all processors per document, the sandboxes' included.</param>
sealed record Pace(double PerSecond, TimeSpan Processor)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{PerSecond:F0} documents/s, {Processor.TotalMicroseconds:F0} µs of processor each"
        );
}

/// <summary>Measures a stretch of documents.</summary>
sealed class Stretch(int documents)
{
    readonly Process self = Process.GetCurrentProcess();
    long began;
    TimeSpan processor;

    /// <summary>What was measured between the beginning and the end.</summary>
    public Pace Pace { get; private set; } = new(0, TimeSpan.Zero);

    public void Begin()
    {
        self.Refresh();
        (began, processor) = (Stopwatch.GetTimestamp(), self.TotalProcessorTime);
    }

    public void End()
    {
        var elapsed = Stopwatch.GetElapsedTime(began);
        self.Refresh();
        Pace = new Pace(documents / elapsed.TotalSeconds, (self.TotalProcessorTime - processor) / documents);
    }
}
