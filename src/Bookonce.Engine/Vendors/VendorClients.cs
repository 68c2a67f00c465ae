using System.Collections.Concurrent;
using Bookonce.Engine.Store;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Vendors;

/// <summary>
/// Makes clients of the two services. One chain of tokens per access is shared by all clients of this process, so that
/// one refresh happens at a time; every run gets clients of its own, which count its calls.
/// </summary>
/// <param name="store">Keeps the tokens.</param>
/// <param name="handler">Sends requests; not disposed here.</param>
/// <param name="clock">The clock of tokens and limits.</param>
public sealed class VendorClients(IStore store, HttpMessageHandler handler, TimeProvider clock)
{
    readonly ConcurrentDictionary<Guid, ExactOnline.TokenChain> exactChains = new();
    readonly ConcurrentDictionary<Guid, Teamleader.TokenChain> teamleaderChains = new();

    /// <summary>A client of Exact Online.</summary>
    /// <param name="access">The access.</param>
    /// <param name="redirect">Where consent comes back to; only needed while connecting.</param>
    /// <param name="onWait">Told when a call waits for the allowance, and until when.</param>
    public ExactOnlineClient Exact(Access access, Uri? redirect = null, Action<DateTimeOffset>? onWait = null)
    {
        var settings = ExactSettings(access, redirect) with { OnWait = onWait };
        return new ExactOnlineClient(settings, ExactChain(access, redirect), handler, clock);
    }

    /// <summary>A client of Teamleader Focus.</summary>
    /// <inheritdoc cref="Exact"/>
    public TeamleaderClient Teamleader(Access access, Uri? redirect = null, Action<DateTimeOffset>? onWait = null)
    {
        var settings = TeamleaderSettings(access, redirect) with { OnWait = onWait };
        return new TeamleaderClient(settings, TeamleaderChain(access, redirect), handler, clock);
    }

    /// <summary>The chain of an Exact access. A consent has its own, because it alone knows where to come back to.</summary>
    internal ExactOnline.TokenChain ExactChain(Access access, Uri? redirect = null) =>
        redirect is null
            ? exactChains.GetOrAdd(access.Id, _ => NewExactChain(access, null))
            : NewExactChain(access, redirect);

    /// <inheritdoc cref="ExactChain"/>
    internal Teamleader.TokenChain TeamleaderChain(Access access, Uri? redirect = null) =>
        redirect is null
            ? teamleaderChains.GetOrAdd(access.Id, _ => NewTeamleaderChain(access, null))
            : NewTeamleaderChain(access, redirect);

    /// <summary>Forgets the chain of an access whose consent was just given again.</summary>
    internal void Forget(Guid access)
    {
        exactChains.TryRemove(access, out _);
        teamleaderChains.TryRemove(access, out _);
    }

    ExactOnline.TokenChain NewExactChain(Access access, Uri? redirect) =>
        new(
            ExactSettings(access, redirect),
            handler,
            clock,
            async stop =>
                await Tokens(access.Id, stop) is { } stored
                    ? new ExactOnline.Tokens(
                        stored.AccessToken,
                        stored.RefreshToken,
                        stored.ReceivedAt,
                        stored.ReceivedAt + stored.ExpiresIn
                    )
                    : null,
            (tokens, stop) =>
                Save(access.Id, tokens.AccessToken, tokens.RefreshToken, tokens.ReceivedAt, tokens.ExpiresAt, stop)
        );

    Teamleader.TokenChain NewTeamleaderChain(Access access, Uri? redirect) =>
        new(
            TeamleaderSettings(access, redirect),
            handler,
            clock,
            async stop =>
                await Tokens(access.Id, stop) is { } stored
                    ? new Teamleader.Tokens(
                        stored.AccessToken,
                        stored.RefreshToken,
                        stored.ReceivedAt + stored.ExpiresIn
                    )
                    : null,
            (tokens, stop) =>
                Save(access.Id, tokens.AccessToken, tokens.RefreshToken, clock.GetUtcNow(), tokens.ExpiresAt, stop)
        );

    async Task<AccessTokens?> Tokens(Guid access, CancellationToken stop) =>
        (await store.FindAccess(access, stop))?.Tokens;

    Task Save(
        Guid access,
        string accessToken,
        string refreshToken,
        DateTimeOffset at,
        DateTimeOffset until,
        CancellationToken stop
    ) => store.SaveTokens(access, new AccessTokens(accessToken, refreshToken, at, until - at), stop);

    static ExactOnlineSettings ExactSettings(Access access, Uri? redirect) =>
        new()
        {
            BaseUrl = access.ApiUrl,
            ClientId = access.ClientId,
            ClientSecret = access.ClientSecret,
            RedirectUri = redirect ?? access.ApiUrl,
        };

    static TeamleaderSettings TeamleaderSettings(Access access, Uri? redirect) =>
        new()
        {
            ApiUrl = access.ApiUrl,
            AuthorizationUrl = access.AuthorizationUrl,
            ClientId = access.ClientId,
            ClientSecret = access.ClientSecret,
            RedirectUri = redirect ?? access.ApiUrl,
        };
}
