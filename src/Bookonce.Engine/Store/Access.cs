namespace Bookonce.Engine.Store;

/// <summary>The two services.</summary>
public enum Vendor
{
    /// <summary>Teamleader Focus.</summary>
    Teamleader,

    /// <summary>Exact Online.</summary>
    ExactOnline,
}

/// <summary>A pair of tokens. Both are secrets.</summary>
/// <param name="AccessToken">Sent with every call.</param>
/// <param name="RefreshToken">Good for one refresh.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="ExpiresIn">How long the access token lives.</param>
public sealed record AccessTokens(
    string AccessToken,
    string RefreshToken,
    DateTimeOffset ReceivedAt,
    TimeSpan ExpiresIn
);

/// <summary>One chain of tokens of one user and app, used by one or more connections.</summary>
public sealed record Access
{
    /// <summary>Our id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc cref="Store.Vendor"/>
    public required Vendor Vendor { get; init; }

    /// <summary>Where calls go.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>Where people consent and tokens come from; Exact has one address for both.</summary>
    public required Uri AuthorizationUrl { get; init; }

    /// <summary>The registered app.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its secret; stored encrypted.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Who consented, for the page; empty before the consent.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The vendor's id of the account or user who consented: a reconnect must come to the same.</summary>
    public string Account { get; init; } = "";

    /// <summary>The chain; null before the consent. Stored encrypted.</summary>
    public AccessTokens? Tokens { get; init; }

    /// <summary>Whether the service said that the chain is over: only a new consent helps, and nothing is asked again.</summary>
    public bool HasEnded { get; init; }
}

/// <summary>The turn to refresh the tokens of an access, which only one process has at a time.</summary>
/// <param name="Number">Higher for every later turn.</param>
/// <param name="SavedBefore">The turn that saved the pair which this one is to replace.</param>
public readonly record struct RefreshTurn(long Number, long SavedBefore);
