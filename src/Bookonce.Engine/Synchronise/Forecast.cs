using Bookonce.Domain.Budgets;
using Bookonce.ExactOnline;
using Budget = Bookonce.Domain.Budgets.Budget;

namespace Bookonce.Engine.Synchronise;

/// <summary>When a run is likely to have booked everything, by what its documents needed so far.</summary>
sealed class Forecast(ExactOnlineClient exact, int division, TimeProvider clock)
{
    long? callsBefore;

    /// <summary>The progress with its likely end.</summary>
    public RunProgress Of(RunProgress progress)
    {
        if (progress is not { Step: RunStep.Book, Total: > 0 })
            return progress;

        callsBefore ??= exact.CallsMade;
        var budget = exact.Budget(division);
        var estimate = Estimate.Of(
            progress.Total - progress.Done,
            exact.CallsMade - callsBefore.Value,
            progress.Done,
            new Budget(Left(budget.Minute), Left(budget.Day), []),
            clock.GetUtcNow()
        );
        return progress with { EndsAt = estimate.EndsAt };
    }

    static Allowance Left(ExactOnline.Budget calls) => new(calls.Limit, calls.Left, calls.ResetsAt);
}
