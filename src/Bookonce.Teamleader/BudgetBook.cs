namespace Bookonce.Teamleader;

/// <summary>
/// The allowance of one integration in one account, as the answers state it. Share one between all clients of the account: then
/// one request is under way at a time, and together they stay within it.
/// Source: developer.focus.teamleader.eu, Rate limiting.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="memory">Where the allowance survives a restart; null where it need not.</param>
public sealed class BudgetBook(TimeProvider clock, BudgetMemory? memory = null)
{
    private readonly CallBook calls = new(clock);
    private Budget kept = new(null, null, null);

    /// <summary>What is added to an instant given by Teamleader, because two clocks are never equal.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What is left.</summary>
    public async Task<Budget> Read(CancellationToken cancellation = default)
    {
        await Load(cancellation);
        return calls.Current;
    }

    /// <summary>Writes down what is left, so that the next process knows it.</summary>
    public Task Keep() => Keep(calls.Known);

    internal SemaphoreSlim Gate { get; } = new(1, 1);

    internal Budget Known => calls.Known;

    internal DateTimeOffset? SpentUntil => calls.SpentUntil(ClockTolerance);

    /// <summary>Takes over what another process wrote down.</summary>
    internal async Task Load(CancellationToken cancellation)
    {
        if (memory is not null)
            calls.Join(await memory.Load(cancellation), ClockTolerance);
    }

    /// <summary>
    /// Counts a request that is about to be sent. Never is more written down than is left then: a process that starts after a
    /// crash must not send one too many.
    /// </summary>
    internal Task Begin()
    {
        calls.Spend();
        return Claim();
    }

    /// <summary>Takes over what an answer states.</summary>
    internal void Note(HttpResponseMessage response) => calls.Note(response);

    /// <summary>Settles a request that was counted.</summary>
    internal Task End() => Claim();

    /// <summary>
    /// Some calls at once are taken out of what is written down, so that not every call need be. When nothing is left it
    /// matters when calls come back, which changes with every call.
    /// </summary>
    private async Task Claim()
    {
        var known = calls.Known;
        var left = known.Left.GetValueOrDefault();
        var some = Math.Min((known.Limit ?? 60) / 6, 50);
        var isKept = kept.Left <= left && kept.Left >= left - (2 * some) && (left > 0 || kept == known);
        if (!isKept)
            await Keep(calls.IsTold ? known with { Left = left - Math.Max(0, Math.Min(some, left / 2)) } : known);
    }

    private async Task Keep(Budget left)
    {
        if (memory is not null)
            await memory.Keep(left);
        kept = left;
    }
}

/// <summary>Where the allowance survives a restart.</summary>
/// <param name="Load">Reads what was kept.</param>
/// <param name="Keep">Writes what is left; when it returns, that survives a crash.</param>
public sealed record BudgetMemory(Func<CancellationToken, Task<Budget>> Load, Func<Budget, Task> Keep);
