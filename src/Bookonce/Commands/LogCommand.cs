using System.CommandLine;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Storage.Log;

namespace Bookonce.Commands;

/// <summary><c>log</c>: the decision log, to read and to check. Both only read, also while a server runs.</summary>
static class LogCommand
{
    public static Command Create() =>
        new Command("log", "Read the decision log, or check that nobody changed it.") { Verify(), Show() };

    static Command Verify()
    {
        var (database, connection, json) = (Options.Database(), Options.Connection(), Options.Json());
        var until = new Option<string?>("--until")
        {
            Description = "Only up to the line with this hash, as a proof names it; says when it was written.",
            HelpName = "HASH",
        };
        var command = new Command(
            "verify",
            "Check every line against the one before it, and every link against what the lines come to."
        )
        {
            connection,
            until,
            database,
            json,
        };
        command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    var log = await OpenLog.Open(parsed.GetRequiredValue(database).FullName, stop);
                    var administrations = await log.Administrations(parsed.GetValue(connection), stop);
                    var line = await Line(log.Log, administrations, parsed.GetValue(until), stop);
                    var verdicts = new List<LogVerdict>();
                    foreach (var administration in line is null ? administrations : [line.Administration])
                        verdicts.Add(await log.Log.Verify(administration, line?.Sequence, stop));

                    if (parsed.GetValue(json))
                        LogOutput.Json(log, verdicts, line);
                    else
                        LogOutput.Text(log, verdicts, line);
                    return verdicts.All(verdict => verdict.Holds) ? ExitCode.Done : ExitCode.SomethingForAPerson;
                }
            )
        );
        return command;
    }

    static Command Show()
    {
        var (database, connection, json) = (Options.Database(), Options.Connection(), Options.Json());
        var document = new Option<string?>("--document")
        {
            Description = "Only lines about this document: its number, or its id in Teamleader.",
            HelpName = "ID|NUMBER",
        };
        var last = new Option<int>("--last")
        {
            Description = "How many lines of each administration.",
            HelpName = "COUNT",
            DefaultValueFactory = _ => 20,
        };
        last.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var count) && count > 0))
                result.AddError($"'{text}' is no count of lines. Give one like 20.");
        });
        var command = new Command("show", "Print the last lines, oldest first.")
        {
            connection,
            document,
            last,
            database,
            json,
        };
        command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    var log = await OpenLog.Open(parsed.GetRequiredValue(database).FullName, stop);
                    var about = await About(log.Log, parsed.GetValue(document), stop);
                    var lines = new List<LogLine>();
                    foreach (var administration in await log.Administrations(parsed.GetValue(connection), stop))
                        lines.AddRange(await log.Log.Last(administration, parsed.GetValue(last), about, stop));

                    if (parsed.GetValue(json))
                        LogOutput.Json(lines);
                    else
                        LogOutput.Text(log, lines, await log.Log.Numbers(lines.Select(line => line.Subject), stop));
                    return ExitCode.Done;
                }
            )
        );
        return command;
    }

    static async Task<LogLine?> Line(
        DecisionLog log,
        IReadOnlyList<Guid> administrations,
        string? hash,
        CancellationToken stop
    )
    {
        if (hash is null)
            return null;

        return
            await log.Find(hash.Trim().ToLowerInvariant(), stop) is { } line
            && administrations.Contains(line.Administration)
            ? line
            : throw Wrong(
                "unknownHash",
                $"No line of the log has the hash {hash}.",
                "Type it in full. If it was printed by this Bookonce, the log was cut off or rewritten since."
            );
    }

    static async Task<IReadOnlyList<Guid>?> About(DecisionLog log, string? document, CancellationToken stop) =>
        document is null ? null
        : await log.Documents(document, stop) is [_, ..] found ? found
        : throw Wrong(
            "unknownDocument",
            $"There is no document '{document}'.",
            "Type its number as Teamleader shows it."
        );

    static CommandException Wrong(string code, string what, string remedy) =>
        new(ExitCode.UsedWrongly, code, what, remedy);
}
