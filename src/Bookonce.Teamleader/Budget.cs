namespace Bookonce.Teamleader;

/// <summary>
/// The allowance of calls in a sliding window, as Teamleader last stated it; nothing is known before the first answer.
/// Source: developer.focus.teamleader.eu, Rate limiting.
/// </summary>
/// <param name="Limit">Calls per window.</param>
/// <param name="Left">Calls left, less the requests sent since.</param>
/// <param name="ResetsAt">When the oldest counted call leaves the window (UTC): then one more call is possible, not all of them.</param>
public sealed record Budget(int? Limit, int? Left, DateTimeOffset? ResetsAt);
