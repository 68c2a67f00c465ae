using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>A real server that keeps what is delivered to it.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();

    HookReceiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.Single()}/hooks/k7";

    /// <summary>What it answers, in turn; after the last one 200.</summary>
    public Queue<int> Statuses { get; } = [];

    public static async Task<HookReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new HookReceiver(builder.Build());
        receiver._app.Run(async http =>
        {
            Assert.Equal("application/json", http.Request.ContentType);
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
            http.Response.StatusCode = receiver.Statuses.TryDequeue(out var status) ? status : 200;
            receiver._received.Writer.TryWrite(body);
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    public async Task<JsonElement> Next() =>
        await _received.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

    public async Task<string> NextType() => (await Next()).GetProperty("type").GetString()!;

    public bool IsEmpty => _received.Reader.Count == 0;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
