namespace Bookonce.Sandbox.Teamleader;

public sealed partial record TeamleaderSwitches
{
    /// <summary>Which events booking an invoice fires. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "Which events booking an invoice fires.")]
    public BookingEvents BookingEvents { get; init; }

    /// <summary>Which addresses may be registered. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "Which addresses may be registered.")]
    public WebhookScheme WebhookScheme { get; init; }

    /// <summary>What registering the same address and type again does. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "What registering the same address and type again does.")]
    public WebhookTwice WebhookTwice { get; init; }

    /// <summary>What becomes of registrations when access is revoked. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "What becomes of registrations when access is revoked.")]
    public WebhooksAfterRevocation WebhooksAfterRevocation { get; init; }

    /// <summary>What a delivery says besides type and subject. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "What a delivery says besides type and subject.")]
    public WebhookMembers WebhookMembers { get; init; }

    /// <summary>How often an event is delivered. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "How often an event is delivered.")]
    public WebhookCopies WebhookCopies { get; init; }

    /// <summary>How long after the event it is delivered. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "How long after the event it is delivered.")]
    public WebhookDelay WebhookDelay { get; init; }

    /// <summary>Which deliveries never leave. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "Which deliveries never leave.")]
    public WebhookLoss WebhookLoss { get; init; }

    /// <summary>Whether a delivery that was not answered with 2xx within ten seconds is tried again. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "Whether a delivery that was not answered with 2xx within ten seconds is tried again.")]
    public WebhookRetries WebhookRetries { get; init; }

    /// <summary>The order of deliveries to one address. Section 5.15 of the reference: not documented.</summary>
    [Open("5.15", "ND", "The order of deliveries to one address.")]
    public WebhookOrder WebhookOrder { get; init; }
}

/// <summary>Which events booking an invoice fires.</summary>
public enum BookingEvents
{
    /// <summary><c>invoice.booked</c>.</summary>
    BookedOnly,

    /// <summary><c>invoice.updated</c> too.</summary>
    BookedAndUpdated,
}

/// <summary>Which addresses may be registered.</summary>
public enum WebhookScheme
{
    /// <summary>Both schemes.</summary>
    HttpAndHttps,

    /// <summary>HTTPS only.</summary>
    HttpsOnly,
}

/// <summary>What registering the same address and type again does.</summary>
public enum WebhookTwice
{
    /// <summary>Nothing.</summary>
    Ignored,

    /// <summary>An error.</summary>
    Refused,
}

/// <summary>What becomes of registrations when access is revoked.</summary>
public enum WebhooksAfterRevocation
{
    /// <summary>They stay.</summary>
    LiveOn,

    /// <summary>They are gone.</summary>
    Die,
}

/// <summary>What a delivery says besides type and subject.</summary>
public enum WebhookMembers
{
    /// <summary>Nothing.</summary>
    Pointer,

    /// <summary>A reference to the account.</summary>
    PointerAndAccount,
}

/// <summary>How often an event is delivered.</summary>
public enum WebhookCopies
{
    /// <summary>Once.</summary>
    One,

    /// <summary>Twice.</summary>
    Two,
}

/// <summary>How long after the event it is delivered.</summary>
public enum WebhookDelay
{
    /// <summary>At once.</summary>
    None,

    /// <summary>After half a minute.</summary>
    ThirtySeconds,
}

/// <summary>Which deliveries never leave.</summary>
public enum WebhookLoss
{
    /// <summary>None.</summary>
    None,

    /// <summary>Every second one.</summary>
    EverySecond,

    /// <summary>All.</summary>
    All,
}

/// <summary>Whether a delivery that was not answered with 2xx within ten seconds is tried again.</summary>
public enum WebhookRetries
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Up to three times, a minute apart.</summary>
    Three,
}

/// <summary>The order of deliveries to one address.</summary>
public enum WebhookOrder
{
    /// <summary>As the events happened.</summary>
    AsHappened,

    /// <summary>All at the same time.</summary>
    AsItComes,
}
