using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.ExactOnline.Http;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Host.Keeping;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;
using Bookonce.Sandbox.World.Ubl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Bookonce.Sandbox.Host;

/// <summary>Both states and the pipelines over them, with faults in front. A reset puts a new one in its place.</summary>
internal sealed class RunningWorld : IAsyncDisposable
{
    readonly LateCommits _late;
    readonly ExactOnlinePipeline _exactPipeline;
    readonly Lifetime _lifetime = new();

    RunningWorld(
        TeamleaderState teamleader,
        ExactOnlineState exact,
        SandboxOptions options,
        FaultSession faults,
        Clocks clocks
    )
    {
        (Teamleader, Exact) = (teamleader, exact);
        exact.Switches = options.ExactSwitches;
        var teamleaderOptions = new TeamleaderSandboxOptions
        {
            CallsPerMinute = options.TeamleaderCallsPerMinute,
            Switches = options.TeamleaderSwitches,
        };
        var exactOptions = new ExactOnlineSandboxOptions
        {
            CallsPerMinute = options.ExactCallsPerMinute,
            CallsPerDay = options.ExactCallsPerDay,
        };
        _late = new LateCommits(clocks.OfServices);
        exact.WebhookCopies = message =>
            Copies(faults, SandboxService.ExactOnline, message.Subscription.CallbackUrl.AbsoluteUri) ?? 1;
        teamleader.CopiesTo = url => Copies(faults, SandboxService.Teamleader, url);
        var meddling = new Meddling(exact, teamleader);
        TeamleaderService = Faulty(
            SandboxService.Teamleader,
            app => TeamleaderPipeline.Map(app, teamleader, teamleaderOptions, clocks.OfServices)
        );
        _exactPipeline = new ExactOnlinePipeline(exact, exactOptions);
        ExactService = Faulty(SandboxService.ExactOnline, _exactPipeline.Map);

        RequestDelegate Faulty(SandboxService service, Action<IApplicationBuilder> map)
        {
            var pipeline = new ApplicationBuilder(_lifetime);
            map(pipeline);
            var (inner, clock) = (pipeline.Build(), clocks.OfServices);
            return new FaultyService(service, inner, faults, _late, meddling, clock, clocks.OfPeople).Handle;
        }
    }

    static int? Copies(FaultSession faults, SandboxService service, string url) =>
        faults.Next(service, "POST", url, "", kind => kind is FaultKind.WebhookDuplicated or FaultKind.WebhookMissing)
            is var (rule, _, _)
            ? rule.Kind == FaultKind.WebhookMissing
                ? 0
                : 2
            : null;

    public TeamleaderState Teamleader { get; }
    public ExactOnlineState Exact { get; }
    public WorldTruth Truth { get; private init; } = new([], []);
    public IReadOnlyList<UnreadableFile> Unreadable { get; private init; } = [];
    public RequestDelegate TeamleaderService { get; }
    public RequestDelegate ExactService { get; }

    public static RunningWorld Plant(SandboxOptions options, FaultSession faults, Clocks clocks)
    {
        var account = new TeamleaderState(clocks.OfServices, new SeededIds(options.Seed));
        var books = new ExactOnlineState(clocks.OfServices, options.Seed);
        var world = WorldPlanter.Plant(account, books, options.World, options.Seed, options.InvoicesDirectory);
        return new RunningWorld(account, books, options, faults, clocks)
        {
            Truth = world.Truth,
            Unreadable = world.Unreadable,
        };
    }

    /// <summary>A world that was kept. What belonged together in it at the start is not known any more.</summary>
    public static RunningWorld Continue(KeptState kept, SandboxOptions options, FaultSession faults, Clocks clocks) =>
        new(kept.Teamleader, kept.Exact, options, faults, clocks);

    /// <summary>Done when every late commit that has fallen due was carried out.</summary>
    public Task Settled() => _late.Settled();

    public ValueTask DisposeAsync()
    {
        _late.Dispose();
        _lifetime.StopApplication();
        return _exactPipeline.DisposeAsync();
    }

    /// <summary>All that a pipeline may ask of what it runs in: when that ends, which here is when the world does.</summary>
    sealed class Lifetime : IServiceProvider, IHostApplicationLifetime
    {
        readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => new(canceled: true);
        public CancellationToken ApplicationStopping => _stopping.Token;
        public CancellationToken ApplicationStopped => _stopping.Token;

        public void StopApplication() => _stopping.Cancel();

        public object? GetService(Type serviceType) => serviceType == typeof(IHostApplicationLifetime) ? this : null;
    }
}

/// <param name="OfServices">What the two services tell the time by.</param>
/// <param name="OfPeople">Real time.</param>
internal sealed record Clocks(TimeProvider OfServices, TimeProvider OfPeople)
{
    public VirtualClock? Virtual => OfServices as VirtualClock;
}
