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

    /// <summary>How the sandbox answers what the service leaves undocumented. May be replaced at any time.</summary>
    public TeamleaderSwitches Switches { get; set; } = new();
}
