using System.CommandLine;
using Bookonce.Domain.Connections;
using Bookonce.Engine.Deactivate;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary><c>reconnect</c>: connects a deactivated connection again. Without <c>--yes</c> it only shows what that would cause.</summary>
static class ReconnectCommand
{
    public static Command Create()
    {
        var target = new Target();
        var start = new Option<string?>("--start-date")
        {
            Description = "Another start date, like 2026-01-31; without it the one that was kept.",
            HelpName = "DATE",
        };
        var import = new Option<bool>("--import")
        {
            Description =
                "Bring the customers of Exact into Teamleader: those that are there are linked, those that are missing are created and tagged 'Exact Online Import'.",
        };
        var confirmation = new Confirmation("Connect it again.");
        var command = new Command(
            "reconnect",
            "Connect a deactivated connection again, with the settings that were kept. Both services are read first; nothing is booked by it."
        )
        {
            start,
            import,
            confirmation.DryRun,
            confirmation.Yes,
        };
        return target.Complete(
            command,
            async (parsed, stop) =>
            {
                var isGiven = confirmation.IsGiven(parsed);
                var wanted = Dates.ReadIfAny(parsed.GetValue(start));
                await using var opened = await target.Open(parsed, stop);
                var (workspace, chosen) = opened;
                Reconnecting.MustRest(chosen);
                await ReadFirst.Read(workspace, chosen, stop);
                var offer = await workspace.Reconnecting.Look(chosen, wanted, stop);
                var imported = parsed.GetValue(import)
                    ? await Import(workspace, chosen, isGiven, stop)
                    : Imported.Nothing;
                var isDone = isGiven && imported.IsComplete;
                if (isDone)
                    await workspace.Reconnecting.Reconnect(chosen, offer.Wanted.StartDate, stop);
                if (target.WantsJson(parsed))
                    ReconnectOutput.Json(offer, imported, isDone);
                else
                    ReconnectOutput.Text(offer, imported, isDone);
                return imported.IsComplete ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }

    static async Task<Imported> Import(Workspace workspace, Connection connection, bool isGiven, CancellationToken stop)
    {
        try
        {
            var list = await workspace.Importing.Look(connection, ProgressLine.Show, stop);
            return new Imported(
                list,
                isGiven ? await workspace.Importing.Import(connection, list, ProgressLine.Show, stop) : null
            );
        }
        finally
        {
            ProgressLine.Clear();
        }
    }
}
