namespace Bookonce.Teamleader;

/// <summary>One pair of tokens; store it encrypted.</summary>
/// <param name="AccessToken">Opaque.</param>
/// <param name="RefreshToken">Works once.</param>
/// <param name="ExpiresAt">When the access token ends (UTC).</param>
public sealed record Tokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt)
{
    /// <summary>The time only: tokens are never printed.</summary>
    public override string ToString() => $"Tokens expiring {ExpiresAt:O}";
}
