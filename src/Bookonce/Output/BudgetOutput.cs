using Bookonce.Engine.Synchronise;

namespace Bookonce.Output;

/// <summary>A budget on the screen.</summary>
static class BudgetOutput
{
    /// <summary>What a person need know of it: what is nearly used up, and when the rest is done.</summary>
    public static IEnumerable<string> Lines(ConnectionBudget budget)
    {
        if (budget.Exact.Day is { Left: { } left, Limit: { } limit })
            yield return $"{left} of {limit} calls to Exact are left today";
        foreach (var endpoint in budget.Errors)
            yield return $"{Screen.Count(endpoint.Spent, "error", "errors")} of {endpoint.Endpoint} within the hour"
                + (endpoint.ResumesAt is { } at ? $", resumes at {at:HH:mm:ss} UTC" : "");
        if (budget.Estimate is { } estimate)
            yield return $"{Screen.Count(estimate.Documents, "document is", "documents are")} still to be booked, which takes about {Screen.Count(estimate.Calls, "call", "calls")}: done at about {estimate.EndsAt:yyyy-MM-dd HH:mm} UTC when it goes on now";
    }
}
