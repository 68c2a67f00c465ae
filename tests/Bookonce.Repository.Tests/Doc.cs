using System.Text.RegularExpressions;

namespace Bookonce.Repository.Tests;

/// <summary>A page of documentation, as far as tests look at it.</summary>
sealed partial record Doc(string Path, string Text)
{
    /// <summary>Every page of the repository.</summary>
    public static IReadOnlyList<Doc> All { get; } =
    [.. Tree.Files("*.md").Select(file => new Doc(Tree.Path(file), File.ReadAllText(file.FullName)))];

    /// <summary>One page.</summary>
    public static Doc Of(string path) => All.Single(doc => doc.Path == path);

    /// <summary>What stands between backticks, in a line or in a block: one element a line.</summary>
    public IEnumerable<string> Code =>
        Blocks()
            .Matches(Text)
            .SelectMany(block => block.Groups["code"].Value.Split('\n'))
            .Concat(Spans().Matches(Blocks().Replace(Text, "")).Select(span => span.Groups["code"].Value));

    /// <summary>Links to other files of the repository, as paths from its root, without the part after #.</summary>
    public IEnumerable<string> Links =>
        from match in Targets().Matches(Blocks().Replace(Text, ""))
        let target = match.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
        select Resolve(target.Split('#')[0]);

    /// <summary>The first cells of the table rows under a heading, or of the whole page.</summary>
    public IEnumerable<string> FirstCells(string? heading = null) =>
        from line in (heading is null ? Text : Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0]).Split('\n')
        where line.StartsWith("| ", StringComparison.Ordinal)
        select line.Split('|')[1].Trim();

    string Resolve(string target)
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Tree.Root.FullName, folder, target));
        return System.IO.Path.GetRelativePath(Tree.Root.FullName, full).Replace('\\', '/');
    }

    [GeneratedRegex(@"^```\w*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex Spans();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Targets();
}
