using System.Text.RegularExpressions;

namespace Bookonce.Repository.Tests;

public sealed partial class WordTests
{
    [Fact]
    public void One_idea_has_one_word()
    {
        var slips =
            from file in Tree.Files("*.cs", "*.razor", "*.md")
            where Tree.Path(file).StartsWith("src/", StringComparison.Ordinal) || file.Extension == ".md"
            from line in File.ReadLines(file.FullName).Index()
            where Banned().IsMatch(line.Item)
            select $"{Tree.Path(file)}:{line.Index + 1}: {line.Item.Trim()}";

        Assert.Empty(slips);
    }

    [Fact]
    public void Every_word_of_the_glossary_stands_once_and_is_explained()
    {
        var words = Tree.Read("docs/glossary.md")
            .Split('\n')
            .Where(line => line.StartsWith("| **", StringComparison.Ordinal))
            .Select(line => line.Split('|'))
            .ToArray();

        Assert.True(words.Length > 20);
        Assert.Equal(
            words.Length,
            words.Select(columns => columns[1].Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );
        Assert.All(words, columns => Assert.NotEmpty(columns[2].Trim()));
    }

    /// <summary>Synonyms of glossary words. "Posting" an HTTP request is the field's own word and is spelled POST.</summary>
    [GeneratedRegex(
        @"\b(postings?|vouchers?|tenants?|jobs?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Banned();
}
