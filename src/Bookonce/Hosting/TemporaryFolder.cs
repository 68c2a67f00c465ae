namespace Bookonce.Hosting;

/// <summary>A folder that is gone when the demo is.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookonce-demo-");

    public string Database => Path.Combine(folder.FullName, "bookonce.db");

    public void Dispose() => folder.Delete(recursive: true);
}
