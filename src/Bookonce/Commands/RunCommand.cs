using System.CommandLine;
using Bookonce.Engine.Synchronise;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary><c>sync</c> and <c>preview</c>: the same walk, once with and once without booking.</summary>
static class RunCommand
{
    public static Command Sync() =>
        Create("sync", "Follow both sides, adopt what is in the books already, and book the rest.", isPreview: false);

    public static Command Preview() =>
        Create(
            "preview",
            "Look only: say of every document what 'sync' would do. Nothing is written to Exact.",
            isPreview: true
        );

    static Command Create(string name, string description, bool isPreview)
    {
        var (database, connection, json) = (Options.Database(), Options.Connection(), Options.Json());
        var goOn = new Option<bool>("--go-on")
        {
            Description = "Nobody else books any more: end the pause that 'somebody else books too' began.",
        };
        var command = new Command(name, description) { database, connection, json };
        if (!isPreview)
            command.Add(goOn);
        command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    await using var workspace = await Workspace.OpenExisting(
                        parsed.GetRequiredValue(database).FullName,
                        stop
                    );
                    var chosen = await workspace.Connection(parsed.GetValue(connection), stop);
                    if (!isPreview && parsed.GetValue(goOn))
                        await workspace.Answering.GoOn(chosen, stop);
                    using var progress = new ProgressLine(workspace.Synchroniser, chosen.Id);
                    var report = await workspace.Synchroniser.Run(chosen, isPreview, stop);
                    var notes = await RunOutput.Notes(workspace.ReadSide, chosen.Id, CancellationToken.None);
                    var budget = await workspace.Budget.Of(chosen, CancellationToken.None);
                    if (parsed.GetValue(json))
                        RunOutput.Json(chosen.Name, report.Run, notes, budget);
                    else
                        RunOutput.Text(chosen.Name, report.Run, notes, budget);
                    if (report.Run.Failure is { } failure)
                        Screen.Note(failure.ToString());
                    return RunOutput.CodeOf(report.Run);
                }
            )
        );
        return command;
    }
}
