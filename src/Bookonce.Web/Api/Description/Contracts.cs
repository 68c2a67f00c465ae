using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Bookonce.Web.Api.Description;

/// <summary>The schemas of <c>docs/contracts</c>, which are also those of the API's answers.</summary>
static class Contracts
{
    const string Prefix = "contracts/";
    const string File = ".schema";

    /// <summary>The schema of every refusal.</summary>
    public const string Error = "error";

    /// <summary>Adds those that are named, and those that they name, to the schemas of a document.</summary>
    public static void AddTo(OpenApiDocument document, IEnumerable<string> names)
    {
        var left = new Queue<string>(names);
        while (left.TryDequeue(out var name))
        {
            if (document.Components?.Schemas?.ContainsKey(name) == true)
                continue;
            var schema = Read(name);
            foreach (var other in Point(schema))
                left.Enqueue(other);
            document.AddComponent<IOpenApiSchema>(
                name,
                OpenApiModelFactory.Parse<OpenApiSchema>(
                    schema.ToJsonString(),
                    OpenApiSpecVersion.OpenApi3_1,
                    document,
                    out _,
                    OpenApiConstants.Json
                ) ?? throw new InvalidOperationException($"The schema {name} cannot be read.")
            );
        }
    }

    static JsonObject Read(string name)
    {
        using var file =
            typeof(Contracts).Assembly.GetManifestResourceStream($"{Prefix}{name}{File}")
            ?? throw new InvalidOperationException($"There is no schema {name}.");
        var schema = JsonNode.Parse(file)!.AsObject();
        schema.Remove("$schema");
        return schema;
    }

    /// <summary>Lets references point to the other schemas of the document; returns their names.</summary>
    static IEnumerable<string> Point(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                if (
                    fields["$ref"]?.GetValue<string>() is { } file
                    && file.EndsWith($"{File}.json", StringComparison.Ordinal)
                )
                {
                    var name = file[..^$"{File}.json".Length];
                    fields["$ref"] = $"#/components/schemas/{name}";
                    return [name];
                }
                return [.. fields.SelectMany(field => Point(field.Value))];
            case JsonArray items:
                return [.. items.SelectMany(Point)];
            default:
                return [];
        }
    }
}
