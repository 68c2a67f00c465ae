using System.CommandLine;
using System.Net.Sockets;
using Bookonce.Engine;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Check;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Synchronise;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary>Turns what can go wrong in a command into one sentence and an exit code; no stack trace reaches a person.</summary>
static class Guarded
{
    public static Func<ParseResult, CancellationToken, Task<int>> Action(
        Option<bool>? json,
        Func<ParseResult, CancellationToken, Task<int>> action
    ) => Action(parsed => json is not null && parsed.GetValue(json), action);

    public static Func<ParseResult, CancellationToken, Task<int>> Action(
        Func<ParseResult, bool> wantsJson,
        Func<ParseResult, CancellationToken, Task<int>> action
    ) =>
        async (parsed, stop) =>
        {
            try
            {
                return await action(parsed, stop);
            }
            catch (Exception exception)
            {
                var failure = Explain(exception, stop) ?? Bug(exception);
                return Screen.Fail(failure, wantsJson(parsed));
            }
        };

    static CommandException? Explain(Exception exception, CancellationToken stop) =>
        exception switch
        {
            CommandException failure => failure,
            OperationCanceledException when stop.IsCancellationRequested => new(
                ExitCode.Stopped,
                "stopped",
                "Stopped.",
                ""
            ),
            CannotBeDoneException { Problem: var problem } => new(
                ExitCode.UsedWrongly,
                problem.Code,
                problem.What,
                problem.Remedy
            ),
            AnswerOutdatedException => new(ExitCode.UsedWrongly, "answerOutdated", exception.Message, ""),
            UnusableFileException file => new(ExitCode.UsedWrongly, file.Code, file.Message, file.Remedy),
            AlreadyConnectedException => new(ExitCode.UsedWrongly, "notConnected", exception.Message, ""),
            HttpRequestException { InnerException: SocketException } => new(
                ExitCode.Unavailable,
                "unreachable",
                "The service cannot be reached.",
                "Check its address, and that it runs."
            ),
            _ when Failures.Explain(exception) is { } problem => new(
                ExitCode.Unavailable,
                problem.Code,
                problem.What,
                problem.Remedy
            ),
            _ when PortInUse(exception) => new(
                ExitCode.Unavailable,
                "portInUse",
                PortText(exception),
                "Choose another with its option; 0 picks a free one."
            ),
            _ => null,
        };

    /// <summary>What nobody foresaw. The trace goes to whoever asks for it, because it helps nobody else.</summary>
    static CommandException Bug(Exception exception)
    {
        if (Environment.GetEnvironmentVariable("BOOKONCE_TRACE") is { Length: > 0 })
            Screen.Note(exception.ToString());
        return new(
            ExitCode.Unavailable,
            "bug",
            $"Something went wrong that should not: {exception.Message}",
            "Nothing is lost. Set BOOKONCE_TRACE=1 to see where, and report it."
        );
    }

    static bool PortInUse(Exception? exception) =>
        exception is not null
        && (
            exception
                is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied }
            || PortInUse(exception.InnerException)
        );

    static string PortText(Exception exception) =>
        exception is IOException ? exception.Message : "A port is in use already.";
}
