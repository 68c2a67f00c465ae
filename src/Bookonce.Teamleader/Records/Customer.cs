namespace Bookonce.Teamleader;

/// <summary>What companies and contacts have in common; what the user may not see is absent.</summary>
public abstract record Customer
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary><c>active</c> or <c>deactivated</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The VAT number as typed; of contacts only <c>info</c> tells it.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The company number or national number.</summary>
    public string? NationalIdentificationNumber { get; init; }

    /// <summary>The e-mail addresses.</summary>
    public IReadOnlyList<EmailAddress> Emails
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The telephone numbers.</summary>
    public IReadOnlyList<Telephone> Telephones
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The website.</summary>
    public string? Website { get; init; }

    /// <summary>The primary address; told by <c>list</c> only.</summary>
    public Address? PrimaryAddress { get; init; }

    /// <summary>All addresses; told by <c>info</c> only.</summary>
    public IReadOnlyList<TypedAddress> Addresses
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The IBAN.</summary>
    public string? Iban { get; init; }

    /// <summary>The BIC.</summary>
    public string? Bic { get; init; }

    /// <summary>The language, for example <c>nl</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The payment term agreed.</summary>
    public PaymentTerm? PaymentTerm { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When it was added (UTC).</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The page for people.</summary>
    public string? WebUrl { get; init; }
}

/// <summary>A company. Source: developer.focus.teamleader.eu, companies.list and companies.info.</summary>
public sealed record Company : Customer
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The ISO code of the currency it prefers.</summary>
    public string? PreferredCurrency { get; init; }
}

/// <summary>A person. Source: developer.focus.teamleader.eu, contacts.list and contacts.info.</summary>
public sealed record Contact : Customer
{
    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }
}
