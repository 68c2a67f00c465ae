using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Shell;

/// <summary>Which connection the pages show, remembered per browser.</summary>
static class ChosenConnection
{
    const string Purpose = "connection";

    /// <summary>The address that chooses a connection and goes on to a page of ours.</summary>
    public static string Choose(Guid connection, string next = "/") =>
        $"/choose/{connection}?next={Uri.EscapeDataString(next)}";

    public static Guid? Of(HttpContext context, WebOptions options) =>
        Guid.TryParse(context.Request.Cookies[options.CookieName(Purpose)], out var connection) ? connection : null;

    public static void MapChosenConnection(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/choose/{connection:guid}",
            (Guid connection, string? next, HttpContext context, WebOptions options) =>
            {
                context.Response.Cookies.Append(
                    options.CookieName(Purpose),
                    connection.ToString(),
                    new CookieOptions
                    {
                        HttpOnly = true,
                        SameSite = SameSiteMode.Lax,
                        Secure = options.PublicUrl.Scheme == Uri.UriSchemeHttps,
                        MaxAge = TimeSpan.FromDays(365),
                    }
                );
                return Results.LocalRedirect(next is ['/', not ('/' or '\\'), ..] ? next : "/");
            }
        );
}
