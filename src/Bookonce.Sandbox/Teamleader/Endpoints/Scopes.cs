namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Which scope an endpoint needs, as far as the service documents it; for all others none is asked.</summary>
internal static class Scopes
{
    static readonly Dictionary<string, string> OfResource = new()
    {
        ["companies"] = "companies",
        ["contacts"] = "contacts",
        ["departments"] = "departments",
        ["invoices"] = "invoices",
        ["creditNotes"] = "invoices",
        ["products"] = "products",
        ["productCategories"] = "products",
        ["users"] = "users",
    };

    public static string? Of(string endpoint) =>
        endpoint == "customFieldDefinitions.create"
            ? "settings"
            : OfResource.GetValueOrDefault(endpoint[..endpoint.IndexOf('.', StringComparison.Ordinal)]);
}
