using System.CommandLine;
using Bookonce.Engine.Store;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Web.Api.Json;

namespace Bookonce.Commands;

/// <summary><c>key</c>: the keys of the HTTP API. While a server holds the database, its page "API keys" does the same.</summary>
static class KeyCommand
{
    public static Command Create() =>
        new("key", "Make, list and revoke keys of the HTTP API.") { New(), All(), Revoke() };

    static Command New()
    {
        var name = new Option<string>("--name")
        {
            Description = "What uses it, like 'month-end script'; the decision log tells by it who asked for what.",
            HelpName = "NAME",
            Required = true,
        };
        return Complete(
            new Command("create", "Make a key and show it, this once.") { name },
            async (parsed, workspace, json, stop) =>
            {
                var made = await workspace.ApiKeys.Create(parsed.GetRequiredValue(name), stop);
                if (json)
                    Screen.Json(KeysJson.Of(made.Key, made.Word));
                else
                {
                    Screen.Line(made.Word);
                    Screen.Note("Keep it like a password: nothing shows it again.");
                }
            }
        );
    }

    static Command All() =>
        Complete(
            new Command("list", "List the keys by name, with the day of their last use."),
            async (_, workspace, json, stop) => Show(await workspace.ApiKeys.All(stop), json)
        );

    static Command Revoke()
    {
        var name = new Argument<string>("name") { Description = "The name of the key.", HelpName = "NAME" };
        return Complete(
            new Command("revoke", "End a key: it opens nothing any more.") { name },
            async (parsed, workspace, json, stop) =>
            {
                await workspace.ApiKeys.Revoke(parsed.GetRequiredValue(name), stop);
                Show(await workspace.ApiKeys.All(stop), json);
            }
        );
    }

    static void Show(IReadOnlyList<ApiKey> keys, bool json)
    {
        if (json)
        {
            Screen.Json(KeysJson.Of(keys));
            return;
        }
        if (keys is [])
            Screen.Line("There is no key.");
        foreach (var key in keys)
            Screen.Line(
                $"{key.Name}: made {key.CreatedAt:yyyy-MM-dd}, {(key.LastUsedOn is { } day ? $"last used {day:yyyy-MM-dd}" : "never used")}{(key.RevokedAt is { } at ? $", revoked {at:yyyy-MM-dd}" : "")}"
            );
    }

    static Command Complete(Command command, Func<ParseResult, Workspace, bool, CancellationToken, Task> act)
    {
        var (database, json) = (Options.Database(), Options.Json());
        command.Add(database);
        command.Add(json);
        command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    await using var workspace = await Workspace.OpenExisting(
                        parsed.GetRequiredValue(database).FullName,
                        stop
                    );
                    await act(parsed, workspace, parsed.GetValue(json), stop);
                    return ExitCode.Done;
                }
            )
        );
        return command;
    }
}
