using Bookonce.Domain.Budgets;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Web.Budgets;

/// <summary>Calls of one window as a row on screen.</summary>
sealed record CallRow(string Service, string Window, Allowance Calls)
{
    public static IReadOnlyList<CallRow> Of(ConnectionBudget budget) =>
        [
            new("Exact Online", "this minute", budget.Exact.Minute),
            new("Exact Online", "today", budget.Exact.Day ?? Allowance.Untold),
            new("Teamleader", "the last minute", budget.Teamleader.Minute),
        ];
}
