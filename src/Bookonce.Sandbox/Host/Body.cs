using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bookonce.Sandbox.Host;

/// <summary>
/// What was sent to one of the sandbox's own addresses: JSON from a program, or a form from a page. They are told apart by
/// how the text begins, since <c>curl -d '{…}'</c> calls JSON a form.
/// </summary>
internal sealed record Body(string? Json, Form Form)
{
    public static async Task<Body> Read(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = (await reader.ReadToEndAsync(http.RequestAborted)).Trim();
        if (text is ['{' or '[' or '"', ..])
            return new Body(text, new Form(_ => default));
        var fields = QueryHelpers.ParseQuery(text);
        return new Body(null, new Form(name => fields.GetValueOrDefault(name)));
    }

    /// <summary>Whether a browser asks, which gets a page instead of JSON.</summary>
    public static bool WantsPage(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
