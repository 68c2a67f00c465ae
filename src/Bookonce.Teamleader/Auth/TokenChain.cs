namespace Bookonce.Teamleader;

/// <summary>
/// The chain of tokens of one Teamleader user and integration. Each refresh ends the token before it, so only one runs at a time,
/// in this process or another, and a new pair is saved before its first use.
/// Source: developer.focus.teamleader.eu, Authentication.
/// </summary>
/// <param name="settings">The integration.</param>
/// <param name="handler">Sends the requests; not disposed here.</param>
/// <param name="clock">The clock.</param>
/// <param name="load">Reads the stored pair; null when nobody gave consent yet.</param>
/// <param name="save">Stores a pair durably: when it returns, the pair survives a crash.</param>
/// <param name="turn">The turn to refresh, where other processes use the chain too; null where there are none.</param>
public sealed class TokenChain(
    TeamleaderSettings settings,
    HttpMessageHandler handler,
    TimeProvider clock,
    Func<CancellationToken, Task<Tokens?>> load,
    Func<Tokens, CancellationToken, Task> save,
    TokenTurn? turn = null
)
{
    /// <summary>How often it is looked whether another process is done.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>How much longer a turn lasts than the longest request: time to save what it gave.</summary>
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(20);

    private readonly TokenEndpoint endpoint = new(settings, handler, clock);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private Tokens? current;
    private Tokens? unsaved;
    private string? dead;

    /// <summary>Where the user gives consent; Teamleader redirects back with <c>code</c> and <c>state</c>, or with <c>error=access_denied</c>.</summary>
    public Uri AuthorizeUrl(string state) =>
        settings.Authorization(
            $"oauth2/authorize?client_id={Uri.EscapeDataString(settings.ClientId)}"
                + $"&response_type=code&redirect_uri={Uri.EscapeDataString(settings.RedirectUri.OriginalString)}"
                + $"&state={Uri.EscapeDataString(state)}"
        );

    /// <summary>Turns a code into the first pair of a new chain, and saves it. A code works once, for ten minutes.</summary>
    /// <exception cref="TeamleaderException">The code was refused, or no answer came: ask for consent again.</exception>
    public async Task<Tokens> Exchange(string code, CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var answer = await endpoint.Exchange(code);
            return answer.Failure is { } failure ? throw failure : await Keep(answer.Tokens!);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>An access token that is worth sending, refreshed first when it is due.</summary>
    /// <exception cref="TeamleaderException">No token could be had; the request it was meant for was not sent.</exception>
    public async Task<string> AccessToken(CancellationToken cancellation = default)
    {
        if (Volatile.Read(ref current) is { } known && !IsDue(known))
            return known.AccessToken;

        return (await Renew(IsDue, cancellation)).AccessToken;
    }

    /// <summary>Replaces a token that an API call refused.</summary>
    internal Task Replace(string refused, CancellationToken cancellation) =>
        Renew(stored => stored.AccessToken == refused, cancellation);

    private bool IsDue(Tokens tokens) => clock.GetUtcNow() >= tokens.ExpiresAt - settings.RefreshBefore;

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
        catch (TeamleaderException failure) when (failure.IsReconnectNeeded)
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

    private static TeamleaderException Reconnect(string message) =>
        new(message, Outcome.Refused) { IsReconnectNeeded = true };
}
