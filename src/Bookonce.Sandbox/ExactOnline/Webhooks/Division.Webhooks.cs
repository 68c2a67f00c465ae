using System.Globalization;
using System.Text.Json;

namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    internal KeyedRows<Guid, WebhookSubscription> WebhookRows { get; } = new(row => row.Id);

    /// <summary>Who is told of what.</summary>
    public IReadOnlyList<WebhookSubscription> WebhookSubscriptions => Copy(WebhookRows.Ordered);

    /// <summary>Adds a subscription that is not confirmed yet.</summary>
    /// <exception cref="RefusedException">The app has one for this topic already.</exception>
    internal WebhookSubscription AddWebhook(WebhookTopic topic, Uri callbackUrl, string clientId, string root)
    {
        if (WebhookRows.Ordered.Any(row => row.Topic == topic && row.ClientId == clientId))
            throw new RefusedException(Refusal.Exists);
        var row = new WebhookSubscription(new Stamp(NextId(), User.Actor, state.Clock.GetUtcNow()))
        {
            Topic = topic,
            CallbackUrl = callbackUrl,
            ClientId = clientId,
            Root = root,
        };
        WebhookRows.Add(row);
        Touch();
        return row;
    }

    internal void DeleteWebhook(WebhookSubscription subscription)
    {
        WebhookRows.Remove(subscription);
        state.Outbox.Forget(subscription);
        Touch();
    }

    internal void RaiseOf(Entry entry, bool isNew = false, bool isDeleted = false)
    {
        Raise(WebhookTopic.FinancialTransactions, entry.Id, isNew, isDeleted);
        if (entry.Journal.Type == JournalType.General)
            Raise(WebhookTopic.GeneralJournalEntries, entry.Id, isNew, isDeleted);
    }

    internal void Raise(WebhookTopic topic, Guid key, bool isNew = false, bool isDeleted = false)
    {
        if (WebhookRows.Count is 0)
            return;
        var action =
            isDeleted ? "Delete"
            : isNew && Switches.ActionOfNewRow == ActionOfNewRow.Create ? "Create"
            : "Update";
        foreach (var subscription in WebhookRows.Ordered.Where(row => row.Topic == topic && row.IsConfirmed))
        {
            var now = state.Clock.GetUtcNow();
            var message = new WebhookMessage(subscription, Code, action, key, now)
            {
                Content = Content(subscription, action, key, now),
                Due = now,
            };
            state.Outbox.Add(message, state.WebhookCopies?.Invoke(message) ?? 1);
        }
    }

    private string Content(WebhookSubscription subscription, string action, Guid key, DateTimeOffset now)
    {
        var path = subscription.Topic switch
        {
            WebhookTopic.Accounts => "crm/Accounts",
            WebhookTopic.Documents => "documents/Documents",
            WebhookTopic.GeneralJournalEntries => "generaljournalentry/GeneralJournalEntries",
            _ => "financialtransaction/Transactions",
        };
        var created = WallClock
            .Of(now, Switches.SummerTime)
            .ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("Topic", subscription.Topic.ToString());
            json.WriteString("ClientId", subscription.ClientId);
            json.WriteNumber("Division", Code);
            json.WriteString("Action", action);
            json.WriteString("Key", key);
            json.WriteString("ExactOnlineEndpoint", $"{subscription.Root}/{Code}/{path}(guid'{key}')");
            json.WriteString("EventCreatedOn", created);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
