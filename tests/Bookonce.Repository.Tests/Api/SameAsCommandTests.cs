using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bookonce.Repository.Tests.Api;

/// <summary>One JSON, two doors: what the API answers is what the command prints for the same books.</summary>
[Collection(WithApiServer.Name)]
public sealed class SameAsCommandTests(ApiServer server)
{
    [Fact]
    public async Task The_API_answers_what_the_commands_print()
    {
        var (connection, day) = (server.Connection, "2026-10-01");
        var begun = await server.Post($"{connection}/proofs", $$"""{"from":"{{day}}","asRead":true}""");
        begun.As("proof-state", 202);
        var proof = begun.Headers.Location!.ToString();
        await server.Until(proof, made => made.TryGetProperty("isProved", out _));
        (string Schema, string Path, string[] Command)[] doors =
        [
            ("numbers", "/numbers?shown=70/2026=1", ["numbers", "--shown", "70/2026=1"]),
            ("duplicates", "/duplicates", ["duplicates", "--as-read"]),
            ("release", $"/release?from={day}", ["release", "--from", day, "--dry-run"]),
            ("repair-plan", "/repairs/plans", ["repair", "plan"]),
            ("repair-show", "/repairs/plans/removeSurplus", ["repair", "show", "--plan", "removeSurplus"]),
            ("prove", proof[connection.Length..], ["prove", "--from", day, "--as-read"]),
        ];
        var answered = new List<JsonElement>();
        foreach (var door in doors)
            answered.Add((await server.Get(connection + door.Path)).As(door.Schema));

        var printed = await server.Commands([.. doors.Select(door => door.Command)]);

        Assert.Equal(printed.Select(Lasting), answered.Select(Lasting));
    }

    /// <summary>Without what depends on when it was asked, on what is left of the allowance, and on what stood in the log.</summary>
    static string Lasting(JsonElement json)
    {
        var all = JsonNode.Parse(json.GetRawText())!.AsObject();
        foreach (var name in new[] { "readAt", "madeAt", "exactCalls", "entriesReadAt", "documentsReadAt", "log" })
            all.Remove(name);
        foreach (var plan in all["plans"]?.AsArray().ToArray() ?? [all["plan"]])
            plan?["cost"]?.AsObject().Remove("seconds");
        return all.ToJsonString();
    }
}
