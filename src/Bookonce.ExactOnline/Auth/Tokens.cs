namespace Bookonce.ExactOnline;

/// <summary>One pair of tokens; store it encrypted.</summary>
/// <param name="AccessToken">Opaque, some 600 characters or more.</param>
/// <param name="RefreshToken">Works once and lives 30 days.</param>
/// <param name="ReceivedAt">When the access token was received (UTC); the 570-second rule counts from here.</param>
/// <param name="ExpiresAt">When the access token ends (UTC).</param>
public sealed record Tokens(
    string AccessToken,
    string RefreshToken,
    DateTimeOffset ReceivedAt,
    DateTimeOffset ExpiresAt
)
{
    /// <summary>Whether Exact said that the chain is over, so that nothing need be asked again before a new consent.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The times only: tokens are never printed.</summary>
    public override string ToString() => $"Tokens received {ReceivedAt:O}, expiring {ExpiresAt:O}";
}
