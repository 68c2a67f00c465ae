using System.Text.RegularExpressions;

namespace Bookonce.Repository.Tests;

/// <summary>What a machine or an unfinished thought leaves behind does not belong in the tree.</summary>
public sealed partial class TraceTests
{
    static readonly string[] Kinds =
    [
        "*.cs",
        "*.razor",
        "*.css",
        "*.js",
        "*.json",
        "*.md",
        "*.sh",
        "*.csproj",
        "*.props",
        "*.slnx",
        "*.txt",
        "*.xml",
        ".editorconfig",
    ];

    [Fact]
    public void No_file_names_a_machine_a_registry_or_something_left_to_do()
    {
        var files = Tree.Files(Kinds).Where(file => file.Name != $"{nameof(TraceTests)}.cs").ToArray();
        var slips =
            from file in files
            from line in File.ReadLines(file.FullName).Index()
            where Traces().IsMatch(line.Item)
            select $"{Tree.Path(file)}:{line.Index + 1}: {line.Item.Trim()}";

        Assert.True(files.Length > 300);
        Assert.Empty(slips);
    }

    [Theory]
    [InlineData("see /home/somebody/notes.txt", true)]
    [InlineData(@"see C:\Users\somebody", true)]
    [InlineData("https://api.nuget.org/v3/index.json", true)]
    [InlineData("// TODO later", true)]
    [InlineData("the account's home is /var/lib/bookonce", false)]
    public void A_trace_is_recognised(string line, bool isTrace) => Assert.Equal(isTrace, Traces().IsMatch(line));

    [GeneratedRegex(
        @"\b(TODO|FIXME|HACK)\b|(/home|/root|/Users|/tmp|/work|/mnt)/\w|[A-Z]:\\\\?(Users|work)|\b(nuget\.org|npmjs\.(com|org)|pypi\.org|pkgs\.dev\.azure\.com|pkg\.github\.com)\b"
    )]
    private static partial Regex Traces();
}
