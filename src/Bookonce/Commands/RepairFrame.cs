using System.CommandLine;
using Bookonce.Domain.Connections;
using Bookonce.Hosting;

namespace Bookonce.Commands;

/// <summary>A command of <c>repair</c>: one connection of a database, and its words or one JSON object.</summary>
sealed class RepairFrame
{
    readonly Option<FileInfo> database = Options.Database();
    readonly Option<string?> connection = Options.Connection();
    readonly Option<bool> json = Options.Json();

    public RepairFrame(string name, string description) => Command = new Command(name, description);

    public Command Command { get; }

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(json);

    public void Add(params Option[] options)
    {
        foreach (var option in options)
            Command.Options.Add(option);
    }

    public Command Does(Func<ParseResult, Workspace, Connection, CancellationToken, Task<int>> act)
    {
        Add(connection, database, json);
        Command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    await using var workspace = await Workspace.OpenExisting(
                        parsed.GetRequiredValue(database).FullName,
                        stop
                    );
                    var chosen = await workspace.Connection(parsed.GetValue(connection), stop);
                    return await act(parsed, workspace, chosen, stop);
                }
            )
        );
        return Command;
    }
}
