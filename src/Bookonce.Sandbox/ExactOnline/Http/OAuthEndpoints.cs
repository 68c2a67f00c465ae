using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>The authorize page and the token endpoint.</summary>
internal sealed class OAuthEndpoints(ExactOnlineState state, ExactOnlineSandboxOptions options)
{
    /// <summary>One plain form with one button.</summary>
    public Answer ConsentPage(IQueryCollection query)
    {
        if (Problem(query["client_id"], query["redirect_uri"], query["response_type"]) is { } problem)
            return Answer.Text(400, problem);
        string Hidden(string name) => $"""<input type="hidden" name="{name}" value="{Html(query[name])}">""";
        return Answer.Text(
            200,
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Exact Online sandbox</title></head>
            <body>
            <h1>Exact Online sandbox</h1>
            <p>Allow the app <b>{Html(query["client_id"])}</b> to work in the name of {Html(state.User.FullName)}?</p>
            <form method="post" action="/api/oauth2/auth">
            {Hidden("client_id")}{Hidden("redirect_uri")}{Hidden("response_type")}{Hidden("state")}
            <button type="submit">Allow</button>
            </form>
            </body>
            </html>
            """,
            "text/html;charset=utf-8"
        );
    }

    /// <summary>Consent was given: back to the app with a code.</summary>
    public Answer Consent(IReadOnlyDictionary<string, string> form)
    {
        var (clientId, redirectUri) = (form.GetValueOrDefault("client_id"), form.GetValueOrDefault("redirect_uri"));
        if (Problem(clientId, redirectUri, form.GetValueOrDefault("response_type")) is { } problem)
            return Answer.Text(400, problem);
        var code = state.Tokens.NewCode(clientId!, redirectUri!);
        // %21 for the exclamation mark: the service's own codes need decoding too.
        var target =
            $"{redirectUri}{(redirectUri!.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={Uri.EscapeDataString(code).Replace("!", "%21", StringComparison.Ordinal)}";
        if (form.GetValueOrDefault("state") is { Length: > 0 } kept)
            target = QueryHelpers.AddQueryString(target, "state", kept);
        return new Answer(302).With("Location", target);
    }

    public Answer Token(IReadOnlyDictionary<string, string> form)
    {
        var clientId = form.GetValueOrDefault("client_id") ?? "";
        if (clientId != options.ClientId || form.GetValueOrDefault("client_secret") != options.ClientSecret)
            return Refused(new TokenRefusal(401, "invalid_client", "Client authentication failed."));
        var (pair, refusal) = form.GetValueOrDefault("grant_type") switch
        {
            "authorization_code" => state.Tokens.Exchange(
                clientId,
                form.GetValueOrDefault("code") ?? "",
                form.GetValueOrDefault("redirect_uri") ?? ""
            ),
            "refresh_token" => state.Tokens.Refresh(clientId, form.GetValueOrDefault("refresh_token") ?? ""),
            _ => (null, new TokenRefusal(400, "unsupported_grant_type", "The grant type is not supported.")),
        };
        return pair is null ? Refused(refusal!) : Handed(pair);
    }

    private static Answer Handed(TokenPair pair) =>
        Answer.Json(
            200,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("access_token", pair.AccessToken);
                json.WriteString("token_type", "bearer");
                json.WriteString("expires_in", $"{Tokens.LifetimeSeconds}");
                json.WriteString("refresh_token", pair.RefreshToken);
                json.WriteEndObject();
            }
        );

    private static Answer Refused(TokenRefusal refusal)
    {
        var answer = Answer.Json(
            refusal.Status,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("error", refusal.Error);
                json.WriteString("error_description", refusal.Description);
                if (refusal.RefreshToken is { } rotated)
                    json.WriteString("refresh_token", rotated);
                json.WriteEndObject();
            }
        );
        return refusal.Reason is { } reason ? answer.With("Reason", reason) : answer;
    }

    private string? Problem(string? clientId, string? redirectUri, string? responseType)
    {
        if (clientId != options.ClientId)
            return "Unknown client_id.";
        if (responseType != "code")
            return "response_type must be code.";
        // The service refuses localhost; a sandbox without it would be of no use.
        return
            Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri)
            && !redirectUri.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && (uri.IsLoopback || uri.Scheme == Uri.UriSchemeHttps)
            ? null
            : "redirect_uri must be on loopback or https.";
    }

    private static string Html(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
