using System.CommandLine;
using Bookonce.Domain.Connections;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary>Reads both sides before something is said of them. A read that failed must not look like books in order.</summary>
static class ReadFirst
{
    public static Option<bool> AsRead() =>
        new("--as-read") { Description = "Look at what the last run read; without it both services are read first." };

    /// <summary>Follows both sides and looks; nothing is written to Exact.</summary>
    /// <exception cref="CommandException">It did not go through.</exception>
    public static async Task Read(Workspace workspace, Connection connection, CancellationToken stop)
    {
        using var progress = new ProgressLine(workspace.Synchroniser, connection.Id);
        var report = await workspace.Synchroniser.Run(connection, isPreview: true, stop);
        if (report.Run.Failure is { } failure)
            throw new CommandException(
                failure.Code == "stopped" ? ExitCode.Stopped : ExitCode.Unavailable,
                failure.Code,
                failure.What,
                $"{failure.Remedy} With --as-read, what the last run read is shown."
            );
    }
}
