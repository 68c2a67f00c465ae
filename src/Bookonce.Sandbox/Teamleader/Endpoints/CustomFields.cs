using System.Text.Json;
using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Custom field definitions, and how their values are written to a record.</summary>
internal static class CustomFields
{
    public static Answer List(Call call)
    {
        var rows = new Filter<CustomFieldDefinition>(call, call.State.CustomFieldDefinitionsById.Values)
            .Ids(definition => definition.Id)
            // Deals are asked for under either name.
            .On("context", value => InContext(value.RequiredText()))
            .Rows;
        var sorted = call.Sort(
            rows,
            [new SortField<CustomFieldDefinition>("label", (a, b) => string.CompareOrdinal(a.Label, b.Label))],
            new SortField<CustomFieldDefinition>("context", (a, b) => string.CompareOrdinal(a.Context, b.Context))
        );
        return Answer.Data(call.Page(sorted), Row);
    }

    static Func<CustomFieldDefinition, bool> InContext(string context) =>
        definition => definition.Context == (context == "deal" ? "sale" : context);

    public static Answer Info(Call call) =>
        Answer.Data(
            Row(call.Subject(call.State.CustomFieldDefinitionsById.GetValueOrDefault, "Custom field definition"))
        );

    /// <summary>
    /// The values after a write: those given replace all, or with the strategy <c>partial</c> only the fields they name; null clears.
    /// </summary>
    public static IReadOnlyList<CustomFieldValue> Written(
        Call call,
        string context,
        IReadOnlyList<CustomFieldValue> before,
        bool mayBePartial = true
    )
    {
        var field = call.Body["custom_fields"];
        if (!field.IsGiven)
            return before;
        var written = field.Items().Select(item => Read(call, item.Object(), context)).ToList();
        var kept =
            mayBePartial && call.Body["custom_fields_update_strategy"].Text() == "partial"
                ? before.Where(old => written.All(value => value.DefinitionId != old.DefinitionId))
                : [];
        return [.. kept, .. written.Where(value => value.Value.ValueKind != JsonValueKind.Null)];
    }

    /// <summary>The values of a new record; a switch decides whether required fields must be among them.</summary>
    public static IReadOnlyList<CustomFieldValue> WrittenAnew(Call call, string context)
    {
        var written = Written(call, context, []);
        var missing = call.State.CustomFieldDefinitionsById.Values.Any(definition =>
            definition.Required
            && definition.Context == context
            && written.All(value => value.DefinitionId != definition.Id)
        );
        return missing && call.Switches.RequiredCustomFields == RequiredCustomFields.Enforced
            ? throw Refusal.MustBePresent("custom_fields")
            : written;
    }

    static CustomFieldValue Read(Call call, Input item, string context)
    {
        var id = item["id"].RequiredId();
        if (!call.State.CustomFieldDefinitionsById.TryGetValue(id, out var definition))
            throw item["id"].Invalid;
        if (definition.Context != context)
            throw new Refusal(400, "No access to custom field context", item["id"].Path);
        return item["value"].IsGiven
            ? new CustomFieldValue(id, item["value"].Value)
            : throw Refusal.MustBePresent(item["value"].Path);
    }

    static JsonObject Row(CustomFieldDefinition definition) =>
        new()
        {
            ["id"] = definition.Id,
            ["context"] = definition.Context,
            ["type"] = definition.Type,
            ["label"] = definition.Label,
            ["group"] = definition.Group,
            ["required"] = definition.Required,
            ["configuration"] = new JsonObject
            {
                ["options"] = Wire.List(
                    definition.Options,
                    option => new JsonObject { ["id"] = option.Id, ["value"] = option.Value }
                ),
                ["extra_option_allowed"] = false,
                ["default_value"] = definition.DefaultValue?.Deserialize(WireJson.Default.JsonNode),
            },
        };
}
