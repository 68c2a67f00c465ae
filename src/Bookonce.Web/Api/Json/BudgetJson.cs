using Bookonce.Domain.Budgets;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Web.Api.Json;

/// <summary>What is spent and left of the allowances, as it stands in <c>run.schema.json</c>.</summary>
public static class BudgetJson
{
    /// <summary>The object.</summary>
    public static object Of(ConnectionBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return new
        {
            Exact = new
            {
                budget.Exact.Minute,
                Day = budget.Exact.Day ?? Allowance.Untold,
                budget.Errors,
            },
            Teamleader = new { budget.Teamleader.Minute },
            budget.Estimate,
        };
    }
}
