namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Messages that are still to be delivered. A failed one is tried ten times more, after 2, 4, 8 … minutes.</summary>
internal sealed class WebhookOutbox
{
    private const int Retries = 10;
    private readonly List<WebhookMessage> pending = [];

    /// <summary>Called when there is something to send or the clock was moved.</summary>
    public Action? Stirred { get; set; }

    public bool IsEmpty => pending.Count is 0;

    /// <summary>How often the most unlucky message has failed.</summary>
    public int Failures => pending.Count is 0 ? 0 : pending.Max(message => message.Failures);

    public DateTimeOffset? NextDue => pending.Count is 0 ? null : pending.Min(message => message.Due);

    public void Add(WebhookMessage message, int copies)
    {
        for (var i = 0; i < copies; i++)
            pending.Add(message with { });
        Stirred?.Invoke();
    }

    public IReadOnlyList<WebhookMessage> TakeDue(DateTimeOffset now)
    {
        var due = pending.Where(message => message.Due <= now).ToArray();
        pending.RemoveAll(message => message.Due <= now);
        return due;
    }

    /// <summary>Puts a message back that could not be delivered, unless that was the last try.</summary>
    public void Failed(WebhookMessage message, DateTimeOffset now)
    {
        message.Failures++;
        if (message.Failures > Retries)
            return;
        message.Due = now + TimeSpan.FromMinutes(1 << message.Failures);
        pending.Add(message);
    }

    public void Forget(WebhookSubscription subscription) =>
        pending.RemoveAll(message => message.Subscription == subscription);
}
