using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Webhooks;

/// <summary>Delivers what happens in an account. Nobody waits for it and nobody hears of a delivery that failed.</summary>
internal sealed class WebhookSender(TeamleaderState state, TimeProvider clock, CancellationToken stopping)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);
    static readonly TimeSpan RetryPause = TimeSpan.FromMinutes(1);

    readonly Dictionary<string, Channel<WebhookEvent>> _lines = [];

    /// <summary>Delivers until it is stopped.</summary>
    public async Task Run()
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        try
        {
            await foreach (var happened in state.Events.ReadAllAsync(stopping))
                if (state.Switches.WebhookOrder == WebhookOrder.AsHappened)
                    LineTo(happened.Url, http).TryWrite(happened);
                else
                    _ = Deliver(http, happened);
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops: what is under way is lost.
        }
    }

    /// <summary>What waits for one address: a slow one does not hold up the others.</summary>
    ChannelWriter<WebhookEvent> LineTo(string url, HttpClient http)
    {
        if (!_lines.TryGetValue(url, out var line))
        {
            _lines[url] = line = Channel.CreateUnbounded<WebhookEvent>();
            _ = DeliverInOrder(http, line.Reader);
        }
        return line.Writer;
    }

    async Task DeliverInOrder(HttpClient http, ChannelReader<WebhookEvent> line)
    {
        try
        {
            await foreach (var happened in line.ReadAllAsync(stopping))
                await Deliver(http, happened);
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops.
        }
    }

    async Task Deliver(HttpClient http, WebhookEvent happened)
    {
        var switches = state.Switches;
        try
        {
            var wait = happened.At - clock.GetUtcNow() + (switches.WebhookDelay == WebhookDelay.None ? default : Delay);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stopping);
            var tries = switches.WebhookRetries == WebhookRetries.None ? 1 : 4;
            while (!await TryDeliver(http, happened, switches) && --tries > 0)
                await Task.Delay(RetryPause, clock, stopping);
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops.
        }
    }

    async Task<bool> TryDeliver(HttpClient http, WebhookEvent happened, TeamleaderSwitches switches)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        using var body = new ByteArrayContent(Body(happened, switches));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, happened.Url) { Content = body };
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return answer.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    byte[] Body(WebhookEvent happened, TeamleaderSwitches switches)
    {
        var body = new JsonObject
        {
            ["type"] = happened.Type,
            ["subject"] = Wire.Reference(happened.SubjectType, happened.SubjectId),
        };
        if (switches.WebhookMembers == WebhookMembers.PointerAndAccount)
            body["account"] = Wire.Reference("account", state.AccountId);
        return JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.JsonNode);
    }
}
