using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bookonce.Sandbox.Tests.ExactOnline;

/// <summary>A subscriber of webhooks on a port of its own.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SemaphoreSlim came = new(0);

    private Listener(WebApplication app) => this.app = app;

    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;
    public string Url => $"{app.Urls.First()}/hook";

    public static async Task<Listener> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var listener = new Listener(server);
        server.Run(listener.Receive);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return listener;
    }

    /// <summary>The next message.</summary>
    public async Task<string> Next()
    {
        Assert.True(
            await came.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken),
            "Nothing came."
        );
        Assert.True(Bodies.TryDequeue(out var body));
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        came.Dispose();
    }

    private async Task Receive(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Bodies.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        context.Response.StatusCode = Status;
        came.Release();
    }
}
