using System.Net;
using Bookonce.Sandbox.ExactOnline.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookonce.Sandbox.ExactOnline;

/// <summary>A local Exact Online: a real HTTP server on the loopback address, over books that can be planted in process.</summary>
public sealed class ExactOnlineSandbox : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ExactOnlinePipeline pipeline;

    private ExactOnlineSandbox(WebApplication app, ExactOnlinePipeline pipeline, ExactOnlineState state, Uri url) =>
        (this.app, this.pipeline, State, Url) = (app, pipeline, state, url);

    /// <summary>Where it listens, for example <c>http://127.0.0.1:5082/</c>; the paths under it are the service's own.</summary>
    public Uri Url { get; }

    /// <summary>What it serves; may be changed while it runs.</summary>
    public ExactOnlineState State { get; }

    /// <summary>Starts the server; it answers when the task is done.</summary>
    /// <param name="clock">The clock of the server itself; the service's own time is the state's.</param>
    /// <exception cref="IOException">The port is taken; the cause is an <c>AddressInUseException</c>.</exception>
    public static async Task<ExactOnlineSandbox> StartAsync(
        ExactOnlineState state,
        ExactOnlineSandboxOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (options.Switches is { } switches)
            state.Switches = switches;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 10_000_000;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var server = builder.Build();
        var service = new ExactOnlinePipeline(state, options);
        service.Map(server);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            await service.DisposeAsync();
            throw;
        }
        return new ExactOnlineSandbox(server, service, state, new Uri(server.Urls.First()));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await pipeline.DisposeAsync();
    }

    // The sandbox is a part of a process: Ctrl-C belongs to whoever started that.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
