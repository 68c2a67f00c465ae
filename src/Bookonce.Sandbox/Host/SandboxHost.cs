using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;
using Bookonce.Sandbox.World.Ubl;

namespace Bookonce.Sandbox.Host;

/// <summary>Both sandboxes on loopback, filled with one world. Disposing it stops them.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    readonly TeamleaderSandbox _teamleader;
    readonly ExactOnlineSandbox _exact;

    SandboxHost(TeamleaderSandbox teamleader, ExactOnlineSandbox exact, PlantedWorld world)
    {
        _teamleader = teamleader;
        _exact = exact;
        Truth = world.Truth;
        Unreadable = world.Unreadable;
    }

    /// <summary>The base address of Teamleader's API and authorisation.</summary>
    public Uri TeamleaderUrl => _teamleader.Url;

    /// <summary>The base address of Exact Online.</summary>
    public Uri ExactUrl => _exact.Url;

    /// <summary>The Teamleader account, as it is now.</summary>
    public TeamleaderState TeamleaderState => _teamleader.State;

    /// <summary>The administrations of Exact, as they are now.</summary>
    public ExactOnlineState ExactState => _exact.State;

    /// <summary>Which entries were copies of which documents at the start.</summary>
    public WorldTruth Truth { get; }

    /// <summary>UBL files that were left out, with the reason.</summary>
    public IReadOnlyList<UnreadableFile> Unreadable { get; }

    /// <summary>Plants the world, then starts both servers; both answer when the task is done.</summary>
    /// <param name="options">Ports, world and limits.</param>
    /// <param name="clock">The clock of both services.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">A port is taken, or the invoices' directory does not exist; the message says which.</exception>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var account = new TeamleaderState(clock, new SeededIds(options.Seed));
        var books = new ExactOnlineState(clock, options.Seed);
        var world = WorldPlanter.Plant(account, books, options.World, options.Seed, options.InvoicesDirectory);
        var teamleader = await TeamleaderSandbox.StartAsync(
            account,
            new TeamleaderSandboxOptions
            {
                Port = options.TeamleaderPort,
                CallsPerMinute = options.TeamleaderCallsPerMinute,
                Switches = options.TeamleaderSwitches,
            },
            clock,
            cancellationToken
        );
        try
        {
            var exact = await ExactOnlineSandbox.StartAsync(
                books,
                new ExactOnlineSandboxOptions
                {
                    Port = options.ExactPort,
                    CallsPerMinute = options.ExactCallsPerMinute,
                    CallsPerDay = options.ExactCallsPerDay,
                    Switches = options.ExactSwitches,
                },
                clock,
                cancellationToken
            );
            return new SandboxHost(teamleader, exact, world);
        }
        catch
        {
            await teamleader.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _teamleader.DisposeAsync();
        await _exact.DisposeAsync();
    }
}
