using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Relations;

/// <summary>A customer card of Teamleader, as far as a relation in Exact needs it.</summary>
public sealed record Customer
{
    /// <summary>Company or contact, and its id.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>The company's name, or first and last name.</summary>
    public required string Name { get; init; }

    /// <summary>As typed.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The national identification number (KBO, KvK), as typed.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>Street and number.</summary>
    public string? Street { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Two letters.</summary>
    public string? Country { get; init; }

    /// <summary>Where invoices go.</summary>
    public string? Email { get; init; }

    /// <summary>Two letters.</summary>
    public string? Language { get; init; }

    /// <summary>What every mark begins with.</summary>
    internal const string MarkSite = DocumentMark.Site;

    /// <summary>The card's address in Teamleader: the mark that its relation carries for good.</summary>
    public string Mark =>
        $"{MarkSite}{(Key.Kind == CustomerKind.Company ? "company" : "contact")}_detail.php?id={Key.Id:D}";
}

/// <summary>An account of Exact.</summary>
public sealed record Relation
{
    /// <summary>Exact's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Exact's code without padding.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>As stored in Exact.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Chamber of commerce number.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Only a customer (status C) can stand on a sales entry.</summary>
    public required bool IsCustomer { get; init; }

    /// <summary>Blocked in Exact.</summary>
    public required bool IsBlocked { get; init; }

    /// <summary>Free text, where Bookonce leaves its mark on relations it made.</summary>
    public string? Remarks { get; init; }
}
