using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bookonce.Clients.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed record Received(
    string Verb,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    string Raw
)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}

/// <summary>An answer to give; <see cref="Dropped"/> closes the connection instead.</summary>
internal sealed record Reply(int Status, string Body = "", string Type = "application/json")
{
    public static readonly Reply Dropped = new(0);

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static Reply Json(string body, int status = 200) => new(status, body);

    public Reply With(string header, object value)
    {
        Headers[header] = FormattableString.Invariant($"{value}");
        return this;
    }
}

/// <summary>A web server on a real socket that answers as a test says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> received = new();
    private int busy;

    private ScriptedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(Answer);
    }

    /// <summary>What is answered; set by the test.</summary>
    public Func<Received, Task<Reply>> On { get; set; } = _ => Task.FromResult(new Reply(404));

    public IReadOnlyList<Received> Requests => [.. received];

    /// <summary>The most requests that were ever in the server at the same time.</summary>
    public int MostAtOnce { get; private set; }

    public Uri Url => new(app.Urls.Single());

    public static async Task<ScriptedServer> StartAsync()
    {
        var server = new ScriptedServer();
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Answers one after the other; the last one again and again.</summary>
    public void Script(params Reply[] replies)
    {
        var next = new Queue<Reply>(replies);
        On = _ => Task.FromResult(next.Count > 1 ? next.Dequeue() : next.Peek());
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref busy));
        try
        {
            var request = await Read(context.Request);
            received.Enqueue(request);
            var reply = await On(request);
            if (reply == Reply.Dropped)
            {
                // An orderly end, not a reset: it is what makes the framework repeat a request on its own.
                context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Both);
                context.Abort();
                return;
            }

            context.Response.StatusCode = reply.Status;
            foreach (var (name, value) in reply.Headers)
                context.Response.Headers[name] = value;
            if (reply.Body.Length == 0)
                return;

            context.Response.ContentType = reply.Type;
            await context.Response.WriteAsync(reply.Body);
        }
        finally
        {
            Interlocked.Decrement(ref busy);
        }
    }

    private static async Task<Received> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var headers = request.Headers.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var raw = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}";
        return new Received(
            request.Method,
            request.Path,
            Uri.UnescapeDataString(request.QueryString.Value ?? ""),
            headers,
            await reader.ReadToEndAsync(),
            raw
        );
    }
}
