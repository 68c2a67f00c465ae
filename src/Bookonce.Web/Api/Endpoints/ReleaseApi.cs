using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Release;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>Which links are to end.</summary>
sealed record ReleaseFrom
{
    [Description(Words.Yes)]
    public bool Yes { get; init; }

    [Description("The disconnect date, included.")]
    public required DateOnly From { get; init; }

    [Description("The seal of the list that was looked at.")]
    public required string Seal { get; init; }
}

/// <summary>Ending links from a date on.</summary>
static class ReleaseApi
{
    public static void MapRelease(this RouteGroupBuilder connection)
    {
        connection
            .MapGet("/release", List)
            .Named(
                "releaseList",
                "The documents that would lose their link; the same as 'bookonce release --dry-run --json'."
            )
            .Answering("release");
        connection
            .MapPost("/release", Release)
            .Named("release", "Ends the links that were listed. Nothing is changed in Exact or Teamleader.")
            .Sending<ReleaseFrom>()
            .Answering("release");
    }

    static async Task<IResult> List(
        [Description(Words.Connection)] string connection,
        [Description("The disconnect date, like 2026-03-01: documents of that date and later are released.")]
        [Required, RegularExpression(Words.DayPattern)]
            string? from,
        ApiConnections connections,
        Releasing releasing,
        CancellationToken stop
    )
    {
        var day = Given.RequiredDay("from", from);
        var chosen = await connections.Find(connection, stop);
        return Answer.Json(ReleaseJson.Of(chosen.Name, await releasing.List(chosen, day, stop), isReleased: false));
    }

    static async Task<IResult> Release(
        [Description(Words.Connection)] string connection,
        HttpContext context,
        ApiConnections connections,
        Releasing releasing,
        CancellationToken stop
    )
    {
        var sent = await Body.Read<ReleaseFrom>(context);
        var day = Given.Day("from", sent.From);
        var chosen = await connections.FindFree(connection, stop);
        await connections.Confirm(context, chosen, sent.Yes, "release", chosen.Id, sent.Seal);
        var list = await releasing.List(chosen, day, stop);
        if (list.Seal != sent.Seal)
            throw new CannotBeDoneException(
                new Problem(
                    "listOutdated",
                    "The links have changed since the list was shown.",
                    "Look at the list again."
                )
            );
        await releasing.Release(chosen, list, stop);
        return Answer.Json(ReleaseJson.Of(chosen.Name, list, isReleased: true));
    }
}
