using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bookonce.Web.SignIn;

/// <summary>Signing in by a link and out by a button. Everything that does not say otherwise needs a signed-in person.</summary>
static class SignInSetup
{
    /// <summary>The claim that tells one signed-in browser from another.</summary>
    public const string Session = "bookonce-session";

    /// <summary>Until people and roles exist, everybody who holds a link is the owner.</summary>
    public const string Owner = "owner";

    public static void AddSignIn(this IServiceCollection services, WebOptions options)
    {
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = options.CookieName("person");
                cookie.Cookie.HttpOnly = true;
                // A consent comes back as a visit from another site, so Strict would show the sign-in page.
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = options.CookieSecurity();
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "back";
                cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
                cookie.SlidingExpiration = true;
                cookie.Events.OnRedirectToLogin = SendToSignIn;
            });
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
    }

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", () => WebSetup.Page<SignInPage>()).AllowAnonymous();
        routes.MapGet("/sign-in/{word}", UseLink).AllowAnonymous();
        routes.MapPost("/sign-out", SignOut);
    }

    static async Task<IResult> UseLink(string word, SignInLinks links, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!links.TryUse(word))
            return new RazorComponentResult<SignInPage>(new { IsLinkSpent = true })
            {
                StatusCode = StatusCodes.Status401Unauthorized,
            };

        var person = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, Owner),
                new Claim(Session, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        await context.SignInAsync(new ClaimsPrincipal(person), new AuthenticationProperties { IsPersistent = true });
        return Results.LocalRedirect("/");
    }

    static async Task<IResult> SignOut(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();

        await context.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }

    /// <summary>A page sends people to the sign-in page; anything else is told so plainly.</summary>
    static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor"))
            context.Response.Redirect("/sign-in");
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
