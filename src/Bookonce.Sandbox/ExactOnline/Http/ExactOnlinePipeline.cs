using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>The whole service as the end of a pipeline, whatever server stands before it.</summary>
internal sealed class ExactOnlinePipeline(ExactOnlineState state, ExactOnlineSandboxOptions options)
{
    private readonly OAuthEndpoints oauth = new(state, options);
    private readonly ApiEndpoints api = new(state, options);

    /// <summary>Answers every request that comes so far.</summary>
    public void Map(IApplicationBuilder app) => app.Run(Handle);

    private async Task Handle(HttpContext context)
    {
        var call = await Call.Read(context);
        Answer answer;
        lock (state.Gate)
            answer = Route(call, context.Request.Query);
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Status == 204 ? null : answer.Body.Length;
        if (answer.Body.Length > 0 && call.Method != "HEAD")
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private Answer Route(Call call, IQueryCollection query)
    {
        const string apiRoot = "api/v1/";
        if (call.Path.StartsWith(apiRoot, StringComparison.OrdinalIgnoreCase))
            return api.Handle(call, call.Path[apiRoot.Length..]);
        return (call.Method, call.Path.ToUpperInvariant()) switch
        {
            ("GET", "API/OAUTH2/AUTH") => oauth.ConsentPage(query),
            ("POST", "API/OAUTH2/AUTH") => oauth.Consent(Form(call)),
            ("POST", "API/OAUTH2/TOKEN") => oauth.Token(Form(call)),
            (_, "API/OAUTH2/AUTH" or "API/OAUTH2/TOKEN") => new Answer(405),
            _ => Answer.Text(404, "There is nothing here."),
        };
    }

    private static Dictionary<string, string> Form(Call call) =>
        QueryHelpers
            .ParseQuery(System.Text.Encoding.UTF8.GetString(call.Body.Span))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
}
