using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Tests.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.Faults;

public sealed class WebhookFaultTests : IDisposable
{
    readonly HttpListener _listener = new();
    readonly string _url;

    public WebhookFaultTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hook/";
        free.Stop();
        _listener.Prefixes.Add(_url);
        _listener.Start();
    }

    public void Dispose() => _listener.Close();

    async Task<Visitor> Arrive(string kind)
    {
        var visitor = await Visitor.Arrive(new SandboxOptions { World = WorldSize.Empty });
        var state = visitor.Host.TeamleaderState;
        lock (state.Gate)
            state.Webhooks.Add(new Webhook(_url, "invoice.booked"));
        using var set = await visitor.Post(
            "/__sandbox/faults",
            $$"""{"rules":[{"kind":"{{kind}}","service":"teamleader","path":"*/hook/","calls":[1]}]}"""
        );
        Assert.True(set.IsSuccessStatusCode);
        return visitor;
    }

    /// <summary>What the next message is about.</summary>
    async Task<Guid> Subject()
    {
        var call = await _listener.GetContextAsync().WaitAsync(TestContext.Current.CancellationToken);
        using var body = await JsonDocument.ParseAsync(call.Request.InputStream);
        call.Response.Close();
        return body.RootElement.GetProperty("subject").GetProperty("id").GetGuid();
    }

    [Fact]
    public async Task A_missing_webhook_is_never_sent_and_the_next_one_is()
    {
        await using var visitor = await Arrive("webhookMissing");
        var (first, second) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        visitor.Host.TeamleaderState.Raise("invoice.booked", first);
        visitor.Host.TeamleaderState.Raise("invoice.booked", second);
        Assert.Equal(second, await Subject());
        Assert.Single(visitor.Host.Faults.Injected);
    }

    [Fact]
    public async Task A_duplicated_webhook_is_sent_twice()
    {
        await using var visitor = await Arrive("webhookDuplicated");
        var subject = new Guid(1, 0, 0, new byte[8]);
        visitor.Host.TeamleaderState.Raise("invoice.booked", subject);
        Assert.Equal(subject, await Subject());
        Assert.Equal(subject, await Subject());
    }
}
