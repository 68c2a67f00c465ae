using System.ComponentModel;
using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Duplicates;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>What stands in the books twice.</summary>
static class DuplicatesApi
{
    public static void MapDuplicates(this RouteGroupBuilder connection) =>
        connection
            .MapGet("/duplicates", Find)
            .Named(
                "duplicates",
                "What stands in the books twice, or no longer once, as of the last run; the same as 'bookonce duplicates --as-read --json'."
            )
            .Answering("duplicates");

    static async Task<IResult> Find(
        [Description(Words.Connection)] string connection,
        ApiConnections connections,
        FindDuplicates duplicates,
        CancellationToken stop
    )
    {
        var chosen = await connections.Find(connection, stop);
        var found = await duplicates.In(chosen, stop);
        return found.ReadAt is null
            ? throw new CannotBeDoneException(
                new Problem(
                    "notReadYet",
                    "The books were not read yet, so nothing can be said of them.",
                    "POST preview reads them."
                )
            )
            : Answer.Json(DuplicatesJson.Of(chosen, found));
    }
}
