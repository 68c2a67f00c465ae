using System.Text.RegularExpressions;

namespace Bookonce.Repository.Tests;

/// <summary>The codes that people and programs meet, and the table that explains them.</summary>
public sealed partial class ProblemTests
{
    static readonly string[] InSource =
    [
        .. Tree.Files("*.cs")
            .Where(file => Tree.Path(file).StartsWith("src/", StringComparison.Ordinal))
            .Where(file => !Tree.Path(file).StartsWith("src/Bookonce.Sandbox/", StringComparison.Ordinal))
            .Select(file => File.ReadAllText(file.FullName))
            .Where(text => Speaks().IsMatch(text))
            .SelectMany(text => Codes().Matches(text))
            .SelectMany(match => match.Groups["code"].Captures)
            .Select(capture => capture.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    static readonly string[] InGuide =
    [
        .. Doc.Of("docs/guide/problems.md")
            .FirstCells()
            .Where(cell => cell.StartsWith('`'))
            .Select(cell => cell.Trim('`'))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_source_is_read_in_every_way_that_a_code_is_written()
    {
        // A Problem of its own, one of two, through a local function, of a command, and of a page.
        string[] examples =
        [
            "mayBeThere",
            "discountAccountMissing",
            "roundingAccountMissing",
            "strictOrder",
            "portInUse",
        ];

        Assert.Empty(examples.Except(InSource));
        Assert.Empty(new[] { "relationTwice", "reconnect", "consentUnknown", "usage", "bug" }.Except(InSource));
    }

    [Fact]
    public void Every_code_has_a_row_in_the_guide() => Assert.Empty(InSource.Except(InGuide));

    [Fact]
    public void Every_row_in_the_guide_has_a_code() => Assert.Empty(InGuide.Except(InSource));

    [Fact]
    public void No_code_has_two_rows() => Assert.Equal(InGuide.Distinct(), InGuide);

    /// <summary>Files that make Problems or failures of a command.</summary>
    [GeneratedRegex(@"\b(Problem|CommandException|UnusableFileException)\b")]
    private static partial Regex Speaks();

    /// <summary>A code is the first word in camel case that such a call is given; the sentence follows.</summary>
    [GeneratedRegex(
        """\b(Problem|new|Wrong|Ask|Waiting|CommandException|UnusableFileException|Refuse)\((?!\s*typeof)[^"();]*"(?<code>[a-z]+([A-Z][a-z]*)*)"(\s*:\s*"(?<code>[a-z]+([A-Z][a-z]*)*)")?,""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Codes();
}
