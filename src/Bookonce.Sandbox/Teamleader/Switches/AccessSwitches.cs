namespace Bookonce.Sandbox.Teamleader;

public sealed partial record TeamleaderSwitches
{
    /// <summary>Whether <c>state</c> comes along when the user denies access. Section 2.2 of the reference: not documented.</summary>
    [Open("2.2", "ND", "Whether state comes along when the user denies access.")]
    public DenialState DenialState { get; init; }

    /// <summary>The body of a refused token request. Section 2.4 of the reference: not documented.</summary>
    [Open("2.4", "ND", "The body of a refused token request.")]
    public TokenErrorBody TokenErrors { get; init; }

    /// <summary>Whether an access token lives on after its chain was refreshed. Section 2.3 of the reference: not documented.</summary>
    [Open("2.3", "ND", "Whether an access token lives on after its chain was refreshed.")]
    public AccessAfterRefresh AccessAfterRefresh { get; init; }

    /// <summary>Whether the answer to a refresh arrives. Section 2.3 of the reference: a choice of the sandbox.</summary>
    [Open("2.3", "SB", "Whether the answer to a refresh arrives.")]
    public RefreshAnswer RefreshAnswer { get; init; }

    /// <summary>What consenting again does to the tokens of an earlier consent. Section 2.3 of the reference: not documented.</summary>
    [Open("2.3", "ND", "What consenting again does to the tokens of an earlier consent.")]
    public EarlierChains EarlierChains { get; init; }

    /// <summary>Whether a refresh token that nobody uses is refused some day. Section 2.3 of the reference: not documented.</summary>
    [Open("2.3", "ND", "Whether a refresh token that nobody uses is refused some day.")]
    public IdleRefreshToken IdleRefreshToken { get; init; }
}

/// <summary>Whether <c>state</c> comes along when the user denies access.</summary>
public enum DenialState
{
    /// <summary>It does.</summary>
    Returned,

    /// <summary>It does not.</summary>
    Dropped,
}

/// <summary>The body of a refused token request.</summary>
public enum TokenErrorBody
{
    /// <summary><c>{"errors":[{"status":400,"title":"invalid_grant"}]}</c>.</summary>
    ErrorsArray,

    /// <summary><c>{"error":"invalid_grant"}</c>.</summary>
    PlainOAuth,
}

/// <summary>Whether an access token lives on after its chain was refreshed.</summary>
public enum AccessAfterRefresh
{
    /// <summary>It works until it expires.</summary>
    LivesOn,

    /// <summary>It is refused from then on.</summary>
    Dies,
}

/// <summary>Whether the answer to a refresh arrives.</summary>
public enum RefreshAnswer
{
    /// <summary>It does.</summary>
    Given,

    /// <summary>The tokens change hands, then the connection breaks.</summary>
    Lost,
}

/// <summary>What consenting again does to the tokens of an earlier consent.</summary>
public enum EarlierChains
{
    /// <summary>Nothing.</summary>
    LiveOn,

    /// <summary>They are refused from then on.</summary>
    Die,
}

/// <summary>Whether a refresh token that nobody uses is refused some day.</summary>
public enum IdleRefreshToken
{
    /// <summary>It is not.</summary>
    LivesOn,

    /// <summary>It is, after 90 days.</summary>
    DiesAfterNinetyDays,
}
