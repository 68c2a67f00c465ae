using System.Text.Json;
using System.Xml.Linq;

namespace Bookonce.Repository.Tests;

public sealed class NoticeTests
{
    static readonly string[][] Rows =
    [
        .. Tree.Read("THIRD-PARTY-NOTICES.md")
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
    ];

    [Fact]
    public void Every_package_that_ships_is_named_with_its_version_and_none_else()
    {
        using var deps = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "bookonce.deps.json"))
        );
        var shipped = deps
            .RootElement.GetProperty("libraries")
            .EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name);

        Assert.Equal(
            shipped.Order(StringComparer.Ordinal),
            Rows.Select(row => $"{row[0]}/{row[1]}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_licence_is_the_one_that_the_package_names() =>
        Assert.All(
            Rows,
            row =>
            {
                var id = row[0].ToLowerInvariant();
                var package = XDocument.Load(Path.Combine(Packages, id, row[1], $"{id}.nuspec"));
                Assert.Equal(
                    package.Descendants().Single(element => element.Name.LocalName == "license").Value,
                    row[2]
                );
            }
        );

    static string Packages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
