namespace Bookonce.Teamleader;

/// <summary>The connected user. Source: developer.focus.teamleader.eu, users.me.</summary>
public sealed record User
{
    /// <summary>The id of the user.</summary>
    public string Id { get; init; } = "";

    /// <summary>The account that the tokens are for; refuse another one on reconnecting.</summary>
    public Reference? Account { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The language, for example <c>nl-BE</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The IANA time zone, for example <c>Europe/Brussels</c>.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>A company entity of the account. Source: developer.focus.teamleader.eu, departments.list.</summary>
public sealed record Department
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The VAT number.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The ISO code of its currency.</summary>
    public string? Currency { get; init; }

    /// <summary><c>active</c> or <c>archived</c>.</summary>
    public string? Status { get; init; }
}

/// <summary>A VAT rate of one department. Source: developer.focus.teamleader.eu, taxRates.list.</summary>
public sealed record TaxRate
{
    /// <summary>The id, which implies the department.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Description { get; init; }

    /// <summary>The rate as a fraction; several rates may have the same.</summary>
    public decimal Rate { get; init; }

    /// <summary>The department.</summary>
    public Reference? Department { get; init; }
}

/// <summary>A payment term that can be chosen. Source: developer.focus.teamleader.eu, paymentTerms.list.</summary>
public sealed record NamedPaymentTerm
{
    /// <summary>The id; documents carry the term by value instead.</summary>
    public string Id { get; init; } = "";

    /// <summary><c>cash</c>, <c>end_of_month</c> or <c>after_invoice_date</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Days after that point.</summary>
    public int? Days { get; init; }
}

/// <summary>The payment terms of the account.</summary>
/// <param name="Terms">All of them.</param>
/// <param name="DefaultId">The id of the default one.</param>
public sealed record PaymentTermList(IReadOnlyList<NamedPaymentTerm> Terms, string? DefaultId);

/// <summary>A product category, which is the ledger account of a line. Source: developer.focus.teamleader.eu, productCategories.list.</summary>
public sealed record ProductCategory
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The ledger account number per department; a department may be missing.</summary>
    public IReadOnlyList<Ledger> Ledgers
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>The ledger account of a category in one department.</summary>
/// <param name="Department">The department.</param>
/// <param name="LedgerAccountNumber">The number as the user typed it.</param>
public sealed record Ledger(Reference? Department, string? LedgerAccountNumber);

/// <summary>A commercial discount that can be chosen. Source: developer.focus.teamleader.eu, commercialDiscounts.list.</summary>
public sealed record CommercialDiscount
{
    /// <summary>The id; absent in older answers.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The department.</summary>
    public Reference? Department { get; init; }
}
