using Bookonce.Domain.Connections;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Deactivate;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Import;
using Bookonce.Engine.Numbers;
using Bookonce.Engine.Previews;
using Bookonce.Engine.Proof;
using Bookonce.Engine.Release;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Output;
using Bookonce.Storage;
using Bookonce.Web.Api.Keys;

namespace Bookonce.Hosting;

/// <summary>An opened database with everything that commands need; nobody else works with it meanwhile.</summary>
sealed class Workspace : IAsyncDisposable
{
    readonly ServiceProvider services;

    Workspace(ServiceProvider services) => this.services = services;

    public IStore Store => services.GetRequiredService<IStore>();

    public IReadSide ReadSide => services.GetRequiredService<IReadSide>();

    public Connecting Connecting => services.GetRequiredService<Connecting>();

    public ReadBudget Budget => services.GetRequiredService<ReadBudget>();

    public Answering Answering => services.GetRequiredService<Answering>();

    public Previewing Previewing => services.GetRequiredService<Previewing>();

    public FindDuplicates FindDuplicates => services.GetRequiredService<FindDuplicates>();

    public Proving Proving => services.GetRequiredService<Proving>();

    public GoingOnAt GoingOnAt => services.GetRequiredService<GoingOnAt>();

    public Planning Planning => services.GetRequiredService<Planning>();

    public Repairing Repairing => services.GetRequiredService<Repairing>();

    public BulkAnswering Bulk => services.GetRequiredService<BulkAnswering>();

    public SettingAside SettingAside => services.GetRequiredService<SettingAside>();

    public LinkingByHand Linking => services.GetRequiredService<LinkingByHand>();

    public NumberReports NumberReports => services.GetRequiredService<NumberReports>();

    public Releasing Releasing => services.GetRequiredService<Releasing>();

    public Deactivating Deactivating => services.GetRequiredService<Deactivating>();

    public Importing Importing => services.GetRequiredService<Importing>();

    public Reconnecting Reconnecting => services.GetRequiredService<Reconnecting>();

    public ApiKeys ApiKeys => services.GetRequiredService<ApiKeys>();

    public Synchroniser Synchroniser => services.GetRequiredService<Synchroniser>();

    /// <summary>Opens a database that is there already.</summary>
    public static Task<Workspace> OpenExisting(string databaseFile, CancellationToken stop)
    {
        MustExist(databaseFile);
        return Open(databaseFile, stop);
    }

    public static void MustExist(string databaseFile)
    {
        if (!File.Exists(databaseFile))
            throw Wrong(
                "noDatabase",
                $"There is no database {databaseFile}.",
                "Name it with --database, or make one with 'bookonce connect' or 'bookonce serve'."
            );
    }

    /// <summary>Opens a database, a new one when there is none.</summary>
    public static async Task<Workspace> Open(string databaseFile, CancellationToken stop)
    {
        var path = Path.GetFullPath(databaseFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var workspace = new Workspace(new ServiceCollection().AddLogging().AddBookonce(path).BuildServiceProvider());
        try
        {
            await workspace.services.OpenAsync(stop);
            return workspace;
        }
        catch (DatabaseHeldException held)
        {
            await workspace.DisposeAsync();
            throw new CommandException(ExitCode.Unavailable, "databaseInUse", held.Message, "");
        }
    }

    /// <summary>The connection of that name, or the only one.</summary>
    public async Task<Connection> Connection(string? name, CancellationToken stop) =>
        Choose(await Store.Connections(stop), name);

    /// <inheritdoc cref="Connection"/>
    public static Connection Choose(IReadOnlyList<Connection> connections, string? name) =>
        (name, connections) switch
        {
            (_, []) => throw Wrong(
                "noConnection",
                "There is no connection yet.",
                "Make one with 'bookonce connect', or on the Connect page of 'bookonce serve'."
            ),
            (null, [var only]) => only,
            (null, _) => throw Wrong(
                "whichConnection",
                $"There are {connections.Count} connections.",
                $"Say which with --connection: {Names(connections)}."
            ),
            _ => connections.FirstOrDefault(connection => connection.Name == name)
                ?? throw Wrong(
                    "unknownConnection",
                    $"There is no connection '{name}'.",
                    $"There is {Names(connections)}."
                ),
        };

    public ValueTask DisposeAsync() => services.DisposeAsync();

    static string Names(IReadOnlyList<Connection> connections) =>
        string.Join(", ", connections.Select(connection => $"'{connection.Name}'"));

    static CommandException Wrong(string code, string what, string remedy) =>
        new(ExitCode.UsedWrongly, code, what, remedy);
}
