using System.Threading.Channels;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader;

public sealed partial class TeamleaderState
{
    readonly Channel<WebhookEvent> _events = Channel.CreateUnbounded<WebhookEvent>();
    int _happened;

    /// <summary>Registrations by address, then type.</summary>
    internal SortedSet<Webhook> Webhooks { get; } =
        new(
            Comparer<Webhook>.Create(
                (a, b) =>
                    string.CompareOrdinal(a.Url, b.Url) is not 0 and var order
                        ? order
                        : string.CompareOrdinal(a.Type, b.Type)
            )
        );

    /// <summary>How many copies of an event go to an address, if not what the switches say. Asked while the state is locked.</summary>
    internal Func<string, int?>? CopiesTo { get; set; }

    /// <summary>What is to be delivered, in the order in which it happened.</summary>
    internal ChannelReader<WebhookEvent> Events => _events.Reader;

    /// <summary>The registered webhooks by address and type.</summary>
    public IReadOnlyList<Webhook> RegisteredWebhooks => Snapshot(Webhooks);

    /// <summary>Tells everybody who registered for it that something happened, unless a switch loses the message.</summary>
    /// <param name="type">Such as <c>invoice.booked</c>; what stands before the dot is the type of the subject.</param>
    /// <param name="subject">What it happened to.</param>
    public void Raise(string type, Guid subject)
    {
        lock (Gate)
            foreach (var webhook in Webhooks.Where(webhook => webhook.Type == type))
                Send(
                    new WebhookEvent(
                        webhook.Url,
                        type,
                        type[..type.IndexOf('.', StringComparison.Ordinal)],
                        subject,
                        Now
                    )
                );
    }

    void Send(WebhookEvent happened)
    {
        var lost = Switches.WebhookLoss switch
        {
            WebhookLoss.None => false,
            WebhookLoss.EverySecond => ++_happened % 2 == 0,
            WebhookLoss.All => true,
        };
        for (
            var copies =
                CopiesTo?.Invoke(happened.Url) is { } told ? told
                : lost ? 0
                : Switches.WebhookCopies == WebhookCopies.Two ? 2
                : 1;
            copies > 0;
            copies--
        )
            _events.Writer.TryWrite(happened);
    }
}
