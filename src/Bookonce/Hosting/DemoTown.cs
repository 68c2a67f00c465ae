using Bookonce.Domain.Connections;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Hosting;

/// <summary>Two sandboxes whose limits make nobody wait, and how to connect to them.</summary>
sealed class DemoTown(SandboxHost sandboxes) : IAsyncDisposable
{
    const string App = "sandbox";

    const int CallsPerMinute = 6_000;

    /// <summary>Nobody should meet a daily limit in a demo.</summary>
    const int CallsPerDay = 1_000_000;

    /// <summary>What the pages say about it.</summary>
    public static string Note =>
        $"This is a demo: both services are sandboxes on this machine. They allow {CallsPerMinute:N0} calls a minute instead of 60 and 200, so that nobody waits.";

    public SandboxHost Sandboxes => sandboxes;

    public AppRegistration Teamleader =>
        new(Vendor.Teamleader, sandboxes.TeamleaderUrl, sandboxes.TeamleaderUrl, App, App);

    public AppRegistration Exact => new(Vendor.ExactOnline, sandboxes.ExactUrl, sandboxes.ExactUrl, App, App);

    public static async Task<DemoTown> Build(
        WorldSize world,
        DirectoryInfo? invoices,
        TimeProvider clock,
        CancellationToken stop
    ) =>
        new(
            await SandboxHost.StartAsync(
                new SandboxOptions
                {
                    TeamleaderPort = 0,
                    ExactPort = 0,
                    World = world,
                    InvoicesDirectory = invoices?.FullName,
                    TeamleaderCallsPerMinute = CallsPerMinute,
                    ExactCallsPerMinute = CallsPerMinute,
                    ExactCallsPerDay = CallsPerDay,
                },
                clock,
                stop
            )
        );

    /// <summary>Connects the first company entity with the first administration, from the first document on, as proposed.</summary>
    public async Task<Connection> Connect(Connecting connecting, CancellationToken stop)
    {
        var startDate =
            sandboxes.Truth.Documents.Count == 0
                ? new DateOnly(connecting.Today.Year, 1, 1)
                : sandboxes.Truth.Documents.Min(document => document.Date);
        var offer = await Steps.Offer(
            connecting,
            Teamleader,
            Exact,
            entityName: null,
            divisionCode: null,
            startDate,
            stop
        );
        return await connecting.Connect(offer, offer.Proposed, stop);
    }

    public ValueTask DisposeAsync() => sandboxes.DisposeAsync();
}
