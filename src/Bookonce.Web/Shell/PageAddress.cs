namespace Bookonce.Web.Shell;

/// <summary>Addresses of pages with what they show in them, so that they can be linked, shared and gone back to.</summary>
static class PageAddress
{
    /// <summary>The page, and what it shows; what is null is left out.</summary>
    public static string Of(string page, params IEnumerable<(string Name, string? Value)> shown)
    {
        var query = string.Join(
            '&',
            from part in shown
            where part.Value is not null
            select $"{part.Name}={Uri.EscapeDataString(part.Value)}"
        );
        return query.Length == 0 ? page : $"{page}?{query}";
    }
}
