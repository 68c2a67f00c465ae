using System.Text.Json;
using Microsoft.OpenApi;

namespace Bookonce.Repository.Tests.Api;

/// <summary>The description that programs read, and the table that people read, name what is there.</summary>
[Collection(WithApiServer.Name)]
public sealed class DescriptionTests(ApiServer server)
{
    const string Here = "/api/v1/connections/{connection}";

    [Fact]
    public async Task The_description_needs_no_key_and_is_valid()
    {
        var answer = await server.Send(HttpMethod.Get, "/api/v1/openapi.json", null, key: null);

        var (document, diagnostic) = OpenApiDocument.Parse(answer.Text, OpenApiConstants.Json);

        Assert.Equal(200, answer.Status);
        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
        var operations = document!.Paths.SelectMany(path => path.Value.Operations!.Values).ToArray();
        Assert.Equal(operations.Length, operations.Select(operation => operation.OperationId).Distinct().Count());
        Assert.All(operations, operation => Assert.NotEmpty(operation.Summary!));
        Assert.All(
            operations.SelectMany(operation => operation.Parameters ?? []),
            parameter => Assert.NotEmpty(parameter.Description!)
        );
        Assert.All(operations, operation => Assert.Contains("default", operation.Responses!.Keys));
        Assert.Equal("bearer", Assert.Single(document.Components!.SecuritySchemes!).Value.Scheme);
        // Each schema is the contract itself.
        Assert.All(
            document.Components.Schemas!,
            schema =>
                Assert.Equal(
                    JsonDocument
                        .Parse(Tree.Read($"docs/contracts/{schema.Key}.schema.json"))
                        .RootElement.GetProperty("required")
                        .EnumerateArray()
                        .Select(name => name.GetString()!)
                        .Order(),
                    schema.Value.Required!.Order()
                )
        );
    }

    [Fact]
    public async Task The_guide_names_every_operation_and_none_else()
    {
        var described = (await Operations()).Where(operation => operation.Contains(Here, StringComparison.Ordinal));

        Assert.Equal(
            described.Select(operation => operation.Replace(Here, "", StringComparison.Ordinal)).Order(),
            Doc.Of("docs/guide/api.md").FirstCells("What there is").Skip(1).Select(cell => cell.Trim('`')).Order()
        );
    }

    [Fact]
    public async Task Every_operation_is_there_and_needs_a_key()
    {
        foreach (var operation in await Operations())
        {
            var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);
            var there = path.Replace("{connection}", "nobody", StringComparison.Ordinal);

            Assert.Equal("keyMissing", (await server.Send(new(method), there, null, key: null)).Refusal(401));
            var answer = await server.Send(new(method), there, method == "POST" ? "{}" : null, server.Key);
            Assert.NotEqual(405, answer.Status);
            Assert.DoesNotContain("unknownAddress", answer.Text, StringComparison.Ordinal);
        }
    }

    async Task<string[]> Operations()
    {
        var description = await server.Send(HttpMethod.Get, "/api/v1/openapi.json", null, key: null);
        return
        [
            .. from path in JsonDocument.Parse(description.Text).RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select $"{operation.Name.ToUpperInvariant()} {path.Name}",
        ];
    }
}
