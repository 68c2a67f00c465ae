namespace Bookonce.Domain.Budgets;

/// <summary>Whose budget it is: what a service counts calls by.</summary>
/// <param name="App">The service and the app, with the account where the service counts each account by itself.</param>
/// <param name="Division">Exact's administration; 0 for addresses that name none.</param>
public readonly record struct BudgetHolder(string App, int Division);

/// <summary>Calls of one window: the clock minute, the day, or a minute that slides along.</summary>
/// <param name="Limit">Calls per window; null while the service has not told.</param>
/// <param name="Left">Calls left; null while nobody knows.</param>
/// <param name="ResetsAt">When calls come back, UTC; null while nobody knows.</param>
public sealed record Allowance(int? Limit, int? Left, DateTimeOffset? ResetsAt)
{
    /// <summary>Nothing is known.</summary>
    public static Allowance Untold { get; } = new(null, null, null);

    /// <summary>Calls spent in the window.</summary>
    public int? Spent => Limit - Left;

    /// <summary>The same at a later instant: once the window is over, everything is left.</summary>
    public Allowance At(DateTimeOffset now) =>
        ResetsAt is { } reset && now >= reset ? new Allowance(Limit, Limit, null) : this;
}

/// <summary>An answer that Exact counts as an error (400, 401, 403 or 404), or a call that may have had one.</summary>
/// <param name="Endpoint">The address without division and key, for example <c>salesentry/SalesEntries</c>.</param>
/// <param name="At">UTC.</param>
public sealed record SpentError(string Endpoint, DateTimeOffset At);

/// <summary>What is left: this minute, today, and of the errors of the last hour.</summary>
/// <param name="Minute">Of this minute.</param>
/// <param name="Day">Of this day; null where the service counts none.</param>
/// <param name="Errors">Of the last hour, oldest first.</param>
public sealed record Budget(Allowance Minute, Allowance? Day, IReadOnlyList<SpentError> Errors)
{
    /// <summary>Nothing is known.</summary>
    public static Budget Untold { get; } = new(Allowance.Untold, Allowance.Untold, []);
}
