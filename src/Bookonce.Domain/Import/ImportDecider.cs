using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching.Reading;
using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Import;

/// <summary>
/// Decides of every customer of Exact whether Teamleader has it, lacks it, or whether only a person can tell. What is doubtful
/// is never created: a customer too few is typed in a minute, one too many is merged by hand and for good.
/// </summary>
public static class ImportDecider
{
    /// <summary>Decides, in the order of the customers.</summary>
    public static IReadOnlyList<ImportDecision> Decide(ImportBooks books)
    {
        ArgumentNullException.ThrowIfNull(books);
        var cards = new CardIndex(books.Cards);
        var alive = books.Cards.Select(card => card.Key).ToHashSet();
        var known = books.Links.Where(link => alive.Contains(link.Key)).Select(link => link.Value).ToHashSet();
        return AmongThemselves([.. books.Customers.Select(customer => Of(customer, books, cards, known))]);
    }

    static ImportDecision Of(ExactCustomer customer, ImportBooks books, CardIndex cards, HashSet<Guid> known)
    {
        var relation = customer.Relation;
        if (known.Contains(relation.Id))
            return new ImportDecision.Known(customer);
        if (relation.IsBlocked)
            return new ImportDecision.Doubtful(customer, Doubt.Blocked, []);
        if (Identity.Name(relation.Name).Length == 0)
            return new ImportDecision.Doubtful(customer, Doubt.Nameless, []);
        if (Earlier(customer, books) is { } earlier)
            return earlier;

        var (found, by) = cards.Find(customer);
        return found switch
        {
            [var only] when books.Links.TryGetValue(only.Key, out var other) && other != relation.Id => Doubtful(
                customer,
                Doubt.LinkedElsewhere,
                found
            ),
            [var only] => new ImportDecision.Match(customer, only, by),
            [_, _, ..] => Doubtful(customer, Doubt.SeveralInTeamleader, found),
            _ when NameReader.IsCollective(NameReader.Words(relation.Name)) => Doubtful(customer, Doubt.Collective, []),
            _ when cards.Namesakes(customer) is [_, ..] namesakes => Doubtful(customer, Doubt.NameOnly, namesakes),
            _ => new ImportDecision.Create(customer, KindOf(customer)),
        };
    }

    /// <summary>What became of a try that was never answered; null when there was none, or it can be sent again.</summary>
    static ImportDecision? Earlier(ExactCustomer customer, ImportBooks books)
    {
        if (!books.Intents.TryGetValue(customer.Relation.Id, out var intent))
            return null;
        var made = books.Cards.Where(card =>
            books.Imported.Contains(card.Key)
            && !books.Links.ContainsKey(card.Key)
            && card.Key.Kind == intent.Kind
            && Identity.Name(card.Name) == Identity.Name(customer.Relation.Name)
        );
        var until = intent.LastTry + Fence.LongestLateness;
        return made.ToArray() is [var only] ? new ImportDecision.Match(customer, only, MatchedBy.EarlierImport)
            : books.Now < until ? new ImportDecision.Waiting(customer, until)
            : null;
    }

    /// <summary>Several relations of Exact must not become one customer, nor one customer several.</summary>
    static IReadOnlyList<ImportDecision> AmongThemselves(IReadOnlyList<ImportDecision> decisions)
    {
        var shared = decisions
            .OfType<ImportDecision.Match>()
            .GroupBy(match => match.Card.Key)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.ToArray<ImportDecision>())
            .Concat(Alike([.. decisions.OfType<ImportDecision.Create>()]))
            .SelectMany(group => group.Select(one => (one.Customer.Relation.Id, Group: group)))
            .GroupBy(pair => pair.Id, pair => pair.Group)
            .ToDictionary(pair => pair.Key, pair => pair.SelectMany(group => group).Distinct());
        return
        [
            .. decisions.Select(decision =>
                shared.TryGetValue(decision.Customer.Relation.Id, out var group)
                    ? new ImportDecision.Doubtful(
                        decision.Customer,
                        Doubt.SeveralInExact,
                        [.. group.Select(one => $"{one.Customer.Relation.Code} {one.Customer.Relation.Name}")]
                    )
                    : decision
            ),
        ];
    }

    /// <summary>Those to be created that have a VAT number, a company number or a name in common.</summary>
    static IEnumerable<ImportDecision[]> Alike(IReadOnlyList<ImportDecision.Create> all) =>
        Groups(all, one => Vat(one.Customer))
            .Concat(Groups(all, one => Identity.Compact(one.Customer.Relation.CompanyNumber)))
            .Concat(
                Groups(all, one => Identity.Name(one.Customer.Relation.Name))
                    .Where(group =>
                        group.Any(one => Vat(one.Customer) is null)
                        || group.DistinctBy(one => Vat(one.Customer)).Count() < group.Length
                    )
            );

    static IEnumerable<ImportDecision[]> Groups(
        IEnumerable<ImportDecision.Create> all,
        Func<ImportDecision.Create, string?> key
    ) =>
        all.Where(one => key(one) is not null)
            .GroupBy(one => key(one)!, StringComparer.Ordinal)
            .Select(group => group.ToArray<ImportDecision>())
            .Where(group => group.Length > 1);

    static string? Vat(ExactCustomer customer) => Identity.Vat(customer.Relation.VatNumber, customer.Country);

    static ImportDecision.Doubtful Doubtful(ExactCustomer customer, Doubt doubt, IEnumerable<Customer> cards) =>
        new(customer, doubt, [.. cards.Select(card => card.Name)]);

    /// <summary>Exact does not say which customers are people. Whoever has a number or a legal form is none.</summary>
    static CustomerKind KindOf(ExactCustomer customer) =>
        Vat(customer) is not null
        || Identity.Compact(customer.Relation.CompanyNumber) is not null
        || NameReader.HasLegalForm(customer.Relation.Name)
            ? CustomerKind.Company
            : CustomerKind.Contact;
}
