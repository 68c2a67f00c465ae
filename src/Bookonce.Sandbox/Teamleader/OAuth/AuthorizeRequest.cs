using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Bookonce.Sandbox.Teamleader.OAuth;

/// <summary>The parameters of an authorize URL, from the query or from the posted form.</summary>
internal sealed record AuthorizeRequest(string ClientId, string ResponseType, string RedirectUri, string? State)
{
    public static AuthorizeRequest From(Func<string, StringValues> value) =>
        new(
            value("client_id").ToString(),
            value("response_type").ToString(),
            value("redirect_uri").ToString(),
            value("state") is { Count: > 0 } state ? state.ToString() : null
        );

    /// <summary>Why no user may be asked or sent on; null if all is well.</summary>
    public string? Fault(TeamleaderSandboxOptions options) =>
        ClientId != options.ClientId ? "This integration is not registered."
        : ResponseType != "code" ? "The response type must be code."
        : !IsRegistered(RedirectUri) ? "The redirect URI does not match one that is registered."
        : null;

    public string Granted(string code) => With("code", code, State);

    public string Denied(DenialState denial) =>
        With("error", "access_denied", denial == DenialState.Returned ? State : null);

    string With(string key, string value, string? state)
    {
        var uri = QueryHelpers.AddQueryString(RedirectUri, key, value);
        return state is null ? uri : QueryHelpers.AddQueryString(uri, "state", state);
    }

    // The sandbox's one integration is registered for every program on this machine and for every public host.
    static bool IsRegistered(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri)));

    static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost"
        || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
}
