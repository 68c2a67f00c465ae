namespace Bookonce.Sandbox.World;

/// <summary>The relations that the bookkeeper already has: about half of the customers, named as he knows them.</summary>
internal sealed class RelationBook
{
    readonly Dictionary<Guid, BookRelation> _byCustomer = [];
    readonly Random _random;

    public RelationBook(Story story, Random random)
    {
        _random = random;
        Customer[] customers = [.. story.Customers];
        random.Shuffle(customers);
        var known = customers.Take((customers.Length + 1) / 2).ToList();
        var companies = known.Where(customer => !customer.IsPerson).ToList();
        var documents = story.Documents.CountBy(document => document.Customer.Id).ToDictionary();
        var blocked = companies.MinBy(customer => documents.GetValueOrDefault(customer.Id, int.MaxValue));
        foreach (var customer in known)
            _byCustomer.Add(customer.Id, Relation(customer, NameOf(customer), customer == blocked));
        All = [.. _byCustomer.Values];
        if (companies.FirstOrDefault(customer => customer != blocked && customer.VatNumber is not null) is { } doubled)
            All.Add(Relation(doubled, $"{doubled.Name} (oud)", blocked: false));
    }

    /// <summary>In the order in which they get their codes.</summary>
    public List<BookRelation> All { get; }

    /// <summary>The relation that entries of the customer go to; null when there is none or it is blocked.</summary>
    public BookRelation? Of(Customer customer) =>
        _byCustomer.GetValueOrDefault(customer.Id) is { Blocked: false } relation ? relation : null;

    BookRelation Relation(Customer customer, string name, bool blocked) =>
        new(_random.NextGuid(), name, VatAsTyped(customer.VatNumber), customer.Address, blocked, customer);

    string? VatAsTyped(string? vat) =>
        vat is ['B', 'E', .. { Length: 10 } digits] && _random.Chance(25)
            ? $"BE {digits[..4]}.{digits[4..7]}.{digits[7..]}"
            : vat;

    string NameOf(Customer customer)
    {
        if (customer.IsPerson)
            return _random.Chance(40) ? $"{customer.Name} {customer.FirstName}" : customer.FullName;
        var words = customer.Name.Split(' ');
        return _random.Next(8) switch
        {
            0 => customer.Name.ToUpperInvariant(),
            1 => string.Join(' ', words[..^1]),
            2 when words.Length > 2 => $"{string.Join(' ', words[1..^1])} {words[0]} {words[^1]}",
            _ => customer.Name,
        };
    }
}
