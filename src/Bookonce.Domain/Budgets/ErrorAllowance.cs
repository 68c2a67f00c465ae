namespace Bookonce.Domain.Budgets;

/// <summary>What is left of the errors of an hour on one endpoint.</summary>
/// <param name="Endpoint">The address without division and key.</param>
/// <param name="Spent">Errors within the last hour.</param>
/// <param name="Left">Errors that may still happen before calls to it are held back.</param>
/// <param name="ResumesAt">When calls go on, UTC; null while they go on anyway.</param>
public sealed record ErrorAllowance(string Endpoint, int Spent, int Left, DateTimeOffset? ResumesAt)
{
    /// <summary>
    /// Exact blocks the key of an app for at least an hour after more than ten; half of that leaves room for an error
    /// that was forgotten because the process died before it could be recorded.
    /// </summary>
    public const int PerHour = 5;

    /// <summary>How long an error counts.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <summary>The endpoints that had errors within the hour, by name.</summary>
    public static IReadOnlyList<ErrorAllowance> Of(IReadOnlyList<SpentError> errors, DateTimeOffset now) =>
        [
            .. errors
                .Where(error => error.At + Window > now)
                .GroupBy(error => error.Endpoint, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of(group.Key, [.. group.Select(error => error.At).Order()])),
        ];

    static ErrorAllowance Of(string endpoint, DateTimeOffset[] at) =>
        new(
            endpoint,
            at.Length,
            Math.Max(0, PerHour - at.Length),
            // As many must leave the hour as make room for one more.
            at.Length >= PerHour
                ? at[at.Length - PerHour] + Window
                : null
        );
}
