namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>An address that wants to hear of an event type; both together are its identity.</summary>
public sealed record Webhook(string Url, string Type);

/// <summary>Something that happened, on its way to one address.</summary>
internal sealed record WebhookEvent(string Url, string Type, string SubjectType, Guid SubjectId, DateTimeOffset At);
