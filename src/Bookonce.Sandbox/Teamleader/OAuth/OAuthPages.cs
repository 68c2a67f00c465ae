using System.Text;
using Bookonce.Sandbox.Teamleader.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bookonce.Sandbox.Teamleader.OAuth;

/// <summary>What the service answers on its authorisation host.</summary>
internal sealed class OAuthPages(TeamleaderState state, TeamleaderSandboxOptions options)
{
    readonly TokenEndpoint _tokens = new(state, options);

    public async Task Handle(HttpContext http)
    {
        var (method, path) = (http.Request.Method, http.Request.Path.Value);
        if (path == "/oauth2/authorize" && HttpMethods.IsGet(method))
            await Ask(http, AuthorizeRequest.From(key => http.Request.Query[key]));
        else if (path == "/oauth2/authorize" && HttpMethods.IsPost(method))
            await Consent(http);
        else if (path == "/oauth2/access_token" && HttpMethods.IsPost(method))
            await WriteTokens(http, await ExchangeToken(http.Request));
        else
            await Refusal.NotFound("Not found").ToAnswer().WriteTo(http.Response);
    }

    Task Ask(HttpContext http, AuthorizeRequest request) =>
        request.Fault(options) is { } fault
            ? WritePage(http, 400, ConsentPage.Refuse(fault))
            : WritePage(
                http,
                200,
                ConsentPage.Ask(request, state.ConsentingUser.Email, request.Denied(state.Switches.DenialState))
            );

    async Task Consent(HttpContext http)
    {
        var form = http.Request.HasFormContentType
            ? await http.Request.ReadFormAsync(http.RequestAborted)
            : FormCollection.Empty;
        var request = AuthorizeRequest.From(key => form[key]);
        if (request.Fault(options) is { } fault)
        {
            await WritePage(http, 400, ConsentPage.Refuse(fault));
            return;
        }
        http.Response.Redirect(request.Granted(NewCode(request)));
    }

    string NewCode(AuthorizeRequest request)
    {
        lock (state.Gate)
        {
            if (state.Switches.EarlierChains == EarlierChains.Die)
                state.Grants.Revoke();
            return state.Grants.Authorize(request.ClientId, request.RedirectUri, state.ConsentingUser.Id);
        }
    }

    async Task<Answer> ExchangeToken(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return _tokens.Answer(key =>
                form[key] is { Count: > 0 } value && !StringValues.IsNullOrEmpty(value) ? value.ToString() : null
            );
        }
        var body = await RequestReader.Read(request);
        return _tokens.Answer(key => body[key].Text());
    }

    Task WriteTokens(HttpContext http, Answer answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (answer is not { Status: 200, IsRefresh: true } || state.Switches.RefreshAnswer == RefreshAnswer.Given)
            return answer.WriteTo(http.Response);
        http.Abort();
        return Task.CompletedTask;
    }

    static async Task WritePage(HttpContext http, int status, string page)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page), http.RequestAborted);
    }
}
