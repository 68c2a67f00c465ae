using System.Text.Json;
using Bookonce.Domain.Documents;

namespace Bookonce.Repository.Tests;

public sealed class ContractTests
{
    [Fact]
    public async Task The_headless_demo_prints_what_its_schema_says()
    {
        var ended = await Executable.Run("demo", "--headless", "--json");

        Assert.True(ended.Code == 0, ended.Complaints + ended.Output);
        var said = Parse(ended.Output);
        Assert.Empty(JsonShape.Slips(Schema("demo"), said));
        Assert.Equal(0, Count(said, "bookedAgain"));
        Assert.Equal(Count(said, "documents"), Parts.Sum(part => Count(said, part)));
    }

    [Fact]
    public async Task Connect_preview_and_sync_print_what_their_schemas_say()
    {
        var folder = Directory.CreateTempSubdirectory("bookonce-contracts-");
        using var sandboxes = Executable.Start([
            "sandbox",
            "--world",
            "demo",
            "--teamleader-port",
            "0",
            "--exact-port",
            "0",
        ]);
        try
        {
            _ = sandboxes.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var ready = await sandboxes.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var addresses = ready!.Split(' ').Skip(1).Select(pair => pair.Split('=')[1]).ToArray();
            var database = Path.Combine(folder.FullName, "bookonce.db");
            string[] connect =
            [
                "connect",
                .. new[] { "--database", database, "--teamleader", addresses[0], "--exact", addresses[1] },
                .. new[] { "--client-id", "sandbox", "--client-secret", "sandbox", "--json" },
                // Few documents, because this sandbox allows no more calls a minute than the service does.
                .. new[] { "--start-date", "2026-10-20" },
            ];

            await Check("connect", connect);
            await Check("connect", [.. connect, "--accept-proposals"]);
            await Check("error", "duplicates", "--as-read", "--database", database, "--json");
            await Check("preview", "preview", "--database", database, "--json");
            await Check("preview", "preview", "--start-date", "2026-10-10", "--database", database, "--json");
            await Check("answer", "answer", "--database", database, "--json");
            await Check("error", "answer", "no such number", "--none", "--database", database, "--json");
            await Check("run", "sync", "--database", database, "--json");
            await Check("release", "release", "--from", "2026-10-20", "--database", database, "--json");
            await Check("numbers", "numbers", "--shown", "70/2026=1", "--database", database, "--json");
            await Check("duplicates", "duplicates", "--database", database, "--json");
            await Check("duplicates", "duplicates", "--as-read", "--database", database, "--json");
            await Check("repair-plan", "repair", "plan", "--database", database, "--json");
            await Check("error", "repair", "show", "--repair", "last", "--database", database, "--json");
            await Check("prove", "prove", "--database", database, "--json");
            await Check("error", "prove", "--from", "2026-10-01", "--as-read", "--database", database, "--json");
            await Check("deactivate", "deactivate", "--from", "2026-10-20", "--database", database, "--json");
            await Check("error", "reconnect", "--database", database, "--json");
            await Check("deactivate", "deactivate", "--release-nothing", "--yes", "--database", database, "--json");
            await Check("reconnect", "reconnect", "--import", "--database", database, "--json");
            await Check("reconnect", "reconnect", "--yes", "--database", database, "--json");
            await Check("log-verify", "log", "verify", "--database", database, "--json");
            await Check("log-show", "log", "show", "--database", database, "--json");
            await Check("error", "log", "verify", "--until", "abc", "--database", database, "--json");
            await Check("error", "sync", "--database", database, "--connection", "Nobody", "--json");
        }
        finally
        {
            sandboxes.Kill(entireProcessTree: true);
            await sandboxes.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Checking_the_lists_of_the_guide_prints_what_the_guide_and_the_schema_say()
    {
        var folder = Path.Combine(Tree.Root.FullName, "docs/guide/check");
        string[] check =
        [
            "check",
            .. new[] { "--documents", Path.Combine(folder, "documents.csv") },
            .. new[] { "--entries", Path.Combine(folder, "entries.csv") },
        ];

        var read = await Executable.Run(check);
        var said = await Executable.Run([.. check, "--json"]);

        Assert.Equal((1, 1), (read.Code, said.Code));
        Assert.Contains(
            Tree.Read("docs/guide/check.md").Split("```\n")[2],
            read.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Empty(JsonShape.Slips(Schema("check"), Parse(said.Output)));
    }

    [Theory]
    [InlineData("check", "--documents", "nowhere.csv", "--entries", "nowhere.csv", "--json")]
    [InlineData("sync", "--database", "nowhere/none.db", "--json")]
    [InlineData("preview", "--no-such-option", "--json")]
    public async Task A_command_that_fails_prints_an_error_object(params string[] arguments)
    {
        var ended = await Executable.Run(arguments);

        Assert.Equal(2, ended.Code);
        Assert.Empty(JsonShape.Slips(Schema("error"), Parse(ended.Output)));
    }

    [Fact]
    public void Every_status_has_its_word_in_the_schema() =>
        Assert.Equal(
            Enum.GetValues<DocumentStatus>()
                .Select(status => JsonNamingPolicy.CamelCase.ConvertName(status.ToString())),
            Schema("run")
                .GetProperty("properties")
                .GetProperty("notes")
                .GetProperty("items")
                .GetProperty("properties")
                .GetProperty("status")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(word => word.GetString())
        );

    [Theory]
    [InlineData("""{"error":{"code":"usage","message":"No."}}""", "$.error.remedy is missing")]
    [InlineData("""{"error":{"code":"usage","message":7,"remedy":""}}""", "$.error.message is integer, not string")]
    [InlineData("""{"error":{"code":"usage","message":"No.","remedy":"","more":1}}""", "$.error.more is not described")]
    [InlineData(
        """{"error":{"code":"Not a code","message":"No.","remedy":""}}""",
        "$.error.code is 'Not a code', not like ^[a-z][A-Za-z]*$"
    )]
    public void A_slip_is_named_with_its_place(string json, string slip) =>
        Assert.Equal([slip], JsonShape.Slips(Schema("error"), Parse(json)));

    static readonly string[] Parts =
    [
        "linked",
        "booked",
        "adopted",
        "asked",
        "twice",
        "waiting",
        "nothingToBook",
        "problems",
    ];

    static async Task Check(string schema, params string[] arguments)
    {
        var ended = await Executable.Run(arguments);
        Assert.True(ended.Output.Length > 0, ended.Complaints);
        Assert.Empty(JsonShape.Slips(Schema(schema), Parse(ended.Output)));
    }

    static int Count(JsonElement said, string name) => said.GetProperty(name).GetInt32();

    static JsonElement Schema(string name) => Parse(Tree.Read($"docs/contracts/{name}.schema.json"));

    static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
