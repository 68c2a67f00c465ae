namespace Bookonce.Repository.Tests;

/// <summary>The files of the repository, wherever it was cloned.</summary>
static class Tree
{
    public static DirectoryInfo Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static IEnumerable<FileInfo> Files(params string[] patterns) =>
        patterns
            .SelectMany(pattern => Root.EnumerateFiles(pattern, SearchOption.AllDirectories))
            .Where(file => !Path(file).Split('/').Any(part => part is "bin" or "obj" or ".git" or "publish"));

    public static string Path(FileInfo file) =>
        System.IO.Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    public static string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Root.FullName, path));

    static DirectoryInfo Find(DirectoryInfo? directory) =>
        directory is null ? throw new DirectoryNotFoundException("No Bookonce.slnx above the tests.")
        : directory.EnumerateFiles("Bookonce.slnx").Any() ? directory
        : Find(directory.Parent);
}
