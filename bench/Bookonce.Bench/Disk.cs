using System.Diagnostics;
using Bookonce.Hosting;

namespace Bookonce.Bench;

/// <summary>What the disk does by itself, where the databases of this program lie.</summary>
static class Disk
{
    const int Pages = 200;

    /// <summary>Pages of 4 KiB appended to a file, each flushed to the disk before the next.</summary>
    public static double FsyncsPerSecond()
    {
        using var folder = new TemporaryFolder();
        using var file = File.Create(folder.Database);
        var page = new byte[4096];
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Pages; i++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }
        return Pages / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
