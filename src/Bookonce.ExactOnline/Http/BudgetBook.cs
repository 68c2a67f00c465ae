using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;

namespace Bookonce.ExactOnline;

/// <summary>The allowances per division, as the answers state them; the client invents no limit.</summary>
internal sealed class BudgetBook(TimeSpan tolerance, TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, DivisionBudget> divisions = new();

    public DivisionBudget Of(int division) =>
        divisions.GetValueOrDefault(division, new DivisionBudget(Budget.Untold, Budget.Untold));

    /// <summary>Until when the minute's allowance is spent, or null.</summary>
    public DateTimeOffset? MinuteSpentUntil(int division) => SpentUntil(Of(division).Minute);

    /// <summary>Until when the day's allowance is spent, or null.</summary>
    public DateTimeOffset? DaySpentUntil(int division) => SpentUntil(Of(division).Day);

    /// <summary>Counts a request that is about to be sent, in case its answer never comes.</summary>
    public void Spend(int division) =>
        divisions[division] = new DivisionBudget(Of(division).Minute.LessOne(), Of(division).Day.LessOne());

    /// <summary>Takes over what an answer states; a 429 carries only the headers of the limit that was hit, or none.</summary>
    public void Note(int division, HttpResponseMessage response)
    {
        var headers = response.Headers;
        var now = clock.GetUtcNow();
        var minute = Read(headers, "X-RateLimit-Minutely-", NextMinute(now));
        var day = Read(headers, "X-RateLimit-", NextDay(now));
        var known = Of(division);
        if ((int)response.StatusCode == 429 && minute?.Left is not <= 0 && day?.Left is not <= 0)
            minute = known.Minute with { Left = 0, ResetsAt = RetryAfter(headers, now) ?? NextMinute(now) };
        divisions[division] = new DivisionBudget(minute ?? known.Minute, day ?? known.Day);
    }

    private DateTimeOffset? SpentUntil(Budget budget) =>
        budget is { Left: <= 0, ResetsAt: { } reset } && clock.GetUtcNow() < reset + tolerance
            ? reset + tolerance
            : null;

    private static Budget? Read(HttpResponseHeaders headers, string prefix, DateTimeOffset usualReset)
    {
        if (Number(headers, prefix + "Remaining") is not { } left)
            return null;

        // Epoch milliseconds; the minute's reset header is not official, so it may be missing.
        var reset = Number(headers, prefix + "Reset") is { } milliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : usualReset;
        return new Budget((int?)Number(headers, prefix + "Limit"), (int)left, reset);
    }

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && long.TryParse(values.First(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static DateTimeOffset? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.RetryAfter is { } after ? after.Date ?? now + after.Delta : null;

    private static DateTimeOffset NextMinute(DateTimeOffset now) =>
        now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.FromMinutes(1);

    private static DateTimeOffset NextDay(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
