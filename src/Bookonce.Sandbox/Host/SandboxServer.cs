using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookonce.Sandbox.Host;

/// <summary>One server: the sandbox's own pages at <c>/</c> and below <c>/__sandbox</c>, and a service everywhere else.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    const long LargestBody = 30_000_000;
    readonly WebApplication _app;

    SandboxServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <summary>Starts to listen; answers once calls are accepted.</summary>
    /// <param name="name">For the message when the port is taken.</param>
    /// <param name="service">Answers everything that is not a page of the sandbox itself.</param>
    /// <param name="pages">Maps the sandbox's own pages.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> Start(
        string name,
        IPEndPoint endpoint,
        RequestDelegate service,
        Action<IEndpointRouteBuilder> pages,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, Unattached>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(endpoint);
        });
        var app = builder.Build();
        app.MapWhen(
            http => http.Request.Path == "/" || http.Request.Path.StartsWithSegments("/__sandbox"),
            own => own.UseRouting().UseEndpoints(pages)
        );
        app.Run(service);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new IOException($"The {name} sandbox cannot listen: port {endpoint.Port} is taken.", exception);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new SandboxServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    // The sandbox is a part of a process: signals belong to whoever started that.
    sealed class Unattached : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
