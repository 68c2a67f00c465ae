using System.ComponentModel;
using Bookonce.Domain.Connections;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Repair;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>Applying plans, going on, stopping and undoing. What takes its time belongs to the server, as on the page.</summary>
static class RepairActsApi
{
    public static void MapRepairActs(this RouteGroupBuilder connection)
    {
        connection
            .MapPost("/repairs", Apply)
            .Named("applyPlan", "Approves a plan and begins to apply it.")
            .Sending<ApplyPlan>()
            .Answering("repair-state", StatusCodes.Status202Accepted);
        connection
            .MapPost("/repairs/{repair}/resume", Resume)
            .Named("resumeRepair", "Goes on with a repair that stands still, or answers what it asks.")
            .Sending<ResumeRepair>()
            .Answering("repair-state", StatusCodes.Status202Accepted);
        connection
            .MapPost("/repairs/{repair}/stop", Stop)
            .Named(
                "stopRepair",
                "Stops it after the step that it is at. What is done stays done; resuming goes on from there."
            )
            .Answering("repair-state", StatusCodes.Status202Accepted);
        connection
            .MapPost("/repairs/{repair}/give-up", GiveUp)
            .Named("giveUpRepair", "Leaves what is done as it is, and does nothing of the rest.")
            .Sending<GiveUpRepair>()
            .Answering("repair-show");
        connection
            .MapPost("/repairs/{repair}/undo", Undo)
            .Named("undoRepair", "Approves the plan that undoes it, and begins to apply that: a repair of its own.")
            .Sending<UndoRepair>()
            .Answering("repair-state", StatusCodes.Status202Accepted);
    }

    static async Task<IResult> Apply(
        [Description(Words.Connection)] string connection,
        HttpContext context,
        ApiConnections connections,
        Acting acting,
        IStore store,
        CancellationToken stop
    )
    {
        var sent = await Body.Read<ApplyPlan>(context);
        var chosen = await connections.FindFree(connection, stop);
        var wish = await sent.InWords().Read(store, chosen, stop);
        await connections.Confirm(context, chosen, sent.Yes, "applyPlan", chosen.Id, sent.Plan);
        // Whoever hangs up now has said yes all the same: a plan that is approved is also begun.
        var repair = await acting.Planning.Approve(chosen, wish, sent.Plan, CancellationToken.None);
        return acting.Begin(context, chosen, repair, sent.NotFiled);
    }

    static async Task<IResult> Resume(
        [Description(Words.Connection)] string connection,
        [Description(Words.Repair)] string repair,
        HttpContext context,
        ApiConnections connections,
        Acting acting,
        CancellationToken stop
    )
    {
        var sent = await Body.Read<ResumeRepair>(context);
        var chosen = await connections.FindFree(connection, stop);
        var known = await acting.Planning.Repair(chosen, repair, stop);
        await connections.Confirm(context, chosen, sent.Yes, "resumeRepair", known.Id);
        if (sent.Done || sent.Number is not null)
            await acting.Repairing.Say(chosen, known.Id, sent.Number, CancellationToken.None);
        return acting.Begin(context, chosen, known, sent.NotFiled);
    }

    static async Task<IResult> Stop(
        [Description(Words.Connection)] string connection,
        [Description(Words.Repair)] string repair,
        HttpContext context,
        ApiConnections connections,
        Acting acting,
        CancellationToken stop
    )
    {
        var chosen = await connections.Find(connection, stop);
        var known = await acting.Planning.Repair(chosen, repair, stop);
        return acting.Stop(context, chosen, known);
    }

    static async Task<IResult> GiveUp(
        [Description(Words.Connection)] string connection,
        [Description(Words.Repair)] string repair,
        HttpContext context,
        ApiConnections connections,
        Acting acting,
        CancellationToken stop
    )
    {
        var sent = await Body.Read<GiveUpRepair>(context);
        var chosen = await connections.FindFree(connection, stop);
        var known = await acting.Planning.Repair(chosen, repair, stop);
        await connections.Confirm(context, chosen, sent.Yes, "giveUpRepair", known.Id);
        await acting.Repairing.GiveUp(chosen, known.Id, stop);
        known = await acting.Planning.Repair(chosen, $"{known.Id}", stop);
        return Answer.Json(Json.RepairJson.Of(RepairSheet.Of(chosen, known)));
    }

    static async Task<IResult> Undo(
        [Description(Words.Connection)] string connection,
        [Description(Words.Repair)] string repair,
        HttpContext context,
        ApiConnections connections,
        Acting acting,
        CancellationToken stop
    )
    {
        var sent = await Body.Read<UndoRepair>(context);
        var chosen = await connections.FindFree(connection, stop);
        var known = await acting.Planning.Repair(chosen, repair, stop);
        await connections.Confirm(context, chosen, sent.Yes, "undoRepair", known.Id, sent.Plan);
        var undo = await acting.Planning.ApproveUndo(chosen, known.Id, sent.Plan, CancellationToken.None);
        return acting.Begin(context, chosen, undo, sent.NotFiled);
    }
}

/// <summary>What acts on repairs.</summary>
sealed class Acting(Planning planning, Repairing repairing, RepairWork work)
{
    public Planning Planning => planning;

    public Repairing Repairing => repairing;

    /// <summary>Applies a repair in the background of the server, unless one is being applied.</summary>
    public IResult Begin(HttpContext context, Connection connection, Engine.Store.Repair repair, bool isNotFiled) =>
        work.Start(connection, repair.Id, isNotFiled)
            ? Begun(context, connection, repair)
            : throw new Refused(StatusCodes.Status409Conflict, Repairing.IsOpen);

    /// <summary>Stops it, if it is being applied.</summary>
    public IResult Stop(HttpContext context, Connection connection, Engine.Store.Repair repair)
    {
        if (work.UnderWay(connection.Id) == repair.Id)
            work.Stop(connection.Id);
        return Begun(context, connection, repair);
    }

    IResult Begun(HttpContext context, Connection connection, Engine.Store.Repair repair) =>
        Answer.Begun(
            context,
            $"{ApiSetup.Root}/connections/{connection.Id}/repairs/{repair.Id}/state",
            RepairsApi.StateOf(connection, repair, work.UnderWay(connection.Id) == repair.Id, repairing, work)
        );
}
