using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>The whole service as the end of a pipeline, whatever server stands before it.</summary>
internal sealed class ExactOnlinePipeline(ExactOnlineState state, ExactOnlineSandboxOptions options) : IAsyncDisposable
{
    private const string ApiRoot = "api/v1/";
    private int underWay;
    private readonly WebhookSender webhooks = new(state, options.WebhookSecret);
    private readonly OAuthEndpoints oauth = new(state, options);
    private readonly AttachmentPages attachments = new(state);
    private readonly ApiEndpoints api = new(state, options);

    /// <summary>Answers every request that comes so far.</summary>
    public void Map(IApplicationBuilder app)
    {
        var lifetime = app.ApplicationServices.GetService(typeof(IHostApplicationLifetime)) as IHostApplicationLifetime;
        lifetime?.ApplicationStopping.Register(webhooks.Stop);
        app.Run(Handle);
    }

    public ValueTask DisposeAsync() => webhooks.DisposeAsync();

    private async Task Handle(HttpContext context)
    {
        var answer = await AnswerTo(context);
        var response = context.Response;
        response.Headers.Date = state.Clock.GetUtcNow().ToString("R");
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Status == 204 ? null : answer.Body.Length;
        if (answer.Body.Length > 0 && context.Request.Method != "HEAD")
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async Task<Answer> AnswerTo(HttpContext context)
    {
        var isAlone = Interlocked.Increment(ref underWay) == 1;
        try
        {
            var call = await Call.Read(context, state.LatestSequence);
            if (!isAlone && state.Switches.ParallelCalls == ParallelCalls.Refused && IsApi(call))
                return new Answer(429);
            Answer answer;
            lock (state.Gate)
                answer = Route(call, context.Request.Query);
            if (answer.Greeting is not { } greeting)
                return answer;
            var isGood = await webhooks.Greet(greeting.CallbackUrl);
            lock (state.Gate)
                return greeting.Conclude(isGood);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private static bool IsApi(Call call) => call.Path.StartsWith(ApiRoot, StringComparison.OrdinalIgnoreCase);

    private Answer Route(Call call, IQueryCollection query)
    {
        if (IsApi(call))
            return api.Handle(call, call.Path[ApiRoot.Length..]);
        return (call.Method, call.Path.ToUpperInvariant()) switch
        {
            ("GET", "API/OAUTH2/AUTH") => oauth.ConsentPage(query),
            ("POST", "API/OAUTH2/AUTH") => oauth.Consent(Form(call)),
            ("POST", "API/OAUTH2/TOKEN") => oauth.Token(Form(call)),
            (_, "API/OAUTH2/AUTH" or "API/OAUTH2/TOKEN") => new Answer(405),
            (_, "DOCS/SYSATTACHMENT.ASPX") => attachments.Handle(call, query),
            _ => Answer.Text(404, "There is nothing here."),
        };
    }

    private static Dictionary<string, string> Form(Call call) =>
        QueryHelpers
            .ParseQuery(System.Text.Encoding.UTF8.GetString(call.Body.Span))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
}
