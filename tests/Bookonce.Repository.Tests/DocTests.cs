using System.Text.RegularExpressions;

namespace Bookonce.Repository.Tests;

public sealed partial class DocTests
{
    [Fact]
    public void Every_path_that_a_page_names_exists()
    {
        var named = (
            from doc in Doc.All
            from code in doc.Code
            from Match match in Paths().Matches(code)
            select (doc.Path, Named: match.Value)
        ).ToArray();

        Assert.True(named.Length > 60);
        Assert.Empty(from path in named where !Exists(path.Named) select $"{path.Path} names {path.Named}");
    }

    [Fact]
    public void Every_link_leads_somewhere() =>
        Assert.Empty(
            from doc in Doc.All
            from link in doc.Links
            where !Exists(link)
            select $"{doc.Path} links to {link}"
        );

    [Fact]
    public void Every_page_can_be_reached_from_the_first_one()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["README.md"]);
        while (next.TryDequeue(out var path))
            if (reached.Add(path) && Doc.All.FirstOrDefault(doc => doc.Path == path) is { } page)
                foreach (var link in page.Links)
                    next.Enqueue(link);

        Assert.Empty(Doc.All.Select(doc => doc.Path).Except(reached));
    }

    [Fact]
    public async Task Every_command_and_option_that_a_page_names_exists()
    {
        var help = await Help();
        var named = (from doc in Doc.All from code in doc.Code from use in Uses(code) select (doc.Path, use)).ToArray();

        Assert.True(named.Length > 20);
        Assert.Empty(
            from place in named
            let command = place.use.Command
            where !help.TryGetValue(command, out var text) || !place.use.Options.All(option => Offers(text, option))
            select $"{place.Path}: bookonce {command} {string.Join(' ', place.use.Options)}"
        );
    }

    [Fact]
    public async Task The_page_for_the_host_names_every_command()
    {
        var commands = (await Help()).Keys.Where(command => command.Length > 0).Order();

        Assert.Equal(
            commands,
            Doc.Of("docs/operate/README.md")
                .FirstCells("Commands")
                .Skip(1)
                .Select(cell => cell.Trim('`').Split(' ')[1])
                .Order()
        );
    }

    [Fact]
    public void The_page_for_the_host_lists_the_exit_codes() =>
        Assert.Equal(
            ExitCodes()
                .Matches(Tree.Read("src/Bookonce/Output/ExitCode.cs"))
                .Select(match => match.Groups["code"].Value),
            Doc.Of("docs/operate/README.md").FirstCells("Exit codes").Skip(1)
        );

    [Fact]
    public void The_guide_explains_every_status_by_its_word_on_the_pages() =>
        Assert.Equal(
            StatusWords()
                .Matches(Tree.Read("src/Bookonce.Web/Documents/StatusLook.cs"))
                .Select(match => match.Groups["word"].Value)
                .Order(),
            Doc.Of("docs/guide/problems.md").FirstCells("What a status means").Skip(1).Order()
        );

    /// <summary>The text of every command's help, with that of the commands inside it; the empty name is the program itself.</summary>
    static async Task<Dictionary<string, string>> Help()
    {
        var help = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [""] = (await Executable.Run("--help")).Output,
        };
        foreach (var command in Inner(help[""]))
        {
            help[command] = (await Executable.Run(command, "--help")).Output;
            foreach (var inner in Inner(help[command]).ToArray())
                help[command] += (await Executable.Run(command, inner, "--help")).Output;
        }
        return help;
    }

    static IEnumerable<string> Inner(string help) =>
        Commands().Match(help).Groups["name"].Captures.Select(name => name.Value);

    /// <summary>Uses of the program in a piece of code, by either way to start it.</summary>
    static IEnumerable<(string Command, string[] Options)> Uses(string code) =>
        from Match use in Starts().Matches(code)
        let words = use.Groups["rest"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let command = words is [var first, ..] && !first.StartsWith('-') ? first : ""
        where command is not "COMMAND"
        select (command, words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToArray());

    static bool Offers(string help, string option) =>
        Regex.IsMatch(help, $@"(^|\s|,){Regex.Escape(option.Split('=')[0])}(\s|,|$)", RegexOptions.Multiline);

    static bool Exists(string path)
    {
        var full = Path.Combine(Tree.Root.FullName, path);
        return File.Exists(full) || Directory.Exists(full);
    }

    [GeneratedRegex(@"(?<![\w./-])((src|tests|docs|\.ci)/[\w./-]*\w|\./\w+\.sh|\w+\.slnx)")]
    private static partial Regex Paths();

    [GeneratedRegex(
        @"(^|/|\s)(bookonce|dotnet run --project src/Bookonce --)(?<rest>(\s+[^\s|;]+)+)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Starts();

    [GeneratedRegex(@"Commands:\n(\s+(?<name>\w+)\s.*\n?)+", RegexOptions.ExplicitCapture)]
    private static partial Regex Commands();

    [GeneratedRegex(@"const int \w+ = (?<code>\d+);")]
    private static partial Regex ExitCodes();

    [GeneratedRegex(@"=> new\(\s*""(?<word>[^""]+)""")]
    private static partial Regex StatusWords();
}
