using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Relations;

/// <summary>What to do about the relation of a customer. A closed family.</summary>
public abstract record RelationDecision
{
    RelationDecision() { }

    /// <summary>This account is the customer.</summary>
    public sealed record Use(Relation Relation) : RelationDecision;

    /// <summary>No account is: make one.</summary>
    public sealed record Create : RelationDecision;

    /// <summary>A person must say, or mend something.</summary>
    public sealed record Ask(Problem Problem) : RelationDecision;
}

/// <summary>
/// Finds the relation of a customer: by our mark, by the entries already adopted for it, by VAT or company number, by
/// name with postcode. Anything less sure is a question.
/// </summary>
public static class RelationDecider
{
    /// <param name="customer">The card in Teamleader.</param>
    /// <param name="relations">All accounts of the administration.</param>
    /// <param name="adopted">The accounts of entries already adopted for this customer and for nobody else.</param>
    public static RelationDecision Decide(Customer customer, RelationIndex relations, IReadOnlyCollection<Guid> adopted)
    {
        var vat = Relations.VatNumber.Normal(customer.VatNumber, customer.Country);
        var found = FirstOf(
            relations.WithMark(customer.Mark),
            [.. adopted.Select(relations.Find).OfType<Relation>()],
            relations.WithVatNumber(vat),
            relations.WithCompanyNumber(customer.CompanyNumber),
            relations.WithNameAndPostcode(customer.Name, customer.Postcode)
        );

        return found switch
        {
            [{ IsBlocked: true } blocked] => Ask(
                "relationBlocked",
                $"{customer.Name} is relation {blocked.Code} in Exact, which is blocked.",
                "Unblock it in Exact."
            ),
            [{ IsCustomer: false } other] => Ask(
                "relationNotCustomer",
                $"{customer.Name} is relation {other.Code} in Exact, which is not a customer.",
                "Set its status to customer in Exact."
            ),
            [var only] => new RelationDecision.Use(only),
            [_, _, ..] => Ask(
                "relationTwice",
                $"{customer.Name} may be relation {string.Join(" or ", found.Select(relation => relation.Code))} in Exact.",
                "Merge them in Exact, so that one is left."
            ),
            _ => NoneFound(customer, vat, relations.WithName(customer.Name, vat, customer.Mark)),
        };
    }

    static RelationDecision NoneFound(Customer customer, string? vat, IReadOnlyList<Relation> sameName) =>
        sameName is [var namesake, ..]
            ? Ask(
                "relationNameOnly",
                $"Exact has a relation {namesake.Code} named {namesake.Name}, but neither VAT number nor postcode tells that it is this customer.",
                "Complete the VAT number or the postcode on either side."
            )
        : vat is not null && !Relations.VatNumber.IsWellFormed(vat)
            ? Ask(
                "vatNumberMalformed",
                $"The VAT number {customer.VatNumber} of {customer.Name} is malformed.",
                $"Correct it in Teamleader: {Relations.VatNumber.FormOf(vat)}."
            )
        : new RelationDecision.Create();

    static RelationDecision.Ask Ask(string code, string what, string remedy) => new(new Problem(code, what, remedy));

    static IReadOnlyList<Relation> FirstOf(params IReadOnlyList<Relation>[] looks) =>
        looks.FirstOrDefault(look => look.Count > 0) ?? [];
}
