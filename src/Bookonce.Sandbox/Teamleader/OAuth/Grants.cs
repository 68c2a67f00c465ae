namespace Bookonce.Sandbox.Teamleader.OAuth;

/// <summary>What consent gave out: codes, and chains of an access and a refresh token. Guarded by the state's lock.</summary>
internal sealed class Grants(TimeProvider clock, SeededIds ids)
{
    static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Idleness = TimeSpan.FromDays(90);
    public static readonly TimeSpan AccessLife = TimeSpan.FromHours(1);

    readonly Dictionary<string, Code> _codes = [];
    readonly Dictionary<string, Access> _access = [];
    readonly Dictionary<string, Chain> _refresh = [];

    sealed record Code(string ClientId, string RedirectUri, Guid UserId, DateTimeOffset Expires);

    sealed record Access(Guid UserId, DateTimeOffset Expires);

    sealed record Chain(string ClientId, Guid UserId, string AccessToken, DateTimeOffset Since);

    /// <summary>A new pair of tokens.</summary>
    public sealed record Pair(string AccessToken, string RefreshToken);

    public string Authorize(string clientId, string redirectUri, Guid userId)
    {
        var code = ids.NextSecret();
        _codes[code] = new Code(clientId, redirectUri, userId, clock.GetUtcNow() + CodeLife);
        return code;
    }

    /// <summary>The pair for a code that is known, unexpired, unused, and asked for as it was given out; else null.</summary>
    public Pair? Redeem(string clientId, string code, string redirectUri)
    {
        if (!_codes.TryGetValue(code, out var grant))
            return null;
        if (grant.ClientId != clientId || grant.RedirectUri != redirectUri)
            return null;
        _codes.Remove(code);
        return clock.GetUtcNow() < grant.Expires ? Issue(clientId, grant.UserId) : null;
    }

    /// <summary>The next pair of a chain; the refresh token it is asked with is dead from then on. Null for a dead or foreign one.</summary>
    public Pair? Refresh(string clientId, string refreshToken, TeamleaderSwitches switches)
    {
        if (!_refresh.TryGetValue(refreshToken, out var chain) || chain.ClientId != clientId)
            return null;
        _refresh.Remove(refreshToken);
        if (switches.AccessAfterRefresh == AccessAfterRefresh.Dies)
            _access.Remove(chain.AccessToken);
        var idle = clock.GetUtcNow() - chain.Since;
        if (switches.IdleRefreshToken == IdleRefreshToken.DiesAfterNinetyDays && idle >= Idleness)
            return null;
        return Issue(clientId, chain.UserId);
    }

    /// <summary>Whom a living access token acts as.</summary>
    /// <param name="at">When the call came in; null is now.</param>
    public Guid? UserOf(string accessToken, DateTimeOffset? at = null) =>
        _access.TryGetValue(accessToken, out var access) && (at ?? clock.GetUtcNow()) < access.Expires
            ? access.UserId
            : null;

    /// <summary>Ends every chain, as uninstalling the integration does.</summary>
    public void Revoke()
    {
        _codes.Clear();
        _access.Clear();
        _refresh.Clear();
    }

    Pair Issue(string clientId, Guid userId)
    {
        var now = clock.GetUtcNow();
        foreach (var (token, _) in _access.Where(each => each.Value.Expires <= now).ToList())
            _access.Remove(token);

        var pair = new Pair(ids.NextSecret(), ids.NextSecret());
        _access[pair.AccessToken] = new Access(userId, now + AccessLife);
        _refresh[pair.RefreshToken] = new Chain(clientId, userId, pair.AccessToken, now);
        return pair;
    }
}
