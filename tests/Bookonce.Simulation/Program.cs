using System.CommandLine;
using Bookonce.Simulation.Running;

var root = new RootCommand(
    "Lives through worlds in which everything goes wrong that can, and counts what must not happen. The same seed is the same world."
)
{
    CrashMatrixCommand.Create(),
    CompareCommand.Create(),
};
RunCommand.AddTo(root);
return await root.Parse(args).InvokeAsync();
