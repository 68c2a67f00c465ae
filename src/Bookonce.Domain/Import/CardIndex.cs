using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching.Reading;
using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Import;

/// <summary>What identifies a customer on either side, in one form for both.</summary>
static class Identity
{
    /// <summary>The VAT number without spaces and dots, with its country.</summary>
    public static string? Vat(string? number, string? country) => VatNumber.Normal(number, country);

    /// <summary>Letters and digits only.</summary>
    public static string? Compact(string? text) =>
        string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } compact
            ? compact
            : null;

    /// <summary>The words that tell a name from others, whatever their order and legal form.</summary>
    public static string Name(string name) => string.Join(' ', NameReader.Words(name));
}

/// <summary>The customers of Teamleader, found by what identifies them.</summary>
sealed class CardIndex
{
    readonly Dictionary<(MatchedBy? By, string Value), List<Customer>> byKey = [];

    public CardIndex(IEnumerable<Customer> cards)
    {
        foreach (var card in cards)
        {
            Add(MatchedBy.Mark, card.Mark, card);
            Add(MatchedBy.VatNumber, Identity.Vat(card.VatNumber, card.Country), card);
            Add(MatchedBy.CompanyNumber, Identity.Compact(card.CompanyNumber), card);
            Add(null, Identity.Name(card.Name), card);
        }
    }

    /// <summary>What says most is asked first; the first that finds somebody decides.</summary>
    public (IReadOnlyList<Customer> Cards, MatchedBy By) Find(ExactCustomer customer)
    {
        var relation = customer.Relation;
        var vat = Identity.Vat(relation.VatNumber, customer.Country);
        (IReadOnlyList<Customer> Cards, MatchedBy By)[] looks =
        [
            ([.. Marks(relation).SelectMany(mark => Found(MatchedBy.Mark, mark))], MatchedBy.Mark),
            (Found(MatchedBy.VatNumber, vat), MatchedBy.VatNumber),
            (Found(MatchedBy.CompanyNumber, Identity.Compact(relation.CompanyNumber)), MatchedBy.CompanyNumber),
            (
                [
                    .. Namesakes(customer)
                        .Where(card =>
                            Identity.Compact(card.Postcode) is { } own && own == Identity.Compact(relation.Postcode)
                        ),
                ],
                MatchedBy.NameAndPostcode
            ),
        ];
        return looks.FirstOrDefault(look => look.Cards.Count > 0, ([], default));
    }

    /// <summary>Cards of the same name, but for those that are certainly somebody else: they have another VAT number.</summary>
    public IReadOnlyList<Customer> Namesakes(ExactCustomer customer)
    {
        var vat = Identity.Vat(customer.Relation.VatNumber, customer.Country);
        return
        [
            .. Found(null, Identity.Name(customer.Relation.Name))
                .Where(card =>
                    vat is null || Identity.Vat(card.VatNumber, card.Country) is not { } other || other == vat
                ),
        ];
    }

    static IEnumerable<string> Marks(Relation relation) =>
        (relation.Remarks ?? "")
            .Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith(Customer.MarkSite, StringComparison.Ordinal));

    IReadOnlyList<Customer> Found(MatchedBy? by, string? value) =>
        value is not null && byKey.TryGetValue((by, value), out var cards) ? cards : [];

    void Add(MatchedBy? by, string? value, Customer card)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (!byKey.TryGetValue((by, value), out var cards))
            byKey[(by, value)] = cards = [];
        cards.Add(card);
    }
}
