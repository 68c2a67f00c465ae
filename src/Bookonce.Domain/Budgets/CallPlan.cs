namespace Bookonce.Domain.Budgets;

/// <summary>Calls that are made in one clock minute.</summary>
/// <param name="From">When they begin, UTC: the start of the minute, or now.</param>
/// <param name="Calls">How many.</param>
public readonly record struct PlannedMinute(DateTimeOffset From, int Calls);

/// <summary>Spreads calls over the minutes and days that allow them.</summary>
public static class CallPlan
{
    /// <summary>What is reckoned with while no answer has told. Source: Exact knowledge base, API limits.</summary>
    const int UsualPerMinute = 60;

    /// <inheritdoc cref="UsualPerMinute"/>
    const int UsualPerDay = 5_000;

    /// <summary>The minutes in which so many calls are made, as early as the budget allows.</summary>
    /// <param name="calls">Calls still to make.</param>
    /// <param name="budget">What is left, and what comes back.</param>
    /// <param name="now">The clock.</param>
    public static IEnumerable<PlannedMinute> Of(int calls, Budget budget, DateTimeOffset now)
    {
        var (minute, day) = (budget.Minute.At(now), (budget.Day ?? Allowance.Untold).At(now));
        var (perMinute, perDay) = (Math.Max(1, minute.Limit ?? UsualPerMinute), Math.Max(1, day.Limit ?? UsualPerDay));
        var (minuteLeft, dayLeft) = (Math.Max(0, minute.Left ?? perMinute), Math.Max(0, day.Left ?? perDay));
        for (var at = now; calls > 0; )
        {
            var fit = Math.Min(calls, Math.Min(minuteLeft, dayLeft));
            if (fit > 0)
                yield return new PlannedMinute(at, fit);

            calls -= fit;
            dayLeft -= fit;
            var next = dayLeft > 0 ? NextMinute(at) : NextDay(at);
            if (next.UtcDateTime.Date != at.UtcDateTime.Date)
                dayLeft = perDay;
            (at, minuteLeft) = (next, perMinute);
        }
    }

    /// <summary>When so many calls are done: in the last minute, as far as they fill it.</summary>
    /// <inheritdoc cref="Of"/>
    public static DateTimeOffset End(int calls, Budget budget, DateTimeOffset now)
    {
        var last = Of(calls, budget, now).LastOrDefault();
        var perMinute = Math.Max(1, budget.Minute.Limit ?? UsualPerMinute);
        return last.Calls == 0 ? now : last.From + TimeSpan.FromMinutes(Math.Min(1, (double)last.Calls / perMinute));
    }

    static DateTimeOffset NextMinute(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);

    static DateTimeOffset NextDay(DateTimeOffset at) => new(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
