namespace Bookonce.Teamleader;

/// <summary>What a company and a contact have in common when they are added; what is null is left out.</summary>
public abstract record NewCustomer
{
    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<EmailAddress> Emails { get; init; } = [];

    /// <summary>Addresses; each needs a country.</summary>
    public IReadOnlyList<TypedAddress> Addresses { get; init; } = [];

    /// <summary>The language, two letters.</summary>
    public string? Language { get; init; }

    /// <summary>Free text, as Markdown.</summary>
    public string? Remarks { get; init; }

    /// <summary>Tags; one that does not exist yet comes to exist.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>A company to be added. Source: developer.focus.teamleader.eu, companies.add.</summary>
public sealed record NewCompany : NewCustomer
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The VAT number.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The company number.</summary>
    public string? NationalIdentificationNumber { get; init; }
}

/// <summary>A person to be added; takes no VAT number. Source: developer.focus.teamleader.eu, contacts.add.</summary>
public sealed record NewContact : NewCustomer
{
    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public required string LastName { get; init; }
}
