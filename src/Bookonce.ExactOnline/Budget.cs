namespace Bookonce.ExactOnline;

/// <summary>An allowance of calls as Exact last stated it; nothing is known before the first answer.</summary>
/// <param name="Limit">Calls per window.</param>
/// <param name="Left">Calls left in this window, less the requests sent since.</param>
/// <param name="ResetsAt">Start of the next window (UTC).</param>
public sealed record Budget(int? Limit, int? Left, DateTimeOffset? ResetsAt)
{
    internal static readonly Budget Untold = new(null, null, null);

    internal Budget LessOne() => this with { Left = Left - 1 };

    /// <summary>Whether what was written down is no more than is left, and not much less.</summary>
    internal bool IsKeptBy(Budget kept) =>
        Left is null || (kept.ResetsAt == ResetsAt && kept.Left <= Left && kept.Left >= Left - (2 * Some));

    /// <summary>Less some calls; near the end of a window fewer and fewer.</summary>
    internal Budget LessSome() => this with { Left = Left - Math.Max(0, Math.Min(Some, Left.GetValueOrDefault() / 2)) };

    private int Some => Math.Min((Limit ?? 60) / 6, 50);
}

/// <summary>The two allowances of one app in one division. Source: Exact knowledge base, API limits.</summary>
/// <param name="Minute">The allowance of the clock minute.</param>
/// <param name="Day">The allowance of the day.</param>
public sealed record DivisionBudget(Budget Minute, Budget Day);
