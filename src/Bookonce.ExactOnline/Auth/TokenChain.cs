namespace Bookonce.ExactOnline;

/// <summary>
/// The chain of tokens of one Exact user and app. Each refresh ends the token before it, so only one runs at a time, in this
/// process or another, and a new pair is saved before its first use.
/// Source: Exact knowledge base, OAuth steps 1-3 and API limits.
/// </summary>
/// <param name="settings">The app registration.</param>
/// <param name="handler">Sends the requests; not disposed here.</param>
/// <param name="clock">The clock.</param>
/// <param name="load">Reads the stored pair; null when nobody gave consent yet.</param>
/// <param name="save">Stores a pair durably: when it returns, the pair survives a crash.</param>
/// <param name="turn">The turn to refresh, where other processes use the chain too; null where there are none.</param>
/// <param name="budgets">The budget of the app, in which refusals of tokens count as well.</param>
public sealed class TokenChain(
    ExactOnlineSettings settings,
    HttpMessageHandler handler,
    TimeProvider clock,
    Func<CancellationToken, Task<Tokens?>> load,
    Func<Tokens, CancellationToken, Task> save,
    TokenTurn? turn = null,
    BudgetBook? budgets = null
)
{
    /// <summary>How often it is looked whether another process is done.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The clock may be corrected by this much without a token outliving its time: it lives so long after a refresh is due.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    /// <summary>How much longer a turn lasts than the longest request: time to save what it gave.</summary>
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(20);

    private readonly TokenEndpoint endpoint = new(settings, budgets ?? new BudgetBook(clock), handler, clock);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private Tokens? current;
    private Tokens? unsaved;
    private string? dead;

    /// <summary>Where the user gives consent; Exact redirects back with <c>code</c> and <c>state</c>.</summary>
    public Uri AuthorizeUrl(string state) =>
        settings.Address(
            $"api/oauth2/auth?client_id={Uri.EscapeDataString(settings.ClientId)}"
                + $"&redirect_uri={Uri.EscapeDataString(settings.RedirectUri.OriginalString)}"
                + $"&response_type=code&force_login=0&state={Uri.EscapeDataString(state)}"
        );

    /// <summary>Turns a code into the first pair of a new chain, and saves it. A code works once, for three minutes.</summary>
    /// <exception cref="ExactOnlineException">The code was refused, or no answer came: ask for consent again.</exception>
    public async Task<Tokens> Exchange(string code, CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var answer = await endpoint.Exchange(code);
            unsaved = answer.Tokens;
            return answer.Failure is { } failure ? throw failure : await Keep(answer.Tokens!);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>An access token that is worth sending, refreshed first when it is due.</summary>
    /// <exception cref="ExactOnlineException">No token could be had; the request it was meant for was not sent.</exception>
    public async Task<string> AccessToken(CancellationToken cancellation = default)
    {
        if (Volatile.Read(ref current) is { } known && !IsDue(known))
            return known.AccessToken;

        return (await Renew(IsDue, cancellation)).AccessToken;
    }

    /// <summary>Replaces a token that an API call refused; false when Exact would not yet give another.</summary>
    internal async Task<bool> Replace(string refused, CancellationToken cancellation)
    {
        var tokens = await Renew(stored => stored.AccessToken == refused && IsDue(stored), cancellation);
        return tokens.AccessToken != refused;
    }

    /// <summary>The first instant at which Exact gives another access token.</summary>
    internal DateTimeOffset? RefreshAllowedAt => Volatile.Read(ref current)?.ReceivedAt + settings.RefreshNotBefore;

    /// <summary>A pair from the future tells that the clock was turned back, and nothing about the age of its token.</summary>
    private bool IsDue(Tokens tokens)
    {
        var age = clock.GetUtcNow() - tokens.ReceivedAt;
        return age >= settings.RefreshNotBefore || age < -Slack;
    }

    private async Task<Tokens> Renew(Func<Tokens, bool> needed, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (unsaved is { } waiting)
                await Keep(waiting);

            while (true)
            {
                var stored = await Stored(cancellation);
                if (!needed(stored))
                    return Use(stored);
                if (turn is null)
                    return await Refresh(stored);
                if (await turn.Take(clock.GetUtcNow() + settings.Timeout + TimeToSave, cancellation))
                    return await RefreshInTurn(turn, needed, cancellation);

                await Task.Delay(Pause, clock, cancellation);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<Tokens> RefreshInTurn(TokenTurn mine, Func<Tokens, bool> needed, CancellationToken cancellation)
    {
        var hasEnded = false;
        try
        {
            // Somebody may have been faster.
            var stored = await Stored(cancellation);
            return needed(stored) ? await Refresh(stored) : Use(stored);
        }
        catch (ExactOnlineException failure) when (failure.IsReconnectNeeded)
        {
            hasEnded = true;
            throw;
        }
        finally
        {
            await mine.End(hasEnded);
        }
    }

    private async Task<Tokens> Stored(CancellationToken cancellation)
    {
        var stored = await load(cancellation) ?? throw Reconnect("Nobody has given consent yet.");
        return stored.HasEnded || stored.RefreshToken == dead ? throw Reconnect("The consent has ended.") : stored;
    }

    private Tokens Use(Tokens tokens)
    {
        Volatile.Write(ref current, tokens);
        return tokens;
    }

    private async Task<Tokens> Refresh(Tokens stored)
    {
        var answer = await endpoint.Refresh(stored);
        if (answer.Tokens is { } received)
            await Keep(received);
        if (answer.Failure is not { } failure)
            return current!;

        // Another process may have been faster: its pair is the living end of the chain.
        if (
            failure.IsReconnectNeeded
            && await load(CancellationToken.None) is { } other
            && other.RefreshToken != stored.RefreshToken
            && !IsDue(other)
        )
            return Use(other);

        if (failure.IsReconnectNeeded)
            dead = stored.RefreshToken;
        throw failure;
    }

    // A pair that could not be saved is kept and saved first next time: the old one is already worthless.
    private async Task<Tokens> Keep(Tokens tokens)
    {
        unsaved = tokens;
        await save(tokens, CancellationToken.None);
        unsaved = null;
        return Use(tokens);
    }

    private static ExactOnlineException Reconnect(string message) =>
        new(message, Outcome.Refused) { IsReconnectNeeded = true };
}
