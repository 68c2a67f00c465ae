using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bookonce.Web.Api.Keys;

/// <summary>
/// Lets in whoever brings a key as bearer. A signed-in browser is not enough: another site could make it send a request, but
/// never with a key.
/// </summary>
sealed class KeyHandler(
    ApiKeys keys,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string Name = "ApiKey";

    const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (
            Request.Headers.Authorization is not [{ } sent]
            || !sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        )
            return AuthenticateResult.NoResult();

        if (await keys.Find(sent[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("The key is not known.");

        var person = new ClaimsIdentity([new Claim(ClaimTypes.Name, key.Name)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(person), Name));
    }

    /// <summary>Says what is missing; the body is written with those of all other refusals.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"bookonce\"";
        return Task.CompletedTask;
    }
}
