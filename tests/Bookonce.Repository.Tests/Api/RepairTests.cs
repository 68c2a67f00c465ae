using System.Text.Json;

namespace Bookonce.Repository.Tests.Api;

/// <summary>A repair over the API from the plan to its undoing.</summary>
[Collection(WithApiServer.Name)]
public sealed class RepairTests(ApiServer server)
{
    [Fact]
    public async Task A_plan_is_applied_followed_and_undone_and_a_second_one_is_refused_meanwhile()
    {
        var connection = server.Connection;
        var found = (await server.Get($"{connection}/duplicates")).As("duplicates");
        var plans = (await server.Get($"{connection}/repairs/plans")).As("repair-plan");
        var (best, byHand) = (SealOf(plans, "removeSurplus"), SealOf(plans, "checklist"));

        var page = await server.Get($"{connection}/repairs/plans/{best[..8]}", accept: "text/html");
        Assert.Equal((200, "text/html"), (page.Status, page.ContentType));
        Assert.Contains(best, page.Text, StringComparison.Ordinal);
        var half = await server.Post($"{connection}/repairs", Approve(best[..8]));
        Assert.Equal("planStale", half.Refusal(409));

        // What asks a person stands still, however fast the machine is; of two at the same moment, one is begun.
        var both = await Task.WhenAll(
            server.Post($"{connection}/repairs", Approve(byHand)),
            server.Post($"{connection}/repairs", Approve(byHand))
        );
        Assert.Equal("repairOpen", both.Single(answer => answer.Status != 202).Refusal(409));
        var asks = both.Single(answer => answer.Status == 202);
        asks.As("repair-state", 202);
        var asked = await Ended(asks);
        Assert.Equal("asksPerson", asked.GetProperty("end").GetProperty("end").GetString());
        Assert.Equal("repairOpen", (await server.Post($"{connection}/repairs", Approve(best))).Refusal(409));
        (await server.Post($"{connection}/repairs/last/stop")).As("repair-state", 202);
        Assert.Equal("notConfirmed", (await server.Post($"{connection}/repairs/last/give-up", "{}")).Refusal(422));
        var given = (await server.Post($"{connection}/repairs/last/give-up", """{"yes":true}""")).As("repair-show");
        Assert.False(given.GetProperty("repair").GetProperty("open").GetBoolean());

        var applied = await server.Post($"{connection}/repairs", Approve(best));
        applied.As("repair-state", 202);
        var done = await Ended(applied);
        Assert.Equal("done", done.GetProperty("end").GetProperty("end").GetString());
        var after = (await server.Get($"{connection}/duplicates")).As("duplicates");
        Assert.Equal(0, Count(after));

        (await server.Get($"{connection}/repairs/last")).As("repair-show");
        var undo = (await server.Get($"{connection}/repairs/last/undo")).As("repair-show");
        var seal = undo.GetProperty("plan").GetProperty("seal").GetString()!;
        var undone = await Ended(await server.Post($"{connection}/repairs/last/undo", Approve(seal)));
        Assert.Equal("done", undone.GetProperty("end").GetProperty("end").GetString());
        var again = (await server.Get($"{connection}/duplicates")).As("duplicates");
        Assert.Equal(Count(found), Count(again));
        Assert.True(Count(found) > 0);
        var repairs = (await server.Get($"{connection}/repairs")).As("repairs").GetProperty("repairs");
        Assert.Equal(3, repairs.GetArrayLength());

        await EverythingIsInTheLog(["applyPlan", "giveUpRepair", "undoRepair"]);
    }

    /// <summary>In the name of the key, before it was done; what was refused, too.</summary>
    async Task EverythingIsInTheLog(string[] asked)
    {
        var printed = await server.Commands(["log", "show", "--last", "1000"], ["log", "verify"]);
        var lines = printed[0].GetProperty("lines");
        var told = lines
            .EnumerateArray()
            .Where(line => line.GetProperty("kind").GetString() == "AskedByKey")
            .Select(line => line.GetProperty("data"))
            // Other tests are refused what rests on a made-up seal.
            .Where(data => data.GetProperty("seal").GetString() != RefusalTests.Seal)
            .Where(data => data.GetProperty("what").GetString() is not ("goOnAt" or "release"))
            .ToArray();

        Assert.All(told, line => Assert.Equal("test", line.GetProperty("key").GetString()));
        Assert.Equal(asked, told.Select(line => line.GetProperty("what").GetString()).Distinct());
        Assert.True(printed[1].GetProperty("holds").GetBoolean());
    }

    async Task<JsonElement> Ended(Answered begun)
    {
        Assert.True(begun.Status == 202, begun.Text);
        var path = begun.Headers.Location!.ToString();
        await server.Until(path, state => !state.GetProperty("isUnderWay").GetBoolean());
        return (await server.Get(path)).As("repair-state");
    }

    static string Approve(string seal) => $$"""{"yes":true,"plan":"{{seal}}"}""";

    static int Count(JsonElement found) => found.GetProperty("summary").GetProperty("twins").GetInt32();

    static string SealOf(JsonElement plans, string kind) =>
        plans
            .GetProperty("plans")
            .EnumerateArray()
            .First(plan => plan.GetProperty("kind").GetString() == kind)
            .GetProperty("seal")
            .GetString()!;
}
