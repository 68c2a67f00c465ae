using System.Net;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Host.Keeping;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;
using Bookonce.Sandbox.World.Ubl;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Host;

/// <summary>Both sandboxes, filled with one world, with their pages and switches. Disposing it stops them.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(30);
    readonly SandboxOptions _options;
    readonly Clocks _clocks;
    readonly DateTimeOffset _start;
    readonly Lock _changing = new();
    SandboxServer? _teamleader;
    SandboxServer? _exact;
    volatile RunningWorld _world;
    readonly StateFile? _file;
    readonly ITimer? _saving;
    int _generation;

    SandboxHost(SandboxOptions options, Clocks clocks)
    {
        (_options, _clocks, _start) = (options, clocks, clocks.OfServices.GetUtcNow());
        Faults = new FaultSession(clocks.OfServices) { Plan = options.Faults };
        Connector = new Connector(() => _world!.Teamleader, () => new ConnectorBooks(_world!.Exact, ExactUrl));
        _file = options.StateFile is { } path ? new StateFile(path) : null;
        _world = _file is { IsThere: true } ? TakeUp(_file) : RunningWorld.Plant(options, Faults, clocks);
        _saving = _file is null ? null : clocks.OfPeople.CreateTimer(_ => Save(), null, SaveInterval, SaveInterval);
    }

    /// <summary>The base address of Teamleader's API and authorisation.</summary>
    public Uri TeamleaderUrl => _teamleader!.Url;

    /// <summary>The base address of Exact Online.</summary>
    public Uri ExactUrl => _exact!.Url;

    /// <summary>The Teamleader account, as it is now. A reset puts another in its place.</summary>
    public TeamleaderState TeamleaderState => _world.Teamleader;

    /// <summary>The administrations of Exact, as they are now. A reset puts others in their place.</summary>
    public ExactOnlineState ExactState => _world.Exact;

    /// <summary>Which entries were copies of which documents at the start; empty when the state came from a file.</summary>
    public WorldTruth Truth => _world.Truth;

    /// <summary>UBL files that were left out, with the reason.</summary>
    public IReadOnlyList<UnreadableFile> Unreadable => _world.Unreadable;

    /// <summary>The clock of both services.</summary>
    public TimeProvider Clock => _clocks.OfServices;

    /// <summary>What goes wrong, and what went wrong.</summary>
    public FaultSession Faults { get; }

    internal Connector Connector { get; }

    /// <summary>What nobody knows about the services, as it is set. May be set at any time; a reset brings back the first setting.</summary>
    public SandboxSwitches Switches
    {
        get => new(_world.Exact.Switches, _world.Teamleader.Switches);
        set => (_world.Exact.Switches, _world.Teamleader.Switches) = (value.Exact, value.Teamleader);
    }

    /// <summary>Plants the world, then starts both servers; both answer when the task is done.</summary>
    /// <param name="options">Ports, world and limits.</param>
    /// <param name="clock">The clock of both services, or the one that a virtual clock starts from.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">A port is taken, or the invoices' directory does not exist; the message says which.</exception>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var services = options.VirtualClock ? new VirtualClock(clock.GetUtcNow()) : clock;
        var host = new SandboxHost(options, new Clocks(services, clock));
        try
        {
            await host.Listen(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets the virtual clock go on; late commits that fall due on the way are carried out when the task is done.</summary>
    /// <exception cref="InvalidOperationException">The clock is not virtual.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative or leads beyond the year 9999.</exception>
    public Task Advance(TimeSpan by)
    {
        var clock =
            _clocks.Virtual
            ?? throw new InvalidOperationException("The clock is real; only a virtual one can be moved.");
        clock.Advance(by);
        return _world.Settled();
    }

    /// <summary>Brings back the first world: everything planted anew, access ended, switches, faults and a virtual clock as at the start.</summary>
    public async Task Reset()
    {
        RunningWorld before;
        lock (_changing)
        {
            before = _world;
            _clocks.Virtual?.Set(_start);
            Faults.Plan = _options.Faults;
            Connector.Notes = new Dictionary<Guid, int>();
            _world = RunningWorld.Plant(_options, Faults, _clocks);
        }
        await before.DisposeAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_teamleader is not null)
            await _teamleader.DisposeAsync();
        if (_exact is not null)
            await _exact.DisposeAsync();
        if (_saving is not null)
            await _saving.DisposeAsync();
        Save();
        await _world.DisposeAsync();
    }

    /// <summary>Writes the state to its file, if it has one. Done at intervals and at the end anyway.</summary>
    public void Save()
    {
        lock (_changing)
        {
            var now = _clocks.OfServices.GetUtcNow();
            _file?.Save(new(_world.Teamleader, _world.Exact, now, Connector.Notes) { Generation = _generation });
        }
    }

    RunningWorld TakeUp(StateFile file)
    {
        var kept = file.Load(_clocks.OfServices, _options.Seed);
        _generation = kept.Generation;
        _clocks.Virtual?.Set(kept.Now);
        Connector.Notes = kept.BookingNumbers;
        return RunningWorld.Continue(kept, _options, Faults, _clocks);
    }

    async Task Listen(CancellationToken cancellationToken)
    {
        var pages = new HostPages(this);
        _teamleader = await SandboxServer.Start(
            "Teamleader",
            new IPEndPoint(_options.Address, _options.TeamleaderPort),
            http => Serve(http, _world.TeamleaderService),
            pages.Map,
            cancellationToken
        );
        _exact = await SandboxServer.Start(
            "Exact Online",
            new IPEndPoint(_options.Address, _options.ExactPort),
            http => Serve(http, _world.ExactService),
            pages.Map,
            cancellationToken
        );
    }

    Task Serve(HttpContext http, RequestDelegate service)
    {
        http.Response.Headers.Date = _clocks.OfServices.GetUtcNow().ToString("R");
        return service(http);
    }
}
