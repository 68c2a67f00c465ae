using Bookonce.Domain.Import;

namespace Bookonce.Engine.Import;

/// <summary>The customers of Exact against those of Teamleader, by the code of the relation.</summary>
/// <param name="Decisions">What becomes of each customer of Exact.</param>
public sealed record ImportList(IReadOnlyList<ImportDecision> Decisions)
{
    /// <summary>Known already: nothing is done.</summary>
    public int Known => Decisions.OfType<ImportDecision.Known>().Count();

    /// <summary>There in Teamleader: they are linked.</summary>
    public IReadOnlyList<ImportDecision.Match> Matched => [.. Decisions.OfType<ImportDecision.Match>()];

    /// <summary>Missing in Teamleader: they are created.</summary>
    public IReadOnlyList<ImportDecision.Create> ToCreate => [.. Decisions.OfType<ImportDecision.Create>()];

    /// <summary>Left alone, for a person to look at.</summary>
    public IReadOnlyList<ImportDecision.Doubtful> Doubtful => [.. Decisions.OfType<ImportDecision.Doubtful>()];

    /// <summary>Teamleader has not said yet whether it created them.</summary>
    public IReadOnlyList<ImportDecision.Waiting> Waiting => [.. Decisions.OfType<ImportDecision.Waiting>()];

    /// <summary>Whether this list does nothing that the other did not show.</summary>
    internal bool IsWithin(ImportList shown)
    {
        var created = shown.ToCreate.Select(one => one.Customer.Relation.Id).ToHashSet();
        var touched = shown
            .Decisions.Where(one => one is not ImportDecision.Doubtful)
            .Select(one => one.Customer.Relation.Id)
            .ToHashSet();
        return ToCreate.All(one => created.Contains(one.Customer.Relation.Id))
            && Matched.All(one => touched.Contains(one.Customer.Relation.Id));
    }
}

/// <summary>A customer that Teamleader refused.</summary>
/// <param name="Customer">The customer of Exact.</param>
/// <param name="Words">Teamleader's own words.</param>
public sealed record RefusedCustomer(ExactCustomer Customer, string Words);

/// <summary>What an import did.</summary>
/// <param name="Linked">Customers that were there, and are linked now.</param>
/// <param name="Created">Customers that were created, and are linked now.</param>
/// <param name="Refused">Customers that Teamleader refused.</param>
/// <param name="Unanswered">A customer of whom Teamleader did not say whether it was created; the import ended there. Null when there was none.</param>
/// <param name="Left">How many were not reached because of that.</param>
public sealed record ImportResult(
    int Linked,
    int Created,
    IReadOnlyList<RefusedCustomer> Refused,
    ExactCustomer? Unanswered,
    int Left
);

/// <summary>How far an import is.</summary>
/// <param name="Done">Customers dealt with.</param>
/// <param name="Total">Customers to deal with; 0 while both sides are read.</param>
/// <param name="ResumesAt">Until when it waits for the allowance, UTC; null while it does not wait.</param>
public readonly record struct ImportProgress(int Done, int Total, DateTimeOffset? ResumesAt = null);
