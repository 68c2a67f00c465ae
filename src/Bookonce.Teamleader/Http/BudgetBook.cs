using System.Globalization;

namespace Bookonce.Teamleader;

/// <summary>The allowance of the account, as the answers state it; the client invents no limit.</summary>
internal sealed class BudgetBook(TimeSpan tolerance, TimeProvider clock)
{
    public Budget Current { get; private set; } = new(null, null, null);

    /// <summary>Until when the allowance is spent, or null.</summary>
    public DateTimeOffset? SpentUntil =>
        Current is { Left: <= 0, ResetsAt: { } reset } && clock.GetUtcNow() < reset + tolerance
            ? reset + tolerance
            : null;

    /// <summary>Counts a request that is about to be sent, in case its answer never comes.</summary>
    public void Spend() => Current = Current with { Left = Current.Left - 1 };

    /// <summary>Takes over what an answer states.</summary>
    public void Note(HttpResponseMessage response)
    {
        var now = clock.GetUtcNow();
        var reset = Instant(Header(response, "X-RateLimit-Reset"));
        if (Number(Header(response, "X-RateLimit-Remaining")) is { } left)
            Current = new Budget(Number(Header(response, "X-RateLimit-Limit")) ?? Current.Limit, left, reset);
        if ((int)response.StatusCode != 429)
            return;

        // A 429 says that nothing is left, whatever else it says; without a time, a window is a minute.
        var after = response.Headers.RetryAfter;
        Current = Current with
        {
            Left = 0,
            ResetsAt = after?.Date ?? now + after?.Delta ?? reset ?? now + TimeSpan.FromMinutes(1),
        };
    }

    // Seen: 2026-03-02T09:00:05.250+0100, 2026-02-08T11:09:08+00:00, and a Unix number.
    private static DateTimeOffset? Instant(string? text)
    {
        if (text is null)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
            return unix > 100_000_000_000
                ? DateTimeOffset.FromUnixTimeMilliseconds(unix)
                : DateTimeOffset.FromUnixTimeSeconds(unix);

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant.ToUniversalTime()
            : null;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
