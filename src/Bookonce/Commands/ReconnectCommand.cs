using System.CommandLine;
using Bookonce.Engine.Deactivate;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary><c>reconnect</c>: connects a deactivated connection again. Without <c>--yes</c> it only shows what that would cause.</summary>
static class ReconnectCommand
{
    public static Command Create()
    {
        var (database, connection, json) = (Options.Database(), Options.Connection(), Options.Json());
        var start = new Option<string?>("--start-date")
        {
            Description = "Another start date, like 2026-01-31; without it the one that was kept.",
            HelpName = "DATE",
        };
        var confirmation = new Confirmation("Connect it again.");
        var command = new Command(
            "reconnect",
            "Connect a deactivated connection again, with the settings that were kept. Both services are read first; nothing is booked by it."
        )
        {
            start,
            confirmation.DryRun,
            confirmation.Yes,
            connection,
            database,
            json,
        };
        command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    var isGiven = confirmation.IsGiven(parsed);
                    var wanted = Dates.ReadIfAny(parsed.GetValue(start));
                    await using var workspace = await Workspace.OpenExisting(
                        parsed.GetRequiredValue(database).FullName,
                        stop
                    );
                    var chosen = await workspace.Connection(parsed.GetValue(connection), stop);
                    Reconnecting.MustRest(chosen);
                    await ReadFirst.Read(workspace, chosen, stop);
                    var offer = await workspace.Reconnecting.Look(chosen, wanted, stop);
                    if (isGiven)
                        await workspace.Reconnecting.Reconnect(chosen, offer.Wanted.StartDate, stop);
                    if (parsed.GetValue(json))
                        ReconnectOutput.Json(offer, isGiven);
                    else
                        ReconnectOutput.Text(offer, isGiven);
                    return ExitCode.Done;
                }
            )
        );
        return command;
    }
}
