using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>webhooks/WebhookSubscriptions and webhooks/WebhookTopics.</summary>
internal static class Webhooks
{
    // Before what reads it.
    private static TopicRow[] AllTopics { get; } =
    [.. Enum.GetValues<WebhookTopic>().Select(topic => new TopicRow(topic))];

    private static EntityType Type { get; } =
        new Table<WebhookSubscription>("WebhookSubscription", "ID")
            .Writable("ID:g, CallbackURL:s, Topic:s, IsInstant:b")
            .ReadOnly("ClientID:g, UserID:g, Description:s, Division:i32")
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("CallbackURL", row => row.CallbackUrl.OriginalString)
            .Get("Topic", row => row.Topic.ToString())
            .Get("IsInstant", row => row.Kept("IsInstant") ?? false)
            .Get("ClientID", row => ClientId(row.ClientId))
            .Get("UserID", row => row.Creator.Id)
            .Get("Description", row => row.ClientId)
            .Build();

    public static EntitySet Subscriptions { get; } =
        new(
            "webhooks/WebhookSubscriptions",
            Type,
            new ListSource<WebhookSubscription>(
                scope => scope.Division.WebhookRows.Ordered.Where(row => row.IsConfirmed || row == scope.ToConfirm),
                row => row.Id
            )
        )
        {
            Post = Post,
            Delete = (scope, row) => scope.Division.DeleteWebhook((WebhookSubscription)row),
        };

    public static EntitySet Topics { get; } =
        new(
            "webhooks/WebhookTopics",
            new Table<TopicRow>("WebhookTopic", "Topic")
                .ReadOnly("Topic:s, Description:s, ID:g")
                .Get("Topic", row => row.Topic.ToString())
                .Get("Description", row => row.Topic.ToString())
                .Get("ID", row => TopicId(row.Topic))
                .Build(),
            new ListSource<TopicRow>(_ => AllTopics, row => row.Topic.ToString())
        );

    private static WebhookSubscription Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var topic = rules.Mandatory(body, "Topic", "Topic");
        var address = rules.Mandatory(body, "CallbackURL", "Callback-URL");
        var isTopic =
            Enum.TryParse<WebhookTopic>(topic, out var known) && Enum.IsDefined(known) && !char.IsDigit(topic[0]);
        if (topic is not "" && !isTopic)
            rules.Refuse(Refusal.UnknownReference("Topic", "Topic"));
        // The service wants https on the app's own domain; a sandbox must also reach the developer's machine.
        var isAddress =
            Uri.TryCreate(address, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
        if (address is not "" && !isAddress)
            rules.Refuse(Refusal.Invalid("Callback-URL", "CallbackURL"));
        if (body.Flag("IsInstant") is true && known != WebhookTopic.GoodsDeliveries)
            rules.Refuse(Refusal.NotAllowed("IsInstant", "IsInstant"));
        rules.ThrowIfAny();
        scope.ToConfirm = scope.Division.AddWebhook(known, url!, scope.ClientId, $"{scope.Host}/api/v1");
        return scope.ToConfirm.Keeping(body, Type);
    }

    // The sandbox's app goes by a name; the service's apps by an id.
    private static Guid ClientId(string name) =>
        Guid.TryParse(name, out var id)
            ? id
            : new Guid(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)
            );

    private static Guid TopicId(WebhookTopic topic) => ClientId($"topic {topic}");

    private sealed record TopicRow(WebhookTopic Topic);
}
