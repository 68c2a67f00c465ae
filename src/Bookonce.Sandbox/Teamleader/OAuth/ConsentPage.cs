using System.Text.Encodings.Web;

namespace Bookonce.Sandbox.Teamleader.OAuth;

/// <summary>The page on which a user grants access: one plain form with one button. Denying is a link back.</summary>
internal static class ConsentPage
{
    public static string Ask(AuthorizeRequest request, string account, string denied) =>
        Page(
            $"""
            <p>The integration <strong>{Encode(request.ClientId)}</strong> asks for access to the account of {Encode(
                account
            )}.</p>
            <form method="post" action="/oauth2/authorize">
            {Hidden("client_id", request.ClientId)}
            {Hidden("response_type", "code")}
            {Hidden("redirect_uri", request.RedirectUri)}
            {(request.State is null ? "" : Hidden("state", request.State))}
            <button type="submit">Allow access</button>
            </form>
            <p><a href="{Encode(denied)}">Deny access</a></p>
            """
        );

    public static string Refuse(string reason) => Page($"<p>{Encode(reason)}</p>");

    static string Page(string content) =>
        $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Teamleader Focus sandbox</title></head>
            <body>
            <h1>Teamleader Focus sandbox</h1>
            {content}
            </body>
            </html>

            """;

    static string Hidden(string name, string value) =>
        $"""<input type="hidden" name="{name}" value="{Encode(value)}">""";

    static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
