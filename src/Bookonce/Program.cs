using System.CommandLine;
using Bookonce.Commands;
using Bookonce.Output;

var root = new RootCommand(
    "Bookonce books every invoice and credit note of Teamleader Focus in Exact Online exactly once."
)
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    ConnectCommand.Create(),
    RunCommand.Preview(),
    RunCommand.Sync(),
    AnswerCommand.Create(),
    DuplicatesCommand.Create(),
    RepairCommand.Create(),
    CheckCommand.Create(),
    ReleaseCommand.Create(),
    DeactivateCommand.Create(),
    ReconnectCommand.Create(),
    NumbersCommand.Create(),
    ProveCommand.Create(),
    LogCommand.Create(),
    KeyCommand.Create(),
    SandboxCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors is [])
    // A sandbox with a large state file needs a few seconds to save it; the usual two would cut it off.
    return await parsed.InvokeAsync(
        new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) }
    );

var wrong = new CommandException(
    ExitCode.UsedWrongly,
    "usage",
    string.Join(' ', parsed.Errors.Select(error => error.Message)),
    "See 'bookonce --help'."
);
return Screen.Fail(wrong, json: args.Contains("--json"));
