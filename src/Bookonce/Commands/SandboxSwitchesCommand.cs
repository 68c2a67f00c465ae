using System.CommandLine;
using Bookonce.Output;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Commands;

/// <summary><c>sandbox switches</c>: every open question about the two services, with the answers that the sandboxes can give.</summary>
static class SandboxSwitchesCommand
{
    public static Command Create()
    {
        var json = Options.Json();
        var command = new Command(
            "switches",
            "List what nobody knows about the services: each question with its answers."
        )
        {
            json,
        };
        command.SetAction(
            Guarded.Action(
                json,
                (parsed, _) =>
                {
                    var switches = new SandboxSwitches(new ExactOnlineSwitches(), new TeamleaderSwitches()).List();
                    if (parsed.GetValue(json))
                        Screen.Json(new { Switches = switches });
                    else
                        SandboxOutput.Switches(switches);
                    return Task.FromResult(ExitCode.Done);
                }
            )
        );
        return command;
    }
}
