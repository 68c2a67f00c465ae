using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.ExactOnline.Http;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Bookonce.Simulation.Wire;

/// <summary>Which of the two services.</summary>
enum Service
{
    Exact,
    Teamleader,
}

/// <summary>Both sandboxes with their own pipelines, called directly: no server, no socket, no other thread.</summary>
sealed class Services : IDisposable
{
    public const string App = "sandbox";

    readonly Lifetime lifetime = new();
    readonly ExactOnlinePipeline exactPipeline;
    readonly RequestDelegate exact;
    readonly RequestDelegate teamleader;

    public Services(TimeProvider time, Worlds.Plan plan)
    {
        Teamleader = new TeamleaderState(time, new SeededIds(plan.Seed));
        Exact = new ExactOnlineState(time, plan.Seed) { Switches = plan.Switches.Exact };
        WorldPlanter.Plant(Teamleader, Exact, WorldSize.Empty, plan.Seed);
        exactPipeline = new ExactOnlinePipeline(Exact, new ExactOnlineSandboxOptions());
        exact = Build(exactPipeline.Map);
        var options = new TeamleaderSandboxOptions { Switches = plan.Switches.Teamleader };
        teamleader = Build(app => TeamleaderPipeline.Map(app, Teamleader, options, time));
    }

    public static Uri UrlOf(Service service) =>
        new(service == Service.Exact ? "https://exact.test/" : "https://teamleader.test/");

    public TeamleaderState Teamleader { get; }

    public ExactOnlineState Exact { get; }

    public Division Division => Exact.Divisions[0];

    public RequestDelegate Of(Service service) => service == Service.Exact ? exact : teamleader;

    public void Dispose()
    {
        lifetime.StopApplication();
        // Nobody subscribed to anything, so nothing is under way.
        exactPipeline.DisposeAsync().AsTask().Wait(CancellationToken.None);
    }

    RequestDelegate Build(Action<IApplicationBuilder> map)
    {
        var pipeline = new ApplicationBuilder(lifetime);
        map(pipeline);
        return pipeline.Build();
    }

    /// <summary>All that a pipeline asks of what it runs in.</summary>
    sealed class Lifetime : IServiceProvider, IHostApplicationLifetime
    {
        readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => stopping.Token;

        public void StopApplication() => stopping.Cancel();

        public object? GetService(Type serviceType) => serviceType == typeof(IHostApplicationLifetime) ? this : null;
    }
}
