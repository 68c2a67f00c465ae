using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Relations;

/// <summary>The accounts of an administration, found by what identifies them.</summary>
public sealed class RelationIndex
{
    readonly Dictionary<Guid, Relation> byId = [];
    readonly Dictionary<(string Kind, string Value), List<Relation>> byKey = [];

    /// <summary>Indexes the accounts.</summary>
    public RelationIndex(IEnumerable<Relation> relations)
    {
        foreach (var relation in relations)
            Add(relation);
    }

    /// <summary>Adds an account that was just made.</summary>
    public void Add(Relation relation)
    {
        byId[relation.Id] = relation;
        foreach (var key in KeysOf(relation))
        {
            if (!byKey.TryGetValue(key, out var relations))
                byKey[key] = relations = [];
            relations.Add(relation);
        }
    }

    /// <summary>The account with this id, if it exists.</summary>
    public Relation? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Accounts that carry a mark.</summary>
    public IReadOnlyList<Relation> WithMark(string mark) => Found("mark", mark);

    internal IReadOnlyList<Relation> WithVatNumber(string? normal) => Found("vat", normal);

    internal IReadOnlyList<Relation> WithCompanyNumber(string? number) => Found("number", Compact(number));

    /// <summary>Namesakes, but for those that are certainly somebody else: another VAT number, or made for another card.</summary>
    internal IReadOnlyList<Relation> WithName(string name, string? vat, string mark) =>
        [
            .. Found("name", NameForm(name))
                .Where(relation => vat is null || VatNumber.Normal(relation.VatNumber) is not { } other || other == vat)
                .Where(relation => Marks(relation).All(other => other == mark)),
        ];

    internal IReadOnlyList<Relation> WithNameAndPostcode(string name, string? postcode) =>
        Found("name", NameForm(name))
            .Where(relation => Compact(relation.Postcode) is { } own && own == Compact(postcode))
            .ToArray();

    static IEnumerable<(string, string)> KeysOf(Relation relation)
    {
        foreach (var mark in Marks(relation))
            yield return ("mark", mark);
        if (VatNumber.Normal(relation.VatNumber) is { } vat)
            yield return ("vat", vat);
        if (Compact(relation.CompanyNumber) is { } number)
            yield return ("number", number);
        yield return ("name", NameForm(relation.Name));
    }

    static IEnumerable<string> Marks(Relation relation) =>
        (relation.Remarks ?? "")
            .Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith(Customer.MarkSite, StringComparison.Ordinal));

    IReadOnlyList<Relation> Found(string kind, string? value) =>
        value is not null && byKey.TryGetValue((kind, value), out var relations) ? relations : [];

    /// <summary>Letters and digits only, so that punctuation and case do not matter.</summary>
    static string NameForm(string name) => string.Join(' ', DocumentNumber.Parts(name));

    static string? Compact(string? text) =>
        string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } compact
            ? compact
            : null;
}
