using System.CommandLine;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Commands;

/// <summary><c>sandbox</c>: both services on this machine, for developers of any integration.</summary>
static class SandboxCommand
{
    public static Command Create()
    {
        var teamleader = Options.Port("--teamleader-port", "the Teamleader sandbox", 5081);
        var exact = Options.Port("--exact-port", "the Exact Online sandbox", 5082);
        var (world, invoices) = (Options.World(), Options.Invoices());
        var command = new Command(
            "sandbox",
            "Serve stand-ins of Teamleader Focus and Exact Online on loopback. App: client id 'sandbox', secret 'sandbox'."
        )
        {
            teamleader,
            exact,
            world,
            invoices,
        };
        command.SetAction(
            Guarded.Action(
                json: null,
                async (parsed, stop) =>
                {
                    var options = new SandboxOptions
                    {
                        TeamleaderPort = parsed.GetValue(teamleader),
                        ExactPort = parsed.GetValue(exact),
                        World = Enum.Parse<WorldSize>(parsed.GetRequiredValue(world), ignoreCase: true),
                        InvoicesDirectory = parsed.GetValue(invoices)?.FullName,
                    };
                    await using var sandboxes = await SandboxHost.StartAsync(options, Composition.Clock, stop);
                    SandboxOutput.Unreadable(sandboxes);
                    Screen.Line($"ready teamleader={Plain(sandboxes.TeamleaderUrl)} exact={Plain(sandboxes.ExactUrl)}");
                    await Server.Wait(stop);
                    return ExitCode.Stopped;
                }
            )
        );
        return command;
    }

    static string Plain(Uri url) => url.AbsoluteUri.TrimEnd('/');
}
