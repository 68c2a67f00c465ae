using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Api.Json;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Api.Http;

/// <summary>Everything that is not done is answered in one shape, and says what, where and what to do.</summary>
static class Refusals
{
    /// <summary>Whether the request is for the API and not for a page.</summary>
    public static bool IsApi(this HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>Gives refusals of the pipeline itself their body.</summary>
    public static void UseApiRefusals(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!context.IsApi())
                {
                    await next(context);
                    return;
                }
                context.Response.Headers.CacheControl = "no-store";
                await next(context);
                var (status, response) = (context.Response.StatusCode, context.Response);
                if (status >= StatusCodes.Status400BadRequest && !response.HasStarted && response.ContentType is null)
                    await Answer.Json(ErrorJson.Of(OfStatus(context, status)), status).ExecuteAsync(context);
            }
        );

    /// <summary>Turns what is thrown into an answer.</summary>
    public static async ValueTask<object?> Catch(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (OperationCanceledException) when (call.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads an answer any more.
            return Results.Empty;
        }
        catch (Exception exception)
        {
            return Of(call.HttpContext, exception);
        }
    }

    /// <summary>The answer to an exception. What nobody foresaw goes to the log, never out.</summary>
    public static IResult Of(HttpContext context, Exception exception)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Bookonce.Api");
        var (status, problem) = exception switch
        {
            Refused refused => (refused.Status, refused.Problem),
            CannotBeDoneException cannot => (StatusOf(cannot.Problem), cannot.Problem),
            BadHttpRequestException bad => (bad.StatusCode, OfStatus(context, bad.StatusCode)),
            _ when Failures.Explain(exception) is { } failure => (StatusCodes.Status503ServiceUnavailable, failure),
            _ => (StatusCodes.Status500InternalServerError, InWords.Of(exception, log)),
        };
        return Answer.Json(ErrorJson.Of(problem), status);
    }

    /// <summary>What is named and not there is told apart from what stands against it now.</summary>
    static int StatusOf(Problem problem) =>
        problem.Code switch
        {
            "repairUnknown" or "planUnknown" => StatusCodes.Status404NotFound,
            "caseUnknown"
            or "entryUnknown"
            or "unknownDocument"
            or "unknownSeries"
            or "numberWrong"
            or "periodBackwards"
            or "periodNotRead" => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };

    static Problem OfStatus(HttpContext context, int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized when context.Request.Headers.Authorization.Count == 0 => new Problem(
                "keyMissing",
                "The API needs a key.",
                "Make one on the page 'API keys', and send it as 'Authorization: Bearer KEY'."
            ),
            StatusCodes.Status401Unauthorized => new Problem(
                "keyUnknown",
                "That key opens nothing: it is mistyped, or was revoked.",
                "See which there are on the page 'API keys'."
            ),
            StatusCodes.Status404NotFound => new Problem(
                "unknownAddress",
                $"There is nothing at {context.Request.Path}.",
                "See /api/v1/openapi.json."
            ),
            StatusCodes.Status405MethodNotAllowed => new Problem(
                "wrongMethod",
                $"{context.Request.Method} does nothing there.",
                $"There is {context.Response.Headers.Allow}."
            ),
            StatusCodes.Status413PayloadTooLarge => new Problem("usage", "The body is too long.", "Send less at once."),
            StatusCodes.Status415UnsupportedMediaType => Body.NotJson,
            < StatusCodes.Status500InternalServerError => new Problem(
                "usage",
                "The request cannot be read.",
                "See /api/v1/openapi.json."
            ),
            _ => new Problem(
                "unforeseen",
                "Something went wrong inside bookonce.",
                "The reason is in the log of the server."
            ),
        };
}
