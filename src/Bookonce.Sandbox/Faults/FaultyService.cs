using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Faults;

/// <summary>A service with faults in front of it: middleware that either lets a call through or makes it go wrong.</summary>
/// <param name="service">The service itself.</param>
/// <param name="clock">The sandbox's clock, for what is told in headers.</param>
/// <param name="patience">Real time, for slow bodies.</param>
internal sealed class FaultyService(
    SandboxService kind,
    RequestDelegate service,
    FaultSession session,
    LateCommits late,
    Meddling meddling,
    TimeProvider clock,
    TimeProvider patience
)
{
    static readonly TimeSpan UsualLateness = TimeSpan.FromMinutes(5);
    static readonly TimeSpan UsualSlowness = TimeSpan.FromSeconds(5);

    public Task Handle(HttpContext http)
    {
        var request = http.Request;
        var (path, query) = (request.Path.Value ?? "", request.QueryString.Value ?? "");
        return session.Next(kind, request.Method, path, query, IsOfCalls) is var (rule, fault, chance)
            ? Inject(http, rule, fault, chance)
            : service(http);
    }

    static bool IsOfCalls(FaultKind kind) => kind is not (FaultKind.WebhookDuplicated or FaultKind.WebhookMissing);

    async Task Inject(HttpContext http, FaultRule rule, InjectedFault fault, Random chance)
    {
        if (rule.Kind is FaultKind.AnswerLostBeforeCommit)
        {
            http.Abort();
            return;
        }
        if (rule.Kind is FaultKind.TokenDeath)
        {
            meddling.EndTokens(kind);
            await service(http);
            return;
        }
        var call = await CarriedCall.Keep(http, clock.GetUtcNow());
        switch (rule.Kind)
        {
            case FaultKind.AnswerLostAfterCommit:
                await CarryOut(call, fault);
                http.Abort();
                break;
            case FaultKind.LateCommit:
                late.Add(rule.After ?? UsualLateness, () => CarryOut(call, fault));
                http.Abort();
                break;
            case FaultKind.ConnectionReset:
                await CarryOut(call, fault);
                await Break(http, call);
                break;
            case FaultKind.SlowBody:
                await call.CarryOut(service);
                await Drip(http, call, rule.After ?? UsualSlowness);
                break;
            case FaultKind.EntryTyped or FaultKind.EntryEdited or FaultKind.EntryDeleted:
                await Meddle(http, rule, fault, call, chance);
                break;
            default:
                if (rule.Committed && rule.Kind != FaultKind.TooManyRequests)
                    await CarryOut(call, fault);
                await OtherAnswers.Write(http.Response, kind, rule, clock.GetUtcNow());
                break;
        }
    }

    async Task CarryOut(CarriedCall call, InjectedFault fault)
    {
        await call.CarryOut(service);
        fault.CarriedOutWith = call.Status;
    }

    async Task Meddle(HttpContext http, FaultRule rule, InjectedFault fault, CarriedCall call, Random chance)
    {
        if (!rule.Committed)
            fault.Note = meddling.InExact(rule, http.Request.Path, call.Sent, chance);
        await call.CarryOut(service);
        if (rule.Committed)
            fault.Note = meddling.InExact(rule, http.Request.Path, call.Sent, chance);
        call.WriteHead(http.Response);
        if (call.Body.Length > 0)
            await http.Response.Body.WriteAsync(call.Body, http.RequestAborted);
    }

    static async Task Break(HttpContext http, CarriedCall call)
    {
        call.WriteHead(http.Response);
        await http.Response.Body.WriteAsync(call.Body[..(call.Body.Length / 2)], http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    async Task Drip(HttpContext http, CarriedCall call, TimeSpan over)
    {
        const int drops = 20;
        call.WriteHead(http.Response);
        for (var drop = 0; drop < drops; drop++)
        {
            var (from, to) = (call.Body.Length * drop / drops, call.Body.Length * (drop + 1) / drops);
            await http.Response.Body.WriteAsync(call.Body[from..to], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(over / drops, patience, http.RequestAborted);
        }
    }
}

/// <summary>What comes instead of the service's answer.</summary>
internal static class OtherAnswers
{
    public static Task Write(HttpResponse response, SandboxService service, FaultRule rule, DateTimeOffset now)
    {
        if (rule.Kind == FaultKind.TooManyRequests)
            return TooMany(response, service, now + (rule.After ?? TimeSpan.FromMinutes(1)));
        if (rule.Kind == FaultKind.ServiceUnavailable && rule.After is { } after)
            response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return rule.Kind switch
        {
            FaultKind.RequestTimeout => Html(response, 408, "Request Timeout", "<p>The request took too long.</p>"),
            FaultKind.ServiceUnavailable => Html(response, 503, "Service Unavailable", "<p>We will be back soon.</p>"),
            _ => Html(
                response,
                rule.Status ?? 200,
                "Log in",
                """
                <form method="post" action="/login"><label>User name <input name="UserName"></label>
                <label>Password <input name="Password" type="password"></label><button>Log in</button></form>
                """
            ),
        };
    }

    static Task TooMany(HttpResponse response, SandboxService service, DateTimeOffset reset)
    {
        response.StatusCode = 429;
        if (service == SandboxService.ExactOnline)
        {
            response.Headers["X-RateLimit-Minutely-Limit"] = "60";
            response.Headers["X-RateLimit-Minutely-Remaining"] = "0";
            response.Headers["X-RateLimit-Minutely-Reset"] = reset
                .ToUnixTimeMilliseconds()
                .ToString(CultureInfo.InvariantCulture);
            response.ContentLength = 0;
            return Task.CompletedTask;
        }
        response.Headers["X-RateLimit-Limit"] = "200";
        response.Headers["X-RateLimit-Remaining"] = "0";
        response.Headers["X-RateLimit-Reset"] = reset
            .ToOffset(TimeSpan.FromHours(1))
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0100'", CultureInfo.InvariantCulture);
        return Send(
            response,
            "application/json",
            """{"errors":[{"code":0,"title":"Rate limit exceeded","status":429}]}"""
        );
    }

    static Task Html(HttpResponse response, int status, string title, string content)
    {
        response.StatusCode = status;
        return Send(
            response,
            "text/html; charset=utf-8",
            $"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>{content}</body></html>"
        );
    }

    static Task Send(HttpResponse response, string type, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        (response.ContentType, response.ContentLength) = (type, body.Length);
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }
}
