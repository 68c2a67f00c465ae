using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>
/// A stand-in for Teamleader Focus on loopback: a real HTTP server that plays both <c>api.focus.teamleader.eu</c> and
/// <c>focus.teamleader.eu</c>. Disposing it stops the server; the state stays as it is.
/// </summary>
public sealed class TeamleaderSandbox : IAsyncDisposable
{
    readonly WebApplication _app;

    TeamleaderSandbox(WebApplication app, TeamleaderState state)
    {
        _app = app;
        State = state;
        Url = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        );
    }

    /// <summary>The base address of API and authorisation alike.</summary>
    public Uri Url { get; }

    /// <summary>The account that is served.</summary>
    public TeamleaderState State { get; }

    /// <summary>Starts to serve a state; answers once calls are accepted.</summary>
    /// <param name="state">The account to serve; it may be added to while it is served.</param>
    /// <param name="options">Port, budget and switches.</param>
    /// <param name="clock">Drives the budget and the Date header; tokens live by the state's clock.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<TeamleaderSandbox> StartAsync(
        TeamleaderState state,
        TeamleaderSandboxOptions options,
        TimeProvider clock,
        CancellationToken ct
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
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        TeamleaderPipeline.Map(app, state, options, clock);
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new IOException($"The Teamleader sandbox cannot listen: port {options.Port} is taken.", exception);
        }
        return new TeamleaderSandbox(app, state);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    /// <summary>The program that starts the sandbox listens to signals, the sandbox does not.</summary>
    sealed class Unattached : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
