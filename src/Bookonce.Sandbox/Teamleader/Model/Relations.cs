namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>Names a company or a contact, the two kinds of customer.</summary>
public sealed record CustomerReference(CustomerKind Kind, Guid Id);

/// <summary>What a customer is.</summary>
public enum CustomerKind
{
    /// <summary>A company.</summary>
    Company,

    /// <summary>A person.</summary>
    Contact,
}

/// <summary>What companies and contacts have in common.</summary>
public abstract record Relation
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>VAT number with country prefix; may be as malformed as people type it.</summary>
    public string? VatNumber { get; init; }

    /// <summary>National number, such as a SIRET.</summary>
    public string? NationalIdentificationNumber { get; init; }

    /// <summary>Whether its status is <c>deactivated</c> instead of <c>active</c>.</summary>
    public bool Deactivated { get; init; }

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<Email> Emails { get; init; } = [];

    /// <summary>Telephone numbers.</summary>
    public IReadOnlyList<Telephone> Telephones { get; init; } = [];

    /// <summary>Web site.</summary>
    public string? Website { get; init; }

    /// <summary>Addresses; the one of type <c>primary</c> is shown in lists.</summary>
    public IReadOnlyList<TypedAddress> Addresses { get; init; } = [];

    /// <summary>Bank account.</summary>
    public string? Iban { get; init; }

    /// <summary>Bank.</summary>
    public string? Bic { get; init; }

    /// <summary>Language code such as <c>nl</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Term that new invoices get.</summary>
    public Term? PaymentTerm { get; init; }

    /// <summary>Peppol address for electronic invoices.</summary>
    public string? ElectronicInvoicingAddress { get; init; }

    /// <summary>Markdown remarks.</summary>
    public string? Remarks { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Custom fields.</summary>
    public IReadOnlyList<CustomFieldValue> CustomFields { get; init; } = [];

    /// <summary>Whether marketing mails may be sent.</summary>
    public bool MarketingMailsConsent { get; init; }

    /// <summary>Price list.</summary>
    public Guid? PriceListId { get; init; }

    /// <summary>When it was made; the state's clock when planted, unless given.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it last changed; <see cref="AddedAt"/> when planted, unless given.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The name that documents show.</summary>
    public abstract string DisplayName { get; }
}

/// <summary>A company.</summary>
public sealed record Company : Relation
{
    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>Legal form.</summary>
    public Guid? BusinessTypeId { get; init; }

    /// <summary>User who looks after it.</summary>
    public Guid? ResponsibleUserId { get; init; }

    /// <summary>ISO code of the currency that new invoices get.</summary>
    public string? PreferredCurrency { get; init; }

    /// <inheritdoc />
    public override string DisplayName => Name;
}

/// <summary>A person.</summary>
public sealed record Contact : Relation
{
    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>Form of address.</summary>
    public string? Salutation { get; init; }

    /// <summary><c>female</c>, <c>male</c>, <c>non_binary</c>, <c>prefers_not_to_say</c>, <c>unknown</c> or null.</summary>
    public string? Gender { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? Birthdate { get; init; }

    /// <summary>The companies the person is linked to.</summary>
    public IReadOnlyList<CompanyLink> Companies { get; init; } = [];

    /// <inheritdoc />
    public override string DisplayName => FirstName is null ? LastName : $"{FirstName} {LastName}";
}

/// <summary>A person's place in a company.</summary>
public sealed record CompanyLink(
    Guid CompanyId,
    string? Position = null,
    bool DecisionMaker = false,
    string? SecondaryPosition = null,
    string? Division = null
);
