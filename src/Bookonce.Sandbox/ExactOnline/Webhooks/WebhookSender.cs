using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Posts messages to subscribers by the service's clock until it is disposed.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ExactOnlineState state;
    private readonly byte[] secret;
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim stirred = new(0);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
    private readonly Lock starting = new();
    private Task? running;
    private bool isDisposed;

    public WebhookSender(ExactOnlineState state, string secret)
    {
        (this.state, this.secret) = (state, Encoding.UTF8.GetBytes(secret));
        state.Outbox.Stirred = Stir;
    }

    /// <summary>The empty first message: a subscription holds only if the address answers it with 200 or 201.</summary>
    public Task<bool> Greet(Uri callbackUrl) => Post(callbackUrl, "");

    /// <summary>Sends nothing more.</summary>
    public void Stop()
    {
        if (!isDisposed)
            stopping.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        await stopping.CancelAsync();
        if (running is { } underWay)
        {
#pragma warning disable VSTHRD003 // It waits for nothing of the caller's.
            await underWay;
#pragma warning restore VSTHRD003
        }
        state.Outbox.Stirred = null;
        http.Dispose();
        stirred.Dispose();
        stopping.Dispose();
    }

    /// <summary>Where nobody subscribes, nothing runs beside the calls.</summary>
    private void Stir()
    {
        stirred.Release();
        lock (starting)
            running ??= Run();
    }

    private async Task Run()
    {
        await Task.Yield();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                IReadOnlyList<WebhookMessage> due;
                lock (state.Gate)
                    due = state.Outbox.TakeDue(state.Clock.GetUtcNow());
                await Task.WhenAll(due.Select(Deliver));
                if (due is [])
                    await Rest();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
    }

    private async Task Deliver(WebhookMessage message)
    {
        var isDelivered = await Post(message.Subscription.CallbackUrl, Sign(message.Content));
        if (isDelivered)
            return;
        lock (state.Gate)
            state.Outbox.Failed(message, state.Clock.GetUtcNow());
    }

    // The timer is there before the last look, so that a clock moved in between is not missed.
    private async Task Rest()
    {
        using var timer = state.Clock.CreateTimer(
            _ => stirred.Release(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        lock (state.Gate)
        {
            if (state.Outbox.NextDue is { } next)
            {
                var left = next - state.Clock.GetUtcNow();
                if (left <= TimeSpan.Zero)
                    return;
                timer.Change(left, Timeout.InfiniteTimeSpan);
                if (next <= state.Clock.GetUtcNow())
                    return;
            }
        }
        await stirred.WaitAsync(stopping.Token);
    }

    private string Sign(string content)
    {
        var hash = Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(content)));
        return $$"""{"Content":{{content}},"HashCode":"{{hash}}"}""";
    }

    private async Task<bool> Post(Uri url, string body)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(url, content, stopping.Token);
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created;
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
}
