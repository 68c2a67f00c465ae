using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>What is to be repaired, by the names of the command's options.</summary>
sealed record WishInQuery
{
    [FromQuery(Name = "case")]
    [Description("A case by its key, may be repeated; without it everything that stands in the books twice.")]
    public string[]? Cases { get; init; }

    [FromQuery(Name = "keep")]
    [Description(
        "Which entry of a case stays, like twins-1f…=70/2026/14; of two documents with one number, which document it is."
    )]
    public string[]? Keep { get; init; }

    [FromQuery(Name = "withdraw")]
    [Description("A document, by number or id, that is to be deleted in Teamleader.")]
    public string[]? Withdraw { get; init; }

    [FromQuery(Name = "shown")]
    [Description("The booking number that Teamleader shows for a document, like 2026 / 14=26700014.")]
    public string[]? Shown { get; init; }

    [FromQuery(Name = "notFiled")]
    [Description(Words.NotFiled), RegularExpression(Words.SwitchPattern)]
    public string? NotFiled { get; init; }

    public WishInWords InWords() =>
        new()
        {
            Cases = Cases ?? [],
            Keep = Given.Pairs("keep", "CASE=70/2026/14", Keep),
            Withdraw = Withdraw ?? [],
            Shown =
            [
                .. Given
                    .Pairs("shown", "DOCUMENT=26700014", Shown)
                    .Select(pair => (pair.Left, Given.Number("shown", pair.Right))),
            ],
            IsNotFiled = Given.Switch("notFiled", NotFiled),
        };
}

/// <summary>Plans for what stands in the books twice. Nothing is changed by looking at them.</summary>
static class RepairPlansApi
{
    public static void MapRepairPlans(this RouteGroupBuilder connection)
    {
        connection
            .MapGet("/repairs/plans", Plans)
            .Named(
                "repairPlans",
                "Every plan there is with what it costs; the same as 'bookonce repair plan --json'. What changed in Exact is read first."
            )
            .Answering("repair-plan");
        connection
            .MapGet("/repairs/plans/{plan}", Plan)
            .Named("repairPlan", "One plan, step by step; the same as 'bookonce repair show --json'.")
            .Answering("repair-show", page: true);
    }

    static async Task<IResult> Plans(
        [Description(Words.Connection)] string connection,
        [AsParameters] WishInQuery wish,
        ApiConnections connections,
        Planning planning,
        IStore store,
        CancellationToken stop
    )
    {
        var words = wish.InWords();
        var chosen = await connections.FindFree(connection, stop);
        var choice = await planning.Plan(chosen, await words.Read(store, chosen, stop), stop);
        return Answer.Json(RepairJson.Of(chosen, choice));
    }

    static async Task<IResult> Plan(
        [Description(Words.Connection)] string connection,
        [Description(Words.Plan)] string plan,
        [AsParameters] WishInQuery wish,
        [Description(Words.Format), RegularExpression(Words.FormatPattern)] string? format,
        HttpContext context,
        ApiConnections connections,
        Planning planning,
        IStore store,
        CancellationToken stop
    )
    {
        var words = wish.InWords();
        var chosen = await connections.FindFree(connection, stop);
        var choice = await planning.Plan(chosen, await words.Read(store, chosen, stop), stop);
        return Sheet(context, format, RepairSheet.Of(chosen, choice, choice.Pick(plan)));
    }

    public static IResult Sheet(HttpContext context, string? format, RepairSheet sheet) =>
        Answer.JsonOrPage(context, format, () => RepairJson.Of(sheet), stream => RepairPage.Write(stream, sheet));
}
