namespace Bookonce.Sandbox.Teamleader;

/// <summary>How a Teamleader sandbox is set up.</summary>
public sealed record TeamleaderSandboxOptions
{
    /// <summary>The loopback port to listen on; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Calls that one integration may make in any sixty seconds; the service allows 200.</summary>
    public int CallsPerMinute { get; init; } = 200;

    /// <summary>Client id of the one registered integration.</summary>
    public string ClientId { get; init; } = "sandbox";

    /// <summary>Its secret.</summary>
    public string ClientSecret { get; init; } = "sandbox";

    /// <summary>The scopes that the integration was registered with, such as <c>invoices</c>; null for all.</summary>
    public IReadOnlySet<string>? Scopes { get; init; }

    /// <summary>How the sandbox answers what the service leaves undocumented at first; the state's own switches count from then on.</summary>
    public TeamleaderSwitches Switches { get; init; } = new();
}
