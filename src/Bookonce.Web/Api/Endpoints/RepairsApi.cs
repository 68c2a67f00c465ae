using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Bookonce.Domain.Connections;
using Bookonce.Engine.Repair;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Bookonce.Web.Repair;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>Repairs that were approved: what they are and how far.</summary>
static class RepairsApi
{
    public static void MapRepairs(this RouteGroupBuilder connection)
    {
        connection
            .MapGet("/repairs", All)
            .Named("repairs", "The repairs that were approved, oldest first.")
            .Answering("repairs");
        connection
            .MapGet("/repairs/{repair}", Show)
            .Named(
                "repair",
                "One repair with what became of every step; the same as 'bookonce repair show --repair --json'."
            )
            .Answering("repair-show", page: true);
        connection
            .MapGet("/repairs/{repair}/state", State)
            .Named("repairState", "Whether it is being applied and how far it is; and how applying ended for now.")
            .Answering("repair-state");
        connection
            .MapGet("/repairs/{repair}/undo", PlanUndo)
            .Named("undoPlan", "The plan that undoes it; the same as 'bookonce repair undo --dry-run --json'.")
            .Answering("repair-show", page: true);
    }

    static async Task<IResult> All(
        [Description(Words.Connection)] string connection,
        ApiConnections connections,
        Planning planning,
        CancellationToken stop
    )
    {
        var chosen = await connections.Find(connection, stop);
        return Answer.Json(RepairsJson.Of(chosen, await planning.Repairs(chosen, stop)));
    }

    static async Task<IResult> Show(
        [Description(Words.Connection)] string connection,
        [Description(Words.Repair)] string repair,
        [Description(Words.Format), RegularExpression(Words.FormatPattern)] string? format,
        HttpContext context,
        ApiConnections connections,
        Planning planning,
        CancellationToken stop
    )
    {
        var chosen = await connections.Find(connection, stop);
        var known = await planning.Repair(chosen, repair, stop);
        return RepairPlansApi.Sheet(context, format, RepairSheet.Of(chosen, known));
    }

    static async Task<IResult> State(
        [Description(Words.Connection)] string connection,
        [Description(Words.Repair)] string repair,
        ApiConnections connections,
        Planning planning,
        Repairing repairing,
        RepairWork work,
        CancellationToken stop
    )
    {
        var chosen = await connections.Find(connection, stop);
        // Seen before the repair is read, so that what ends in between is not told as over and open at once.
        var underWay = work.UnderWay(chosen.Id);
        var known = await planning.Repair(chosen, repair, stop);
        return Answer.Json(StateOf(chosen, known, underWay == known.Id, repairing, work));
    }

    static async Task<IResult> PlanUndo(
        [Description(Words.Connection)] string connection,
        [Description(Words.Repair)] string repair,
        [Description(Words.Format), RegularExpression(Words.FormatPattern)] string? format,
        HttpContext context,
        ApiConnections connections,
        Planning planning,
        CancellationToken stop
    )
    {
        var chosen = await connections.FindFree(connection, stop);
        var known = await planning.Repair(chosen, repair, stop);
        return RepairPlansApi.Sheet(
            context,
            format,
            RepairSheet.Of(chosen, await planning.PlanUndo(chosen, known.Id, stop))
        );
    }

    public static object StateOf(
        Connection connection,
        Engine.Store.Repair repair,
        bool isUnderWay,
        Repairing repairing,
        RepairWork work
    ) =>
        RepairStateJson.Of(
            connection,
            repair,
            isUnderWay,
            isUnderWay && work.IsStopping(connection.Id),
            isUnderWay ? repairing.ProgressOf(connection.Id) : null,
            isUnderWay ? default : work.LastOf(connection.Id, repair.Id)
        );
}
