using System.CommandLine;
using Bookonce.Domain.Connections;
using Bookonce.Hosting;

namespace Bookonce.Commands;

/// <summary>The connection that a command is about, in a database that is there already.</summary>
sealed class Target
{
    readonly Option<FileInfo> database = Options.Database();
    readonly Option<string?> connection = Options.Connection();
    readonly Option<bool> json = Options.Json();

    /// <summary>Gives a command the options that name the target, and what it does.</summary>
    public Command Complete(Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.Add(connection);
        command.Add(database);
        command.Add(json);
        command.SetAction(Guarded.Action(json, action));
        return command;
    }

    /// <summary>The same for what needs nothing but the opened target.</summary>
    public Command Complete(
        Command command,
        Func<ParseResult, Workspace, Connection, CancellationToken, Task<int>> action
    ) =>
        Complete(
            command,
            async (parsed, stop) =>
            {
                await using var opened = await Open(parsed, stop);
                return await action(parsed, opened.Workspace, opened.Connection, stop);
            }
        );

    /// <summary>Whether the outcome is for a program.</summary>
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(json);

    /// <summary>Opens the database and finds the connection in it.</summary>
    public async Task<OpenTarget> Open(ParseResult parsed, CancellationToken stop)
    {
        var workspace = await Workspace.OpenExisting(parsed.GetRequiredValue(database).FullName, stop);
        try
        {
            return new OpenTarget(workspace, await workspace.Connection(parsed.GetValue(connection), stop));
        }
        catch
        {
            await workspace.DisposeAsync();
            throw;
        }
    }
}

/// <summary>An opened database, and the connection in it that a command is about.</summary>
sealed record OpenTarget(Workspace Workspace, Connection Connection) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Workspace.DisposeAsync();
}
