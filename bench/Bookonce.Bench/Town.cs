using Bookonce.Domain.Connections;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Hosting;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;
using Bookonce.Storage;
using Microsoft.AspNetCore.DataProtection;

#pragma warning disable RS0030 // A host of its own: it chooses the clock and makes ids.

namespace Bookonce.Bench;

/// <summary>
/// Two sandboxes without limits on loopback, and a connected Bookonce with its database on disk, as durable as
/// everywhere. Worlds with the same customers are equal, ids included.
/// </summary>
sealed class Town : IAsyncDisposable
{
    const string App = "sandbox";

    readonly SandboxHost sandboxes;
    readonly TemporaryFolder folder;
    readonly Database database;

    Town(SandboxHost sandboxes, TemporaryFolder folder, Database database, TimeProvider clock)
    {
        (this.sandboxes, this.folder, this.database) = (sandboxes, folder, database);
        Tally = new Tally(ExactOnlineClient.CreateHandler());
        (Clock, Vendors) = (clock, new VendorClients(Store, Tally, clock));
        Connecting = new Connecting(Store, Vendors, Guid.NewGuid, clock);
        Synchroniser = new Synchroniser(Store, Vendors, Guid.NewGuid, clock);
        Load = new Load(sandboxes);
    }

    public IStore Store => database.Store;

    public TimeProvider Clock { get; }

    public VendorClients Vendors { get; }

    public Synchroniser Synchroniser { get; }

    /// <summary>Every request of Bookonce passes here.</summary>
    public Tally Tally { get; }

    /// <summary>What stands in the two services.</summary>
    public Load Load { get; }

    public Uri ExactUrl => sandboxes.ExactUrl;

    public Connection Connection { get; private set; } = null!;

    Connecting Connecting { get; }

    /// <summary>Starts everything, connects, and fills the mirror: a first run over no documents at all.</summary>
    /// <param name="clock">The clock of both sides.</param>
    /// <param name="customers">Customers in Teamleader.</param>
    /// <param name="withRelations">Whether each has its relation in Exact already.</param>
    /// <param name="stop">Ends the start.</param>
    public static async Task<Town> Build(TimeProvider clock, int customers, bool withRelations, CancellationToken stop)
    {
        var options = new SandboxOptions
        {
            TeamleaderPort = 0,
            ExactPort = 0,
            World = WorldSize.Empty,
        };
        var files = new TemporaryFolder();
        var protection = new EphemeralDataProtectionProvider();
        var town = new Town(
            await SandboxHost.StartAsync(options.WithoutLimits(), clock, stop),
            files,
            await StorageSetup.OpenAsync(files.Database, protection, clock, stop),
            clock
        );
        town.Load.AddCustomers(customers, withRelations);
        await town.Connect(stop);
        await town.Run(stop);
        return town;
    }

    /// <summary>One run, which must go well.</summary>
    public async Task<Run> Run(CancellationToken stop)
    {
        var run = (await Synchroniser.Run(Connection, isPreview: false, stop)).Run;
        return run.Failure is { } failure ? throw new InvalidOperationException(failure.ToString()) : run;
    }

    /// <summary>The access token of the connected user of Exact.</summary>
    public async Task<string> ExactToken(CancellationToken stop) =>
        (await Store.FindAccess(Connection.Administration.ExactAccess, stop))!.Tokens!.AccessToken;

    async Task Connect(CancellationToken stop)
    {
        var offer = await Steps.Offer(
            Connecting,
            Registration(Vendor.Teamleader, sandboxes.TeamleaderUrl),
            Registration(Vendor.ExactOnline, sandboxes.ExactUrl),
            entityName: null,
            divisionCode: null,
            startDate: new DateOnly(Connecting.Today.Year, 1, 1),
            stop
        );
        Connection = await Connecting.Connect(offer, offer.Proposed, stop);
    }

    static AppRegistration Registration(Vendor vendor, Uri url) => new(vendor, url, url, App, App);

    public async ValueTask DisposeAsync()
    {
        database.Dispose();
        await sandboxes.DisposeAsync();
        folder.Dispose();
    }
}
