using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>Which connections there are.</summary>
static class ConnectionsApi
{
    public static void MapConnections(this RouteGroupBuilder api) =>
        api.MapGet("/connections", All)
            .Named("connections", "The connections, with the ids that the other addresses take.")
            .Answering("connections");

    static async Task<IResult> All(ApiConnections connections, CancellationToken stop) =>
        Answer.Json(ConnectionsJson.Of(await connections.All(stop)));
}
