using System.Collections.Concurrent;
using Bookonce.Engine.Store;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;
using Budget = Bookonce.Domain.Budgets.Budget;

namespace Bookonce.Engine.Vendors;

/// <summary>
/// Makes clients of the two services. All clients of this process share one chain of tokens per access and one budget per
/// app; every run gets clients of its own, which count its calls.
/// </summary>
/// <param name="store">Keeps tokens and budgets, and lets processes take turns.</param>
/// <param name="handler">Sends requests; not disposed here.</param>
/// <param name="clock">The clock of tokens and limits.</param>
public sealed class VendorClients(IStore store, HttpMessageHandler handler, TimeProvider clock)
{
    readonly ConcurrentDictionary<Guid, ExactOnline.TokenChain> exactChains = new();
    readonly ConcurrentDictionary<Guid, Teamleader.TokenChain> teamleaderChains = new();
    readonly Budgets budgets = new(store, clock);

    /// <summary>A client of Exact Online.</summary>
    /// <param name="access">The access.</param>
    /// <param name="redirect">Where consent comes back to; only needed while connecting.</param>
    /// <param name="onWait">Told when a call waits for the allowance, and until when.</param>
    public ExactOnlineClient Exact(Access access, Uri? redirect = null, Action<DateTimeOffset>? onWait = null)
    {
        var settings = ExactSettings(access, redirect) with { OnWait = onWait };
        return new ExactOnlineClient(settings, ExactChain(access, redirect), handler, clock, budgets.Exact(access));
    }

    /// <summary>A client of Teamleader Focus.</summary>
    /// <inheritdoc cref="Exact"/>
    public TeamleaderClient Teamleader(Access access, Uri? redirect = null, Action<DateTimeOffset>? onWait = null)
    {
        var settings = TeamleaderSettings(access, redirect) with { OnWait = onWait };
        return new TeamleaderClient(
            settings,
            TeamleaderChain(access, redirect),
            handler,
            clock,
            budgets.Teamleader(access)
        );
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

    /// <summary>What is left for calls to Exact Online in a division, as last stated, here or by an earlier process.</summary>
    public Task<Budget> ExactBudget(Access access, int division, CancellationToken stop = default) =>
        budgets.OfExact(access, division, stop);

    /// <summary>What is left for calls to Teamleader.</summary>
    /// <inheritdoc cref="ExactBudget"/>
    public Task<Budget> TeamleaderBudget(Access access, CancellationToken stop = default) =>
        budgets.OfTeamleader(access, stop);

    /// <summary>Writes both budgets down, so that they are right after a restart.</summary>
    internal async Task KeepBudgets(Access exact, int division, Access teamleader)
    {
        await KeepBudget(exact, division);
        await budgets.Teamleader(teamleader).Keep();
    }

    /// <summary>The same where only Exact was called.</summary>
    internal Task KeepBudget(Access exact, int division) => budgets.Exact(exact).Keep(division);

    ExactOnline.TokenChain NewExactChain(Access access, Uri? redirect)
    {
        var memory = new TokenMemory(store, access.Id, clock);
        return new ExactOnline.TokenChain(
            ExactSettings(access, redirect),
            handler,
            clock,
            async stop =>
                await memory.Load(stop) is var (stored, hasEnded)
                    ? new ExactOnline.Tokens(
                        stored.AccessToken,
                        stored.RefreshToken,
                        stored.ReceivedAt,
                        stored.ReceivedAt + stored.ExpiresIn
                    )
                    {
                        HasEnded = hasEnded,
                    }
                    : null,
            (tokens, stop) =>
                memory.Save(
                    new AccessTokens(
                        tokens.AccessToken,
                        tokens.RefreshToken,
                        tokens.ReceivedAt,
                        tokens.ExpiresAt - tokens.ReceivedAt
                    ),
                    stop
                ),
            new ExactOnline.TokenTurn(memory.Take, memory.End),
            budgets.Exact(access)
        );
    }

    Teamleader.TokenChain NewTeamleaderChain(Access access, Uri? redirect)
    {
        var memory = new TokenMemory(store, access.Id, clock);
        return new Teamleader.TokenChain(
            TeamleaderSettings(access, redirect),
            handler,
            clock,
            async stop =>
                await memory.Load(stop) is var (stored, hasEnded)
                    ? new Teamleader.Tokens(
                        stored.AccessToken,
                        stored.RefreshToken,
                        stored.ReceivedAt + stored.ExpiresIn
                    )
                    {
                        HasEnded = hasEnded,
                    }
                    : null,
            (tokens, stop) =>
            {
                var now = clock.GetUtcNow();
                return memory.Save(
                    new AccessTokens(tokens.AccessToken, tokens.RefreshToken, now, tokens.ExpiresAt - now),
                    stop
                );
            },
            new Teamleader.TokenTurn(memory.Take, memory.End)
        );
    }

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
