namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>A chain of tokens: one user's consent to one app, carried on from refresh to refresh.</summary>
internal sealed class TokenChain(string clientId)
{
    public string ClientId { get; } = clientId;
    public string RefreshToken { get; set; } = "";
    public string? PreviousRefreshToken { get; set; }
    public DateTimeOffset Issued { get; set; }

    /// <summary>Whether anything of the latest pair was used.</summary>
    public bool LatestWasUsed { get; set; }
    public bool HasEnded { get; set; }
}

/// <summary>A pair of tokens as handed out.</summary>
internal sealed record TokenPair(string AccessToken, string RefreshToken);

/// <summary>The token endpoint says no.</summary>
internal sealed record TokenRefusal(int Status, string Error, string Description)
{
    public string? Reason { get; init; }

    /// <summary>A new refresh token that comes along with the refusal, or null.</summary>
    public string? RefreshToken { get; init; }
}

/// <summary>Codes and tokens. Official: code 3 minutes and once, access token 600 s, refresh after 570 s, 30 days.</summary>
internal sealed class Tokens(ExactOnlineState state)
{
    public const int LifetimeSeconds = 600;
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan EarliestRefresh = TimeSpan.FromSeconds(570);
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(30);
    private readonly Dictionary<string, (string ClientId, string RedirectUri, DateTimeOffset Until)> codes = [];
    private readonly Dictionary<string, (TokenChain Chain, DateTimeOffset Until)> accessTokens = [];
    private readonly Dictionary<string, TokenChain> refreshTokens = [];

    private DateTimeOffset Now => state.Clock.GetUtcNow();

    public string NewCode(string clientId, string redirectUri)
    {
        // The exclamation mark must survive the address: a client that forgets to decode it fails here too.
        var code = $"stamp001.{state.NextText(40)}!{state.NextText(24)}";
        codes[code] = (clientId, redirectUri, Now + CodeLifetime);
        return code;
    }

    public (TokenPair? Pair, TokenRefusal? Refusal) Exchange(string clientId, string code, string redirectUri)
    {
        if (
            !codes.Remove(code, out var issued)
            || issued.ClientId != clientId
            || issued.RedirectUri != redirectUri
            || Now > issued.Until
        )
            return (null, InvalidChain);
        if (state.Switches.SecondAuthorization == SecondAuthorization.EndsEarlierChain)
        {
            foreach (var earlier in refreshTokens.Values.Where(chain => chain.ClientId == clientId))
                earlier.HasEnded = true;
        }
        return (Issue(new TokenChain(clientId)), null);
    }

    public (TokenPair? Pair, TokenRefusal? Refusal) Refresh(string clientId, string refreshToken)
    {
        if (!refreshTokens.TryGetValue(refreshToken, out var chain) || chain.ClientId != clientId || chain.HasEnded)
            return (null, InvalidChain);
        var isOld = refreshToken != chain.RefreshToken;
        if (isOld && !IsInGrace(chain, refreshToken))
            return (null, new TokenRefusal(401, "unauthorized_client", "Old refresh token used."));
        if (!isOld && Now < chain.Issued + EarliestRefresh)
        {
            var left = (int)(chain.Issued + EarliestRefresh - Now).TotalSeconds;
            var refusal =
                state.Switches.EarlyRefreshAnswer == EarlyRefreshAnswer.Unauthorized
                    ? new TokenRefusal(401, "access_denied", "Access Token not expired")
                    : new TokenRefusal(400, "access_denied", "Rate limit exceeded: access_token not expired");
            return (
                null,
                refusal with
                {
                    Reason = $"TooEarlyToRefreshTokens: {left} s",
                    RefreshToken = state.Switches.EarlyRefreshRotates ? Rotate(chain) : null,
                }
            );
        }
        if (Now > chain.Issued + RefreshLifetime)
        {
            var text = FormattableString.Invariant(
                $"The refresh token expired at {chain.Issued + RefreshLifetime:u} and it is now {Now:u}."
            );
            return (null, new TokenRefusal(400, "invalid_request", text));
        }
        return (Issue(chain), null);
    }

    /// <summary>The chain of an access token, and whether the token is still good; null for one never issued.</summary>
    /// <param name="at">When the call came in; null is now.</param>
    public (TokenChain Chain, bool IsValid)? Find(string accessToken, DateTimeOffset? at = null)
    {
        if (!accessTokens.TryGetValue(accessToken, out var issued))
            return null;
        var isValid = !issued.Chain.HasEnded && (at ?? Now) < issued.Until;
        issued.Chain.LatestWasUsed |= isValid && issued.Until == issued.Chain.Issued.AddSeconds(LifetimeSeconds);
        return (issued.Chain, isValid);
    }

    /// <summary>Ends every chain, and the codes that could start one.</summary>
    public void Revoke()
    {
        codes.Clear();
        foreach (var chain in refreshTokens.Values)
            chain.HasEnded = true;
    }

    private static TokenRefusal InvalidChain { get; } =
        new(400, "invalid_grant", "Token is not allowed, because of invalid or empty chainId");

    private bool IsInGrace(TokenChain chain, string refreshToken) =>
        state.Switches.OldRefreshToken == OldRefreshToken.GoodUntilSuccessorIsUsed
        && refreshToken == chain.PreviousRefreshToken
        && !chain.LatestWasUsed;

    private string Rotate(TokenChain chain)
    {
        var token = $"stamp001.{state.NextText(400)}";
        (chain.PreviousRefreshToken, chain.RefreshToken) = (chain.RefreshToken, token);
        refreshTokens.Add(token, chain);
        return token;
    }

    private TokenPair Issue(TokenChain chain)
    {
        var pair = new TokenPair($"stamp001.{state.NextText(640)}", $"stamp001.{state.NextText(400)}");
        (chain.PreviousRefreshToken, chain.RefreshToken) = (chain.RefreshToken, pair.RefreshToken);
        (chain.Issued, chain.LatestWasUsed) = (Now, false);
        refreshTokens.Add(pair.RefreshToken, chain);
        accessTokens.Add(pair.AccessToken, (chain, Now.AddSeconds(LifetimeSeconds)));
        return pair;
    }
}
