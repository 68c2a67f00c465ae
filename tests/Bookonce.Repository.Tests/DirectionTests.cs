using System.Xml.Linq;

namespace Bookonce.Repository.Tests;

public sealed class DirectionTests
{
    /// <summary>Who may know whom. What is not here is not allowed.</summary>
    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Bookonce.Domain"] = [],
        ["Bookonce.Teamleader"] = [],
        ["Bookonce.ExactOnline"] = [],
        ["Bookonce.Sandbox"] = [],
        ["Bookonce.Engine"] = ["Bookonce.Domain", "Bookonce.ExactOnline", "Bookonce.Teamleader"],
        ["Bookonce.Storage"] = ["Bookonce.Engine"],
        ["Bookonce.Web"] = ["Bookonce.Engine"],
        ["Bookonce"] = ["Bookonce.Engine", "Bookonce.Sandbox", "Bookonce.Storage", "Bookonce.Web"],
    };

    [Fact]
    public void Every_project_knows_only_whom_the_design_allows()
    {
        foreach (
            var project in Tree.Files("*.csproj")
                .Where(file => Tree.Path(file).StartsWith("src/", StringComparison.Ordinal))
        )
        {
            var name = Path.GetFileNameWithoutExtension(project.Name);
            Assert.True(Allowed.ContainsKey(name), $"{name} has no place in the design.");
            Assert.Empty(References(project).Except(Allowed[name]));
        }
    }

    [Fact]
    public void The_domain_takes_no_package()
    {
        var project = XDocument.Parse(Tree.Read("src/Bookonce.Domain/Bookonce.Domain.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Theory]
    [InlineData("Bookonce.Teamleader")]
    [InlineData("Bookonce.ExactOnline")]
    public void A_client_can_be_published_on_its_own(string name)
    {
        var project = XDocument.Parse(Tree.Read($"src/{name}/{name}.csproj"));

        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("PackageReference"));
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = Tree.Read("Bookonce.slnx");

        Assert.All(
            Tree.Files("*.csproj"),
            project => Assert.Contains($"\"{Tree.Path(project)}\"", solution, StringComparison.Ordinal)
        );
    }

    static IEnumerable<string> References(FileInfo project) =>
        XDocument
            .Load(project.FullName)
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            );
}
