using Bookonce.Domain.Connections;
using Bookonce.Output;
using Bookonce.Storage.Log;

namespace Bookonce.Hosting;

/// <summary>The decision log of a database, opened for reading only: a server on the same database goes on meanwhile.</summary>
sealed record OpenLog(DecisionLog Log, IReadOnlyList<Connection> Connections)
{
    public static async Task<OpenLog> Open(string databaseFile, CancellationToken stop)
    {
        Workspace.MustExist(databaseFile);
        try
        {
            var log = await DecisionLog.OpenForReading(databaseFile, Composition.Clock, stop);
            return new OpenLog(log, await log.Connections(stop));
        }
        catch (OtherVersionException other)
        {
            throw new CommandException(
                ExitCode.UsedWrongly,
                "otherVersion",
                other.Message,
                "Use the version that made it."
            );
        }
    }

    /// <summary>The administration of the connection of that name; all that have a log when none is named.</summary>
    public async Task<IReadOnlyList<Guid>> Administrations(string? connection, CancellationToken stop) =>
        connection is null && Connections.Count > 0
            ? await Log.Administrations(stop)
            : [Workspace.Choose(Connections, connection).Administration.Id];

    /// <summary>What people call an administration; its id when nothing is known of it.</summary>
    public string NameOf(Guid administration) =>
        Known(administration) is { } known ? $"{known.Name} ({known.Division})" : $"{administration}, which is gone";

    public Administration? Known(Guid administration) =>
        Connections.Select(connection => connection.Administration).FirstOrDefault(known => known.Id == administration);
}
