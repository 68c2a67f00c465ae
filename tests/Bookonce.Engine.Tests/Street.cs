using Bookonce.Domain.Connections;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;
using Bookonce.Storage;
using Bookonce.Teamleader;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Engine.Tests;

/// <summary>Both services and one database on a clock that leaps when somebody waits; any number of processes share them.</summary>
sealed class Street : IAsyncDisposable
{
    readonly DirectoryInfo folder;
    readonly Database database;

    Street(SandboxHost sandboxes, DirectoryInfo folder, Database database, PausingClock clock)
    {
        (Sandboxes, this.folder, this.database, Clock) = (sandboxes, folder, database, clock);
        Wire = new Watched(clock);
    }

    public SandboxHost Sandboxes { get; }

    public PausingClock Clock { get; }

    /// <summary>What all processes send.</summary>
    public Watched Wire { get; }

    public IStore Store => database.Store;

    public IReadSide ReadSide => database.ReadSide;

    public static async Task<Street> Open(SandboxOptions? options = null)
    {
        var clock = new PausingClock(new DateTimeOffset(2026, 6, 30, 9, 0, 10, TimeSpan.Zero));
        var sandboxes = await SandboxHost.StartAsync(
            (options ?? new SandboxOptions()) with
            {
                TeamleaderPort = 0,
                ExactPort = 0,
            },
            clock,
            CancellationToken.None
        );
        var place = Directory.CreateTempSubdirectory("bookonce-");
        var file = Path.Combine(place.FullName, "bookonce.db");
        var memory = await StorageSetup.OpenAsync(file, new EphemeralDataProtectionProvider(), clock);
        return new Street(sandboxes, place, memory, clock);
    }

    /// <summary>What a process that was just started knows: nothing but the database.</summary>
    public VendorClients Process(HttpMessageHandler? handler = null) => new(Store, handler ?? Wire, Clock);

    /// <summary>A client of a process; its waits are over at once.</summary>
    public ExactOnlineClient Exact(VendorClients process, Access access) => process.Exact(access, onWait: Leap);

    /// <inheritdoc cref="Exact"/>
    public TeamleaderClient Teamleader(VendorClients process, Access access) =>
        process.Teamleader(access, onWait: Leap);

    public Task<Access> ConsentExact(VendorClients process) =>
        Town.Consent(Connecting(process), Vendor.ExactOnline, Sandboxes.ExactUrl);

    public Task<Access> ConsentTeamleader(VendorClients process) =>
        Town.Consent(Connecting(process), Vendor.Teamleader, Sandboxes.TeamleaderUrl);

    /// <summary>Connects everything with what is proposed.</summary>
    public async Task<Connection> Connect(VendorClients process)
    {
        var connecting = Connecting(process);
        var (teamleader, exact) = (await ConsentTeamleader(process), await ConsentExact(process));
        var entity = (await connecting.Entities(teamleader.Id)).First(entity => entity.ConnectedAs is null);
        var division = (await connecting.Divisions(exact.Id))[0];
        var start = Sandboxes.Truth.Documents.Min(document => document.Date);
        var offer = await connecting.Offer(teamleader.Id, entity, exact.Id, division, start);
        return await connecting.Connect(offer, offer.Proposed);
    }

    /// <summary>One run in a process of its own; its waits are over at once.</summary>
    public async Task<RunReport> Run(Connection connection, VendorClients? process = null)
    {
        var synchroniser = new Synchroniser(Store, process ?? Process(), NewId, Clock);
        synchroniser.Changed += id =>
        {
            if (synchroniser.ProgressOf(id)?.ResumesAt is { } until)
                Leap(until);
        };
        var current = (await Store.Connections()).Single(known => known.Id == connection.Id);
        return await synchroniser.Run(current, isPreview: false);
    }

    public async ValueTask DisposeAsync()
    {
        Wire.Dispose();
        database.Dispose();
        await Sandboxes.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public Connecting Connecting(VendorClients process) => new(Store, process, NewId, Clock);

    void Leap(DateTimeOffset until)
    {
        if (until > Clock.GetUtcNow())
            Clock.SetUtcNow(until);
    }

#pragma warning disable RS0030 // Ids need not be repeatable here.
    static Guid NewId() => Guid.NewGuid();
#pragma warning restore RS0030
}

/// <summary>A clock that stands still, or goes on by itself while somebody pauses; long guards against silence are left alone.</summary>
sealed class PausingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    bool runs;

    /// <summary>From now on it goes on by itself.</summary>
    public void Run()
    {
        runs = true;
        Advance(LongestPause);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (runs && dueTime > TimeSpan.Zero && dueTime <= LongestPause)
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
