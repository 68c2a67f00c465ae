namespace Bookonce.Domain.Budgets;

/// <summary>What is still to be booked, and when that is likely to be done.</summary>
/// <param name="Documents">Documents still to book.</param>
/// <param name="Calls">Calls to Exact that they are likely to need.</param>
/// <param name="EndsAt">When the last one is likely to be booked, UTC, if nothing else uses the budget.</param>
public sealed record Estimate(int Documents, int Calls, DateTimeOffset EndsAt)
{
    /// <summary>One call per document, and one more for every few customers that Exact does not know yet.</summary>
    const decimal UsualCallsPerDocument = 1.1m;

    /// <summary>Documents whose every try is looked after need no more calls than this.</summary>
    const decimal MostCallsPerDocument = 4m;

    /// <summary>Estimates from what earlier documents needed.</summary>
    /// <param name="documents">Documents still to book.</param>
    /// <param name="callsBefore">Calls that earlier documents needed.</param>
    /// <param name="documentsBefore">How many those were; 0 when there are none to learn from.</param>
    /// <param name="budget">What is left.</param>
    /// <param name="now">The clock.</param>
    public static Estimate Of(int documents, long callsBefore, int documentsBefore, Budget budget, DateTimeOffset now)
    {
        var each =
            documentsBefore > 0
                ? Math.Clamp((decimal)callsBefore / documentsBefore, 1, MostCallsPerDocument)
                : UsualCallsPerDocument;
        var calls = (int)Math.Min(int.MaxValue / 2, Math.Ceiling(documents * each));
        return new Estimate(documents, calls, CallPlan.End(calls, budget, now));
    }
}
