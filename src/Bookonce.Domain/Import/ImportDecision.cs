using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Import;

/// <summary>What tells that a customer of Exact is one of Teamleader.</summary>
public enum MatchedBy
{
    /// <summary>Bookonce left the card's address at the relation.</summary>
    Mark,

    /// <summary>The VAT number.</summary>
    VatNumber,

    /// <summary>The company number.</summary>
    CompanyNumber,

    /// <summary>Name and postcode.</summary>
    NameAndPostcode,

    /// <summary>An earlier import was creating exactly this one when its answer was lost.</summary>
    EarlierImport,
}

/// <summary>Why a customer of Exact is left alone.</summary>
public enum Doubt
{
    /// <summary>The relation is blocked.</summary>
    Blocked,

    /// <summary>It has no name.</summary>
    Nameless,

    /// <summary>It stands for many customers.</summary>
    Collective,

    /// <summary>Several customers of Teamleader may be it.</summary>
    SeveralInTeamleader,

    /// <summary>Several relations of Exact may be the same customer.</summary>
    SeveralInExact,

    /// <summary>The customer of Teamleader that it looks like is another relation already.</summary>
    LinkedElsewhere,

    /// <summary>One of Teamleader has the same name, and nothing else tells.</summary>
    NameOnly,
}

/// <summary>What becomes of one customer of Exact. A closed family.</summary>
public abstract record ImportDecision
{
    ImportDecision(ExactCustomer customer) => Customer = customer;

    /// <summary>The customer of Exact.</summary>
    public ExactCustomer Customer { get; }

    /// <summary>It is known which customer of Teamleader it is.</summary>
    public sealed record Known(ExactCustomer Customer) : ImportDecision(Customer);

    /// <summary>This customer of Teamleader is it.</summary>
    /// <param name="Customer">The customer of Exact.</param>
    /// <param name="Card">The customer of Teamleader.</param>
    /// <param name="By">What tells.</param>
    public sealed record Match(ExactCustomer Customer, Customer Card, MatchedBy By) : ImportDecision(Customer);

    /// <summary>Teamleader lacks it.</summary>
    /// <param name="Customer">The customer of Exact.</param>
    /// <param name="Kind">What it is created as.</param>
    public sealed record Create(ExactCustomer Customer, CustomerKind Kind) : ImportDecision(Customer);

    /// <summary>It is left alone, for a person to look at.</summary>
    /// <param name="Customer">The customer of Exact.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Names">Who else it may be: customers of Teamleader, or relations of Exact with their codes.</param>
    public sealed record Doubtful(ExactCustomer Customer, Doubt Reason, IReadOnlyList<string> Names)
        : ImportDecision(Customer)
    {
        /// <summary>Why, in a sentence.</summary>
        public string Words =>
            Reason switch
            {
                Doubt.Blocked => "It is blocked in Exact.",
                Doubt.Nameless => "It has no name in Exact.",
                Doubt.Collective => "Its name stands for many customers.",
                Doubt.SeveralInTeamleader => $"Teamleader has several that may be it: {string.Join(", ", Names)}.",
                Doubt.SeveralInExact =>
                    $"Exact has it more than once: {string.Join(", ", Names)}. Merge them in Exact.",
                Doubt.LinkedElsewhere => $"{string.Join(", ", Names)} of Teamleader is another relation already.",
                _ =>
                    $"{string.Join(", ", Names)} of Teamleader has the same name, but neither VAT number nor postcode tells that it is the same.",
            };
    }

    /// <summary>Teamleader has not said yet whether it created it.</summary>
    /// <param name="Customer">The customer of Exact.</param>
    /// <param name="Until">When it may be created again, UTC.</param>
    public sealed record Waiting(ExactCustomer Customer, DateTimeOffset Until) : ImportDecision(Customer);
}
