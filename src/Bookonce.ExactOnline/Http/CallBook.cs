using System.Globalization;
using System.Net.Http.Headers;

namespace Bookonce.ExactOnline;

/// <summary>Calls left in one division, as the answers state them.</summary>
internal sealed class CallBook(TimeSpan tolerance, TimeProvider clock)
{
    /// <summary>What is counted by while no answer has told. Source: Exact knowledge base, API limits.</summary>
    private const int UsualCallsPerMinute = 60;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DivisionBudget known = new(Budget.Untold, Budget.Untold);

    public DivisionBudget Known => Volatile.Read(ref known);

    /// <summary>Whether an answer to this process told it.</summary>
    public bool IsTold { get; private set; }

    /// <summary>What is left now: once a window is over, all of it.</summary>
    public DivisionBudget Current => new(AtNow(Known.Minute), AtNow(Known.Day));

    /// <summary>Until when the minute's allowance is spent, or null.</summary>
    public DateTimeOffset? MinuteSpentUntil => SpentUntil(Known.Minute);

    /// <summary>Until when the day's allowance is spent, or null.</summary>
    public DateTimeOffset? DaySpentUntil => SpentUntil(Known.Day);

    /// <summary>Counts a request that is about to be sent, in case its answer never comes.</summary>
    public void Spend()
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var minute = IsOver(known.Minute, now)
                ? known.Minute with
                {
                    Left = known.Minute.Limit ?? UsualCallsPerMinute,
                    ResetsAt = NextMinute(now),
                }
                : known.Minute;
            var day = IsOver(known.Day, now)
                ? known.Day with
                {
                    Left = known.Day.Limit,
                    ResetsAt = NextDay(now),
                }
                : known.Day;
            known = new DivisionBudget(minute.LessOne(), day.LessOne());
        }
    }

    /// <summary>Takes over what an answer states; a 429 carries only the headers of the limit that was hit, or none.</summary>
    public void Note(HttpResponseMessage response)
    {
        var headers = response.Headers;
        var now = clock.GetUtcNow();
        var minute = Read(headers, "X-RateLimit-Minutely-", NextMinute(now));
        var day = Read(headers, "X-RateLimit-", NextDay(now));
        if (minute?.ResetsAt is { } stated)
            minute = minute with { ResetsAt = Plausible(stated, now) };
        lock (gate)
        {
            if ((int)response.StatusCode == 429 && minute?.Left is not <= 0 && day?.Left is not <= 0)
                minute = known.Minute with { Left = 0, ResetsAt = RetryAfter(headers, now) ?? NextMinute(now) };
            known = new DivisionBudget(minute ?? known.Minute, day ?? known.Day);
            IsTold |= minute is not null;
        }
    }

    /// <summary>Takes over what another process knew, where that is later or less.</summary>
    public void Join(DivisionBudget other)
    {
        lock (gate)
            known = new DivisionBudget(Tighter(known.Minute, other.Minute), Tighter(known.Day, other.Day));
    }

    private Budget Tighter(Budget own, Budget other)
    {
        var now = clock.GetUtcNow();
        if (own.Left is null)
            return other;
        if (other.Left is null || IsOver(other, now))
            return own;
        if (IsOver(own, now) || own.ResetsAt < other.ResetsAt)
            return other;

        return own.ResetsAt == other.ResetsAt ? own with { Left = Math.Min(own.Left.Value, other.Left.Value) } : own;
    }

    /// <summary>A minute that is over already, or lasts longer than one, tells that a clock is wrong: then a whole one is waited.</summary>
    private DateTimeOffset Plausible(DateTimeOffset reset, DateTimeOffset now) =>
        reset + tolerance < now || reset > now + Minute ? now + Minute : reset;

    private Budget AtNow(Budget budget) =>
        budget.Left is not null && IsOver(budget, clock.GetUtcNow())
            ? new Budget(budget.Limit, budget.Limit, null)
            : budget;

    private bool IsOver(Budget budget, DateTimeOffset now) =>
        budget.ResetsAt is not { } reset || now >= reset + tolerance;

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
