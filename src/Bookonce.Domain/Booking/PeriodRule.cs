using System.Diagnostics.CodeAnalysis;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>The period of the date, or the first open one after it where a person allowed that.</summary>
static class PeriodRule
{
    public static bool TryFind(
        DateOnly date,
        Journal journal,
        ConnectionSettings settings,
        Masters masters,
        [NotNullWhen(true)] out Period? period,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        problem = null;
        period = masters.PeriodOf(date);
        if (period is null)
        {
            problem = new(
                "financialYearMissing",
                $"Exact has no financial period for {date:yyyy-MM-dd}.",
                "Create the financial year in Exact (Master data > Financial periods)."
            );
            return false;
        }
        if (!masters.IsClosed(journal.Code, period))
            return true;

        var closed = period;
        if (settings.ClosedPeriods == ClosedPeriodRule.FirstOpenPeriod)
            period = masters
                .Periods.Where(later => later.From > date && !masters.IsClosed(journal.Code, later))
                .MinBy(later => later.From);
        else
            period = null;

        if (period is null)
            problem = new(
                "periodClosed",
                $"Period {closed.Year} - {closed.Number} of journal {journal.Code} is closed in Exact.",
                "Open the period in Exact, or let closed periods go to the first open one in the settings."
            );
        return period is not null;
    }
}
