using System.Globalization;

namespace Bookonce.Teamleader;

/// <summary>Calls left in the minute that slides along, as the answers state them.</summary>
internal sealed class CallBook(TimeProvider clock)
{
    /// <summary>What is counted by while no answer has told; the documents said so before 2021, and say 200 since.</summary>
    private const int FewestCallsPerMinute = 100;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Budget Known { get; private set; } = new(null, null, null);

    /// <summary>Whether an answer to this process told it.</summary>
    public bool IsTold { get; private set; }

    /// <summary>What is left now: once every counted call has left the window, all of it.</summary>
    public Budget Current =>
        Known is { Left: not null, ResetsAt: { } reset } && clock.GetUtcNow() >= reset + Window
            ? new Budget(Known.Limit, Known.Limit, null)
            : Known;

    /// <summary>Until when the allowance is spent, or null.</summary>
    public DateTimeOffset? SpentUntil(TimeSpan tolerance) =>
        Known is { Left: <= 0, ResetsAt: { } reset } && clock.GetUtcNow() < reset + tolerance
            ? reset + tolerance
            : null;

    /// <summary>Counts a request that is about to be sent, in case its answer never comes.</summary>
    public void Spend()
    {
        var minuteOn = clock.GetUtcNow() + Window;
        Known = Known switch
        {
            { Left: null } => new Budget(Known.Limit, (Known.Limit ?? FewestCallsPerMinute) - 1, minuteOn),
            // One call is back for certain; when the next one comes nobody knows before the answer.
            { Left: <= 0 } => Known with { Left = 0, ResetsAt = minuteOn },
            _ => Known with { Left = Known.Left - 1 },
        };
    }

    /// <summary>Takes over what another process knew: all of it while nothing is known here, else when it is spent.</summary>
    public void Join(Budget other, TimeSpan tolerance)
    {
        var isSpent = other is { Left: <= 0, ResetsAt: { } reset } && clock.GetUtcNow() < reset + tolerance;
        if (Known.Left is null || isSpent)
            Known = other with { Limit = other.Limit ?? Known.Limit };
    }

    /// <summary>Takes over what an answer states.</summary>
    public void Note(HttpResponseMessage response)
    {
        var now = clock.GetUtcNow();
        var reset = Instant(Header(response, "X-RateLimit-Reset"));
        if (Number(Header(response, "X-RateLimit-Remaining")) is { } left)
        {
            var limit = Number(Header(response, "X-RateLimit-Limit")) ?? Known.Limit;
            // A window that lasts longer than a minute tells that a clock is wrong.
            (IsTold, Known) = (true, new Budget(limit, left, reset < now + Window ? reset : now + Window));
        }
        if ((int)response.StatusCode != 429)
            return;

        // A 429 says that nothing is left, whatever else it says; without a time, a window is a minute.
        var after = response.Headers.RetryAfter;
        Known = Known with { Left = 0, ResetsAt = after?.Date ?? now + after?.Delta ?? reset ?? now + Window };
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
