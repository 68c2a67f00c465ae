using System.Text.Json.Serialization;
using Bookonce.Web.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Bookonce.Web.Api.Description;

/// <summary>The API in OpenAPI, made from what the operations say of themselves. It holds no data, so it needs no key.</summary>
static class ApiDescription
{
    const string Json = "application/json";
    const string Key = "key";

    public static void AddDescription(this IServiceCollection services)
    {
        // Bodies are read strictly, so a number is a number.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = api =>
                $"/{api.RelativePath}".StartsWith($"{ApiSetup.Root}/", StringComparison.Ordinal);
            options.AddDocumentTransformer(
                (document, context, _) =>
                {
                    Complete(document, [.. context.DescriptionGroups.SelectMany(group => group.Items).SelectMany(Of)]);
                    return Task.CompletedTask;
                }
            );
            options.AddOperationTransformer(Complete);

            static IEnumerable<string> Of(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription api) =>
                api.ActionDescriptor.EndpointMetadata.OfType<Answers>().Select(answer => answer.Schema);
        });
    }

    public static void MapDescription(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi($"{ApiSetup.Root}/openapi.json").AllowAnonymous();

    static void Complete(OpenApiDocument document, IEnumerable<string> schemas)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Bookonce",
            Version = "v1",
            Description =
                "What the commands of Bookonce do, over HTTP. Fields are added, never renamed or removed, so ignore those that you do not know.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        Contracts.AddTo(document, schemas.Append(Contracts.Error).Distinct());
        document.AddComponent<IOpenApiSecurityScheme>(
            Key,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key, made on the page 'API keys' or with 'bookonce key create'.",
            }
        );
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] },
        ];
    }

    static async Task Complete(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken stop
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses = new OpenApiResponses();
        foreach (var answer in metadata.OfType<Answers>())
            operation.Responses[$"{answer.Status}"] = Response(answer, context.Document!);
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "It was refused, and why.",
            Content = Content(Contracts.Error, context.Document!),
        };
        if (metadata.OfType<Sends>().SingleOrDefault() is { Body: var body })
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [Json] = new() { Schema = await context.GetOrCreateSchemaAsync(body, null, stop) },
                },
            };
    }

    static OpenApiResponse Response(Answers answer, OpenApiDocument document)
    {
        var begun = answer.Status == StatusCodes.Status202Accepted;
        var response = new OpenApiResponse
        {
            Description = begun ? "It was begun, or is not through yet." : "Done.",
            Content = Content(answer.Schema, document),
        };
        if (answer.IsAlsoPage)
            response.Content["text/html"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        if (begun)
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Location"] = new OpenApiHeader
                {
                    Description = "Where to ask how far it is.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" },
                },
            };
        return response;
    }

    static Dictionary<string, OpenApiMediaType> Content(string schema, OpenApiDocument document) =>
        new() { [Json] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(schema, document) } };
}
