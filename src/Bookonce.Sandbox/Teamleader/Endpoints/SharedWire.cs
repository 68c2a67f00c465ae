using System.Text.Json;
using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>How the structures that several resources share are written.</summary>
internal static class SharedWire
{
    public static JsonObject ToWire(this Email email) => new() { ["type"] = email.Type, ["email"] = email.Address };

    public static JsonObject ToWire(this Telephone telephone) =>
        new() { ["type"] = telephone.Type, ["number"] = telephone.Number };

    public static JsonObject ToWire(this Address address) =>
        new()
        {
            ["line_1"] = address.Line1,
            ["postal_code"] = address.PostalCode,
            ["city"] = address.City,
            ["country"] = address.Country,
            ["area_level_two"] = Wire.Reference("levelTwoArea", address.AreaLevelTwoId),
        };

    public static JsonObject ToWire(this TypedAddress typed)
    {
        var address = typed.Address.ToWire();
        if (typed.Type != "primary")
            address["addressee"] = typed.Addressee;
        return new JsonObject { ["type"] = typed.Type, ["address"] = address };
    }

    public static JsonObject ToWire(this Term term)
    {
        var wire = new JsonObject { ["type"] = term.Type };
        if (term.Days is { } days)
            wire["days"] = days;
        return wire;
    }

    public static JsonObject ToWire(this CustomFieldValue field) =>
        new()
        {
            ["definition"] = Wire.Reference("customFieldDefinition", field.DefinitionId),
            ["value"] = field.Value.Deserialize(WireJson.Default.JsonNode),
        };

    public static string TypeName(this CustomerKind kind) => kind == CustomerKind.Company ? "company" : "contact";

    public static JsonObject ToWire(this CustomerReference customer) =>
        Wire.Reference(customer.Kind.TypeName(), customer.Id);
}
