using System.Text.Json;

namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>A company entity of the account. The first one planted is the default.</summary>
public sealed record Department
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>The entity's name.</summary>
    public required string Name { get; init; }

    /// <summary>VAT number with country prefix.</summary>
    public string? VatNumber { get; init; }

    /// <summary>ISO code of the currency it keeps its books in.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<Email> Emails { get; init; } = [];

    /// <summary>Telephone numbers.</summary>
    public IReadOnlyList<Telephone> Telephones { get; init; } = [];

    /// <summary>Postal address.</summary>
    public Address? Address { get; init; }

    /// <summary>Web site.</summary>
    public string? Website { get; init; }

    /// <summary>Bank account.</summary>
    public string? Iban { get; init; }

    /// <summary>Bank.</summary>
    public string? Bic { get; init; }

    /// <summary>Fiscal regime, if the country has several.</summary>
    public string? FiscalRegime { get; init; }

    /// <summary>Whether its status is <c>archived</c> instead of <c>active</c>.</summary>
    public bool Archived { get; init; }

    /// <summary>When it was made; the state's clock when planted, unless given.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A VAT rate (or, in its own list, a withholding rate) of one department.</summary>
public sealed record TaxRate
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>The department whose documents may use it.</summary>
    public required Guid DepartmentId { get; init; }

    /// <summary>What the user reads, such as <c>21%</c>.</summary>
    public required string Description { get; init; }

    /// <summary>The rate as a fraction: 0.21 for 21 %.</summary>
    public required decimal Rate { get; init; }
}

/// <summary>A payment term that users pick from. The first one planted is the default.</summary>
public sealed record PaymentTerm
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>What it says.</summary>
    public required Term Term { get; init; }
}

/// <summary>A way of paying that a payment may name.</summary>
public sealed record PaymentMethod
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>What the user reads.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its status is <c>archived</c> instead of <c>active</c>.</summary>
    public bool Archived { get; init; }
}

/// <summary>The ledger account number of a product category in one department.</summary>
public sealed record LedgerNumber(Guid DepartmentId, string AccountNumber);

/// <summary>A product category: in Teamleader's screens the ledger account of a line.</summary>
public sealed record ProductCategory
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>What the user reads.</summary>
    public required string Name { get; init; }

    /// <summary>At most one number per department; a department without one is unmapped.</summary>
    public IReadOnlyList<LedgerNumber> Ledgers { get; init; } = [];
}

/// <summary>A named commercial discount of one department.</summary>
public sealed record CommercialDiscount
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>What the user reads.</summary>
    public required string Name { get; init; }

    /// <summary>The department that gives it.</summary>
    public required Guid DepartmentId { get; init; }
}

/// <summary>A user of the account. The first one planted is the one who consents and whom tokens act as.</summary>
public sealed record User
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Language tag such as <c>nl-BE</c>.</summary>
    public string Language { get; init; } = "nl-BE";

    /// <summary>Function within the company.</summary>
    public string? Function { get; init; }

    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; init; } = "Europe/Brussels";

    /// <summary>Telephone numbers.</summary>
    public IReadOnlyList<Telephone> Telephones { get; init; } = [];
}

/// <summary>A unit of measure for lines.</summary>
public sealed record UnitOfMeasure
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>What the user reads.</summary>
    public required string Name { get; init; }
}

/// <summary>A product of the catalogue.</summary>
public sealed record Product
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>Article code.</summary>
    public string? Code { get; init; }

    /// <summary>What the user reads.</summary>
    public required string Name { get; init; }

    /// <summary>Longer text.</summary>
    public string? Description { get; init; }

    /// <summary>Price per unit excluding VAT.</summary>
    public decimal? SellingPrice { get; init; }

    /// <summary>Currency of the price.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Usual VAT rate.</summary>
    public Guid? TaxRateId { get; init; }

    /// <summary>Ledger account of its lines.</summary>
    public Guid? ProductCategoryId { get; init; }

    /// <summary>Unit it is sold in.</summary>
    public Guid? UnitOfMeasureId { get; init; }

    /// <summary>Custom fields of context <c>product</c>.</summary>
    public IReadOnlyList<CustomFieldValue> CustomFields { get; init; } = [];

    /// <summary>When it was made; the state's clock when planted, unless given.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it last changed; <see cref="AddedAt"/> unless given.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>The definition of a custom field.</summary>
public sealed record CustomFieldDefinition
{
    /// <summary>Assigned when planted, unless given.</summary>
    public Guid Id { get; init; }

    /// <summary>Such as <c>invoice</c>, <c>company</c> or <c>contact</c>; there is none for credit notes.</summary>
    public required string Context { get; init; }

    /// <summary>Such as <c>single_line</c> or <c>integer</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What the user reads.</summary>
    public required string Label { get; init; }

    /// <summary>Heading under which it is shown.</summary>
    public string? Group { get; init; }

    /// <summary>Whether screens insist on a value.</summary>
    public bool Required { get; init; }

    /// <summary>Whether a search looks at its values.</summary>
    public bool Searchable { get; init; }

    /// <summary>Value that new records get, as JSON of the shape that the type asks for.</summary>
    public JsonElement? DefaultValue { get; init; }

    /// <summary>Choices of the select types.</summary>
    public IReadOnlyList<CustomFieldOption> Options { get; init; } = [];
}

/// <summary>A choice of a select field.</summary>
public sealed record CustomFieldOption(Guid Id, string Value);
