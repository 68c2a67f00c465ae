using System.CommandLine;
using Bookonce.Domain.Connections;
using Bookonce.Engine.Previews;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Web.Api.Json;

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
        var target = new Target();
        var goOn = new Option<bool>("--go-on")
        {
            Description = "Nobody else books any more: end the pause that 'somebody else books too' began.",
        };
        var command = new Command(name, description);
        var startDate = new Option<string?>("--start-date")
        {
            Description = "As if the connection had this start date, like 2026-01-31. Its own stays as it is.",
            HelpName = "DATE",
        };
        command.Add(isPreview ? startDate : goOn);
        return target.Complete(
            command,
            async (parsed, workspace, chosen, stop) =>
            {
                if (!isPreview && parsed.GetValue(goOn))
                    await workspace.Answering.GoOn(chosen, stop);
                using var progress = new ProgressLine(workspace.Synchroniser, chosen.Id);
                var from = isPreview ? Dates.ReadIfAny(parsed.GetValue(startDate)) : null;
                var report = await workspace.Synchroniser.Run(chosen, isPreview, stop);
                var notes = await RunJson.Notes(workspace.ReadSide, chosen.Id, CancellationToken.None);
                var budget = await workspace.Budget.Of(chosen, CancellationToken.None);
                var preview = isPreview ? await Look(workspace, chosen, from, stop) : null;
                if (target.WantsJson(parsed))
                    Screen.Json(
                        RunJson.Of(chosen.Name, report.Run, notes, budget),
                        preview is null ? null : PreviewOutput.Of(preview)
                    );
                else
                {
                    RunOutput.Text(chosen.Name, report.Run, notes, budget);
                    if (preview is not null)
                        PreviewOutput.Text(preview);
                }
                if (report.Run.Failure is { } failure)
                    Screen.Note(failure.ToString());
                return RunOutput.CodeOf(report.Run);
            }
        );
    }

    static Task<Preview> Look(Workspace workspace, Connection connection, DateOnly? from, CancellationToken stop) =>
        from is { } date
            ? workspace.Previewing.IfStartDateWere(connection, date, stop)
            : workspace.Previewing.Of(connection, stop);
}
