namespace Bookonce.Teamleader;

/// <summary>One pair of tokens; store it encrypted.</summary>
/// <param name="AccessToken">Opaque.</param>
/// <param name="RefreshToken">Works once.</param>
/// <param name="ExpiresAt">When the access token ends (UTC).</param>
public sealed record Tokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether Teamleader said that the chain is over, so that nothing need be asked again before a new consent.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The time only: tokens are never printed.</summary>
    public override string ToString() => $"Tokens expiring {ExpiresAt:O}";
}
