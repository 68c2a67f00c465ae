namespace Bookonce.Simulation.Lives;

/// <summary>Where databases lie while a world lasts.</summary>
static class Folders
{
    const string MemoryDisk = "/dev/shm";

    public static string Fast { get; } = Directory.Exists(MemoryDisk) ? MemoryDisk : Path.GetTempPath();
}
