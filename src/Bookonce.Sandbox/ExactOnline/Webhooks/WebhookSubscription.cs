namespace Bookonce.Sandbox.ExactOnline;

/// <summary>What an app can be told of (webhooks/WebhookTopics). The sandbox raises the first four.</summary>
public enum WebhookTopic
{
    Accounts,
    Documents,
    FinancialTransactions,
    GeneralJournalEntries,
    BankAccounts,
    Contacts,
    CostTransactions,
    GoodsDeliveries,
    Items,
    PurchaseOrders,
    Quotations,
    SalesInvoices,
    SalesOrders,
    StockPositions,
    TimeTransactions,
}

/// <summary>One app's wish to be told of one topic of an administration.</summary>
public sealed class WebhookSubscription : Row
{
    internal WebhookSubscription(Stamp stamp)
        : base(stamp) { }

    public required WebhookTopic Topic { get; init; }

    /// <summary>Where the messages are posted to.</summary>
    public required Uri CallbackUrl { get; init; }
    public required string ClientId { get; init; }

    /// <summary>Scheme, host and <c>/api/v1</c> as the app addressed them, for the links in messages.</summary>
    internal string Root { get; init; } = "";

    /// <summary>Whether the address answered the empty first message.</summary>
    internal bool IsConfirmed { get; set; }
}

/// <summary>One message to a subscriber.</summary>
/// <param name="Action">Create, Update or Delete.</param>
/// <param name="Key">The row that it is about.</param>
public sealed record WebhookMessage(
    WebhookSubscription Subscription,
    int Division,
    string Action,
    Guid Key,
    DateTimeOffset CreatedOn
)
{
    /// <summary>The signed part, as sent.</summary>
    internal string Content { get; init; } = "";

    /// <summary>When to send it (again).</summary>
    internal DateTimeOffset Due { get; set; }

    /// <summary>How often it failed.</summary>
    internal int Failures { get; set; }
}
