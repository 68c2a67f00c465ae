using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Tests.Matching;

public sealed class WeightTableTests
{
    [Fact]
    public void The_page_on_matching_says_every_weight_as_it_is()
    {
        var rows = File.ReadLines(Page())
            .SkipWhile(line => line != "## The weights")
            .TakeWhile(line => line != "## How good it is")
            .Where(line => line.EndsWith(" |", StringComparison.Ordinal))
            .Skip(1);

        Assert.Equal(WeightTable.Rows.Select(row => row.ToString()), rows);
    }

    static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Bookonce.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "docs", "guide", "matching.md");
    }
}
