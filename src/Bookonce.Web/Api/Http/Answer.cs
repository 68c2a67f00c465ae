using Bookonce.Web.Api.Json;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Web.Api.Http;

/// <summary>What the API answers.</summary>
static class Answer
{
    const string Html = "text/html";

    /// <summary>An object of ours, written as the commands write it.</summary>
    public static IResult Json(object value, int status = StatusCodes.Status200OK) =>
        Results.Json(value, ApiJson.Options, statusCode: status);

    /// <summary>Something was begun that takes its time; the address tells how far it is.</summary>
    public static IResult Begun(HttpContext context, string location, object value)
    {
        context.Response.Headers.Location = location;
        return Json(value, StatusCodes.Status202Accepted);
    }

    /// <summary>JSON for programs; the page for people who ask for it.</summary>
    public static IResult JsonOrPage(HttpContext context, string? format, Func<object> json, Action<Stream> page)
    {
        if (!WantsPage(context, format))
            return Json(json());
        using var stream = new MemoryStream();
        page(stream);
        return Results.Bytes(stream.ToArray(), $"{Html}; charset=utf-8");
    }

    static bool WantsPage(HttpContext context, string? format) =>
        format switch
        {
            "html" => true,
            "json" => false,
            null => context.Request.GetTypedHeaders().Accept is [_, ..] accepted
                && accepted.MaxBy(type => type.Quality ?? 1) is { MediaType.Value: Html },
            _ => throw Refused.Unreadable($"format: '{format}' is no format.", "Ask for json or html."),
        };
}
