namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>In what a request is answered.</summary>
/// <param name="Division">The administration of the address; the user's own for addresses without one.</param>
/// <param name="Root">Scheme and host as the caller sees them, then <c>/api/v1/</c> and the administration.</param>
internal sealed record Scope(ExactOnlineState State, Division Division, string Root, ErrorLanguage Language)
{
    /// <summary>Scheme and host as the caller sees them.</summary>
    public string Host => Root[..Root.IndexOf("/api/v1", StringComparison.Ordinal)];

    /// <summary>The app that calls.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The last entry that was there when the request arrived.</summary>
    public int ArrivedAfter { get; init; } = int.MaxValue;

    /// <summary>A subscription made by this request, which must be confirmed before it is answered.</summary>
    public WebhookSubscription? ToConfirm { get; set; }

    public ExactOnlineSwitches Switches => State.Switches;
}
