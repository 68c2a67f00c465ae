using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Proof;

/// <summary>The days that a proof is about, both included.</summary>
public readonly record struct ProofPeriod(DateOnly From, DateOnly To)
{
    /// <summary>
    /// What was asked for; else the financial year of the last day so far, but nothing before the start date, because those
    /// documents were never read.
    /// </summary>
    /// <param name="from">The first day asked for.</param>
    /// <param name="to">The last day asked for; today when none was.</param>
    /// <param name="startDate">The connection's.</param>
    /// <param name="masters">The financial years; a calendar year where they do not reach.</param>
    /// <param name="today">The day of the proof.</param>
    public static ProofPeriod Of(DateOnly? from, DateOnly? to, DateOnly startDate, Masters masters, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(masters);
        var last = to ?? Later(from ?? startDate, today);
        return new ProofPeriod(from ?? Later(startDate, YearBegins(last, masters)), last);
    }

    /// <summary>What keeps the days from being proved; null when nothing does.</summary>
    public Problem? Refusal(DateOnly startDate) =>
        From < startDate
            ? new Problem(
                "periodNotRead",
                $"Documents of before the start date {startDate:yyyy-MM-dd} were not read, so nothing can be said of them.",
                "Prove from the start date on, or choose an earlier start date under Settings and synchronise."
            )
        : To < From
            ? new Problem(
                "periodBackwards",
                $"The last day {To:yyyy-MM-dd} comes before the first, {From:yyyy-MM-dd}.",
                "Choose a later last day."
            )
        : null;

    static DateOnly YearBegins(DateOnly day, Masters masters) =>
        masters.PeriodOf(day) is { Year: var year }
            ? masters.Periods.Where(period => period.Year == year).Min(period => period.From)
            : new DateOnly(day.Year, 1, 1);

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
