namespace Bookonce.ExactOnline;

/// <summary>The budget of one division, and the turn to send a request there.</summary>
internal sealed class DivisionBook(BudgetBook book, int division, BudgetMemory? memory, TimeProvider clock)
{
    private DivisionBudget kept = new(Budget.Untold, Budget.Untold);

    /// <summary>Parallel requests may give doubled or missing rows. Source: Exact knowledge base, Best practices.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public CallBook Calls { get; } = new(book.ClockTolerance, clock);

    public ErrorBook Errors { get; } = new(book, division, memory, clock);

    /// <summary>Takes over what another process wrote down.</summary>
    public async Task Load(CancellationToken cancellation)
    {
        if (memory is null)
            return;

        var known = await memory.Load(division, cancellation);
        Calls.Join(known.Calls);
        Errors.Join(known.Errors);
    }

    /// <summary>
    /// Counts a request that is about to be sent. Never is more written down than is left then: a process that starts after a
    /// crash must not send one too many.
    /// </summary>
    /// <returns>The error counted beforehand, in case the answer never comes; null when none was.</returns>
    public async Task<CountedError?> Begin(string endpoint)
    {
        var reserved = await Errors.Reserve(endpoint);
        if (division != 0)
            Calls.Spend();
        await Claim();
        return reserved;
    }

    /// <summary>Settles a request that was counted.</summary>
    public async Task End(string endpoint, CountedError? reserved, int? status, bool neverSent)
    {
        await Errors.Settle(endpoint, reserved, status, neverSent);
        await Claim();
    }

    public Task Keep() => Keep(Calls.Known);

    /// <summary>Some calls at once are taken out of what is written down, so that not every call need be.</summary>
    private async Task Claim()
    {
        var known = Calls.Known;
        if (!known.Minute.IsKeptBy(kept.Minute) || !known.Day.IsKeptBy(kept.Day))
            await Keep(Calls.IsTold ? new DivisionBudget(known.Minute.LessSome(), known.Day.LessSome()) : known);
    }

    private async Task Keep(DivisionBudget left)
    {
        if (memory is not null)
            await memory.Keep(division, left);
        kept = left;
    }
}
