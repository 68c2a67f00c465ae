namespace Bookonce.Sandbox.ExactOnline;

/// <summary>How the sandbox is run.</summary>
public sealed record ExactOnlineSandboxOptions
{
    /// <summary>The port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Calls per app and administration in a clock minute; the service allows 60.</summary>
    public int CallsPerMinute { get; init; } = 60;

    /// <summary>Calls per app and administration in a day of UTC; the service allows 5,000.</summary>
    public int CallsPerDay { get; init; } = 5000;

    /// <summary>Errors (400, 401, 403, 404) per app, administration and endpoint in an hour; one more blocks the key there.</summary>
    public int ErrorsPerHour { get; init; } = 10;

    /// <summary>The unknowns; null leaves them as the state has them.</summary>
    public ExactOnlineSwitches? Switches { get; init; }

    /// <summary>The language of the texts with which the books refuse.</summary>
    public ErrorLanguage Language { get; init; } = ErrorLanguage.English;

    /// <summary>The registered app.</summary>
    public string ClientId { get; init; } = "sandbox";
    public string ClientSecret { get; init; } = "sandbox";

    /// <summary>The secret that the registered app's webhook messages are signed with.</summary>
    public string WebhookSecret { get; init; } = "sandbox";
}
