using System.CommandLine;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Synchronise;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Sandbox.World;
using Bookonce.Web;
using Bookonce.Web.Api.Json;
using Bookonce.Web.Api.Keys;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Commands;

/// <summary><c>demo</c>: sandboxes, a connection and the pages in one command; nothing is left behind.</summary>
static class DemoCommand
{
    public static Command Create()
    {
        var (world, invoices, json) = (Options.World(), Options.Invoices(), Options.Json());
        var port = Options.Port("--port", "the pages", 5080);
        var headless = new Option<bool>("--headless")
        {
            Description = "No pages: connect, synchronise twice and print what came of it.",
        };
        var command = new Command(
            "demo",
            "Try Bookonce on two sandboxes on this machine. Nothing leaves it, and nothing is left behind."
        )
        {
            world,
            invoices,
            port,
            headless,
            json,
        };
        command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    using var folder = new TemporaryFolder();
                    var size = Enum.Parse<WorldSize>(parsed.GetRequiredValue(world), ignoreCase: true);
                    var from = parsed.GetValue(invoices);
                    return parsed.GetValue(headless)
                        ? await Headless(folder, size, from, parsed.GetValue(json), stop)
                        : await Pages(folder, size, from, parsed.GetValue(port), stop);
                }
            )
        );
        return command;
    }

    static async Task<int> Pages(
        TemporaryFolder folder,
        WorldSize world,
        DirectoryInfo? invoices,
        int port,
        CancellationToken stop
    )
    {
        var at = Server.PortOrFree(port);
        await using var town = await DemoTown.Build(world, invoices, Composition.Clock, stop);
        SandboxOutput.Unreadable(town.Sandboxes);
        var options = new WebOptions
        {
            PublicUrl = new Uri($"http://127.0.0.1:{at}"),
            IsDemo = true,
            DemoNote = DemoTown.Note,
            Teamleader = Prefilled(town.Teamleader),
            ExactOnline = Prefilled(town.Exact),
        };
        await using var server = await Server.Start(folder.Database, at, options, stop);
        var connection = await town.Connect(server.Services.GetRequiredService<Connecting>(), stop);

        Screen.Line($"ready in {Composition.SinceProcessStart.TotalMilliseconds:F0} ms");
        Screen.Line($"Sign in once with: {server.SignInLink()}");
        var key = await server.Services.GetRequiredService<ApiKeys>().Create("demo", stop);
        Screen.Line($"API at http://127.0.0.1:{at}/api/v1 with the key {key.Word}");
        Screen.Line($"Sandboxes: Teamleader {town.Sandboxes.TeamleaderUrl} Exact Online {town.Sandboxes.ExactUrl}");
        Screen.Line("Ctrl-C stops everything.");

        // So that a newcomer sees what would happen before pressing anything.
        await Preview(server.Services.GetRequiredService<Synchroniser>(), connection, stop);
        await Server.Wait(stop);
        return ExitCode.Stopped;
    }

    static async Task Preview(Synchroniser synchroniser, Connection connection, CancellationToken stop)
    {
        var preview = await synchroniser.Run(connection, isPreview: true, stop);
        if (preview.Run.Failure is { } failure)
            Screen.Note(failure.ToString());
    }

    static VendorApp Prefilled(AppRegistration app) =>
        new(app.ApiUrl, app.AuthorizationUrl, app.ClientId, app.ClientSecret);

    static async Task<int> Headless(
        TemporaryFolder folder,
        WorldSize world,
        DirectoryInfo? invoices,
        bool json,
        CancellationToken stop
    )
    {
        var started = Composition.Clock.GetTimestamp();
        await using var town = await DemoTown.Build(world, invoices, Composition.Clock, stop);
        SandboxOutput.Unreadable(town.Sandboxes);
        await using var workspace = await Workspace.Open(folder.Database, stop);
        var connection = await town.Connect(workspace.Connecting, stop);
        using var progress = new ProgressLine(workspace.Synchroniser, connection.Id);
        var first = (await workspace.Synchroniser.Run(connection, isPreview: false, stop)).Run;
        var notes = await RunJson.Notes(workspace.ReadSide, connection.Id, stop);
        var second = (await workspace.Synchroniser.Run(connection, isPreview: false, stop)).Run;
        if ((first.Failure ?? second.Failure) is { } failure)
            throw new CommandException(ExitCode.Unavailable, failure.Code, failure.What, failure.Remedy);

        var budget = await workspace.Budget.Of(connection, stop);
        if (!json)
            RunOutput.Text(connection.Name, first, notes, budget);
        else
            Screen.Json(
                new
                {
                    first.Counts.Documents,
                    first.Counts.Linked,
                    first.Counts.Booked,
                    first.Counts.Adopted,
                    first.Counts.Asked,
                    first.Counts.Twice,
                    first.Counts.Waiting,
                    first.Counts.NothingToBook,
                    first.Counts.Problems,
                    BookedAgain = second.Counts.Booked,
                    Notes = notes.Select(note => $"{note.Document}: {note.What} {note.Remedy}"),
                    ExactCalls = first.ExactCalls + second.ExactCalls,
                    TeamleaderCalls = first.TeamleaderCalls + second.TeamleaderCalls,
                    Budget = BudgetJson.Of(budget),
                    Seconds = Math.Round(Composition.Clock.GetElapsedTime(started).TotalSeconds, 1),
                }
            );
        return ExitCode.Done;
    }
}
