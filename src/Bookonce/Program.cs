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
    SandboxCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors is [])
    return await parsed.InvokeAsync();

var wrong = new CommandException(
    ExitCode.UsedWrongly,
    "usage",
    string.Join(' ', parsed.Errors.Select(error => error.Message)),
    "See 'bookonce --help'."
);
return Screen.Fail(wrong, json: args.Contains("--json"));
