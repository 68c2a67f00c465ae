using System.CommandLine;
using System.Net;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Sandbox.Faults;
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
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed gives the same world.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 1,
        };
        var clock = new Option<string>("--clock")
        {
            Description = "A virtual clock stands still until POST /__sandbox/clock moves it.",
            DefaultValueFactory = _ => "real",
        };
        clock.AcceptOnlyFromAmong("real", "virtual");
        var state = SandboxFiles.State();
        var (switches, faults) = (SandboxFiles.Switches(), SandboxFiles.Faults());
        var limits = new Option<bool>("--no-limits") { Description = "Allow any number of calls." };
        var bind = new Option<IPAddress?>("--bind")
        {
            Description = "Listen on this address instead of loopback. Lets other machines in, without any password.",
            HelpName = "ADDRESS",
            CustomParser = result =>
            {
                if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
                    return address;
                result.AddError($"'{result.Tokens[0].Value}' is no address. Give one like 0.0.0.0.");
                return null;
            },
        };
        var command = new Command(
            "sandbox",
            "Serve stand-ins of Teamleader Focus and Exact Online on loopback. App: client id 'sandbox', secret 'sandbox'."
        )
        {
            teamleader,
            exact,
            world,
            invoices,
            seed,
            clock,
            state,
            switches,
            faults,
            limits,
            bind,
            SandboxSwitchesCommand.Create(),
        };
        command.SetAction(
            Guarded.Action(
                json: null,
                async (parsed, stop) =>
                {
                    var (exactSwitches, teamleaderSwitches) = SandboxFiles.Read(parsed.GetValue(switches));
                    var options = new SandboxOptions
                    {
                        TeamleaderPort = parsed.GetValue(teamleader),
                        ExactPort = parsed.GetValue(exact),
                        World = Enum.Parse<WorldSize>(parsed.GetRequiredValue(world), ignoreCase: true),
                        InvoicesDirectory = parsed.GetValue(invoices)?.FullName,
                        Seed = parsed.GetValue(seed),
                        VirtualClock = parsed.GetValue(clock) == "virtual",
                        StateFile = parsed.GetValue(state)?.FullName,
                        ExactSwitches = exactSwitches,
                        TeamleaderSwitches = teamleaderSwitches,
                        Faults = SandboxFiles.ReadFaults(parsed.GetValue(faults)),
                        Address = parsed.GetValue(bind) ?? IPAddress.Loopback,
                    };
                    if (parsed.GetValue(limits))
                        options = options.WithoutLimits();
                    await using var sandboxes = await Start(options, stop);
                    SandboxOutput.Unreadable(sandboxes);
                    SandboxOutput.Openness(options.Address);
                    Screen.Line($"ready teamleader={Plain(sandboxes.TeamleaderUrl)} exact={Plain(sandboxes.ExactUrl)}");
                    await Server.Wait(stop);
                    return ExitCode.Stopped;
                }
            )
        );
        return command;
    }

    static async Task<SandboxHost> Start(SandboxOptions options, CancellationToken stop)
    {
        try
        {
            return await SandboxHost.StartAsync(options, Composition.Clock, stop);
        }
        catch (UnreadableStateException unreadable)
        {
            throw new CommandException(
                ExitCode.Unavailable,
                "stateUnreadable",
                unreadable.Message,
                "Move it away to start with a new world."
            );
        }
    }

    static string Plain(Uri url) => url.AbsoluteUri.TrimEnd('/');
}
