using System.Text.Json;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>New custom field definitions; nothing changes or deletes one.</summary>
internal static class CustomFieldCreation
{
    static readonly string[] Contexts =
    [
        "contact",
        "company",
        "deal",
        "sale",
        "project",
        "milestone",
        "product",
        "invoice",
        "subscription",
        "ticket",
    ];

    static readonly string[] Types =
    [
        "single_line",
        "multi_line",
        "single_select",
        "multi_select",
        "date",
        "money",
        "auto_increment",
        "integer",
        "number",
        "boolean",
        "email",
        "telephone",
        "url",
        "company",
        "contact",
        "product",
        "user",
    ];

    static readonly string[] LargeContexts = ["contact", "company", "sale", "project"];

    public static Answer Create(Call call)
    {
        var (state, body) = (call.State, call.Body);
        var label = body["label"].RequiredText();
        var type = body["type"].Required.OneOf(Types)!;
        var context = body["context"].Required.OneOf(Contexts)!;
        // The service names deals after what they were once called.
        context = context == "deal" ? "sale" : context;
        var limit = LargeContexts.Contains(context) ? 50 : 25;
        if (state.CustomFieldDefinitionsById.Values.Count(each => each.Context == context) >= limit)
            throw new Refusal(400, $"There are already {limit} custom fields in this context", "context");

        var configuration = body["configuration"].Object();
        var options = configuration["options"].Items().Select(option => option.RequiredText()).ToList();
        if (options is not [] && type is not ("single_select" or "multi_select"))
            throw configuration["options"].Invalid;
        var searchable = configuration["searchable"].Flag();
        var value = configuration["default_value"];
        var definition = state.Plant(
            new CustomFieldDefinition
            {
                Context = context,
                Type = type,
                Label = label,
                Required = body["required"].Flag() ?? false,
                Searchable = searchable ?? false,
                Options = [.. options.Select(option => new CustomFieldOption(state.Ids.Next(), option))],
                DefaultValue = value.Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
                    ? null
                    : value.Value,
            }
        );
        return Answer.Created("customFieldDefinition", definition.Id);
    }
}
