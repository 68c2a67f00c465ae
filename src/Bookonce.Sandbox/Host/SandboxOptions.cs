using System.Net;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Host;

/// <summary>How the two sandboxes are started. The defaults are the services' own limits and the demo world.</summary>
public sealed record SandboxOptions
{
    /// <summary>The loopback port of the Teamleader sandbox; 0 takes a free one.</summary>
    public int TeamleaderPort { get; init; } = 5081;

    /// <summary>The loopback port of the Exact sandbox; 0 takes a free one.</summary>
    public int ExactPort { get; init; } = 5082;

    /// <summary>What they hold from the start.</summary>
    public WorldSize World { get; init; } = WorldSize.Demo;

    /// <summary>The same seed gives the same world, ids included.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>UBL invoices and credit notes to be added as booked Teamleader documents, or null.</summary>
    public string? InvoicesDirectory { get; init; }

    /// <summary>Calls per integration in any sixty seconds.</summary>
    public int TeamleaderCallsPerMinute { get; init; } = 200;

    /// <summary>Calls per app and administration in a clock minute.</summary>
    public int ExactCallsPerMinute { get; init; } = 60;

    /// <summary>Calls per app and administration in a day of UTC.</summary>
    public int ExactCallsPerDay { get; init; } = 5000;

    /// <summary>How the Teamleader sandbox answers what nobody knows.</summary>
    public TeamleaderSwitches TeamleaderSwitches { get; init; } = new();

    /// <summary>How the Exact sandbox answers what nobody knows.</summary>
    public ExactOnlineSwitches ExactSwitches { get; init; } = new();

    /// <summary>
    /// The address that both listen on. Anything but a loopback address lets other machines in, and the sandboxes ask nobody
    /// for a password.
    /// </summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Whether time stands still but for <c>POST /__sandbox/clock</c>.</summary>
    public bool VirtualClock { get; init; }

    /// <summary>What goes wrong from the start.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>A file that the state is kept in between runs, or null. A file that is there takes the place of the world.</summary>
    public string? StateFile { get; init; }

    /// <summary>The same, with room for any number of calls.</summary>
    public SandboxOptions WithoutLimits() =>
        this with
        {
            TeamleaderCallsPerMinute = int.MaxValue,
            ExactCallsPerMinute = int.MaxValue,
            ExactCallsPerDay = int.MaxValue,
        };
}
