using System.ComponentModel;
using Bookonce.Domain.Connections;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Bookonce.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>Reading both services, which everything else looks at.</summary>
static class RunsApi
{
    public static void MapRuns(this RouteGroupBuilder connection)
    {
        connection
            .MapGet("/run", State)
            .Named("run", "The run that is under way, and how the last one ended.")
            .Answering("run-state");
        connection
            .MapPost("/preview", Preview)
            .Named("preview", "Begins to read both services and to look. Nothing is written to either.")
            .Answering("run-state", StatusCodes.Status202Accepted);
    }

    static async Task<IResult> State(
        [Description(Words.Connection)] string connection,
        ApiConnections connections,
        Runs runs,
        IReadSide readSide,
        ReadBudget budgets,
        CancellationToken stop
    ) => Answer.Json(await StateOf(await connections.Find(connection, stop), runs, readSide, budgets, stop));

    static async Task<IResult> Preview(
        [Description(Words.Connection)] string connection,
        HttpContext context,
        ApiConnections connections,
        Runs runs,
        IReadSide readSide,
        ReadBudget budgets,
        CancellationToken stop
    )
    {
        var chosen = await connections.FindFree(connection, stop);
        runs.Start(chosen.Id, isPreview: true);
        return Answer.Begun(
            context,
            $"{ApiSetup.Root}/connections/{chosen.Id}/run",
            await StateOf(chosen, runs, readSide, budgets, stop)
        );
    }

    static async Task<object> StateOf(
        Connection connection,
        Runs runs,
        IReadSide readSide,
        ReadBudget budgets,
        CancellationToken stop
    )
    {
        // Asked before the last run is read: what ends in between must not look as if nothing had happened.
        var (isUnderWay, progress) = (runs.IsUnderWay(connection.Id), runs.ProgressOf(connection.Id));
        var last = (await readSide.Runs(connection.Id, 0, 2, stop)).Rows.FirstOrDefault(run => run.Ended is not null);
        return RunStateJson.Of(
            connection,
            isUnderWay,
            progress,
            last is null
                ? null
                : RunJson.Of(
                    connection.Name,
                    last,
                    await RunJson.Notes(readSide, connection.Id, stop),
                    await budgets.Of(connection, stop)
                )
        );
    }
}
