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
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Screen.Note(error.Message);
    Screen.Note("See 'bookonce --help'.");
    return ExitCode.UsedWrongly;
}

return await parsed.InvokeAsync();
