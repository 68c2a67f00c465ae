namespace Bookonce.Sandbox.World;

/// <summary>What the two sandboxes are filled with, told once and independently of either service.</summary>
internal sealed record Story
{
    /// <summary>The company entities of the Teamleader account; the first is the default one.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }
    public required IReadOnlyList<TaxRate> TaxRates { get; init; }
    public required IReadOnlyList<ProductCategory> Categories { get; init; }
    public required IReadOnlyList<CurrencyRate> CurrencyRates { get; init; }
    public required IReadOnlyList<Customer> Customers { get; init; }

    /// <summary>Every booked document, by department, kind and number.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }
}

internal sealed record Department(Guid Id, string Name, string? VatNumber, Address Address, string Iban);

internal sealed record Address(string Line, string PostalCode, string City, string Country);

/// <param name="Rate">A fraction: 0.21 is 21 %.</param>
internal sealed record TaxRate(Guid Id, Guid DepartmentId, VatTreatment Treatment, decimal Rate, string Description);

/// <summary>Why a rate is what it is; together with the percentage it decides the VAT code in Exact.</summary>
internal enum VatTreatment
{
    Standard,
    Zero,
    Exempt,
    ReverseCharge,
    IntraEuServices,
    IntraEuGoods,
    IntraEu,
    Export,
    NotSubject,
    CanaryIslands,
    CeutaMelilla,
}

/// <param name="EuroRate">Euro for one unit, from that day on.</param>
internal sealed record CurrencyRate(string Currency, DateOnly From, decimal EuroRate);

/// <param name="LedgerAccount">The code of the revenue account in Exact; the same in each department.</param>
internal sealed record ProductCategory(Guid Id, string Name, string LedgerAccount);

/// <param name="FirstName">Null for a company.</param>
/// <param name="Name">The company's name, or the person's last name.</param>
internal sealed record Customer(
    Guid Id,
    string? FirstName,
    string Name,
    string? VatNumber,
    string? LegalId,
    Address Address,
    string? Email,
    string Language,
    PaymentTerm Term
)
{
    public bool IsPerson => FirstName is not null;
    public string FullName => FirstName is null ? Name : $"{FirstName} {Name}";
}

/// <param name="Days">Days after the invoice date, or after the end of its month; 0 with cash.</param>
internal sealed record PaymentTerm(PaymentTermKind Kind, int Days)
{
    public DateOnly DueOn(DateOnly date) =>
        Kind switch
        {
            PaymentTermKind.EndOfMonth => new DateOnly(date.Year, date.Month, 1).AddMonths(1).AddDays(Days - 1),
            PaymentTermKind.AfterInvoiceDate => date.AddDays(Days),
            _ => date,
        };
}

internal enum PaymentTermKind
{
    Cash,
    EndOfMonth,
    AfterInvoiceDate,
}

internal enum DocumentKind
{
    Invoice,
    CreditNote,
}

/// <summary>One booked document; amounts are in <see cref="Currency"/> and positive, on a credit note too.</summary>
internal sealed record Document
{
    public required Guid Id { get; init; }
    public required Guid DepartmentId { get; init; }
    public required DocumentKind Kind { get; init; }
    public required string Number { get; init; }
    public required DateOnly Date { get; init; }
    public required DateOnly DueOn { get; init; }
    public required PaymentTerm Term { get; init; }
    public required Customer Customer { get; init; }
    public required string Currency { get; init; }

    /// <summary>Euro for one unit of <see cref="Currency"/>.</summary>
    public required decimal EuroRate { get; init; }
    public string? PaymentReference { get; init; }
    public string? PurchaseOrder { get; init; }
    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>A commercial discount on the whole document in percent of its net, 0 when there is none.</summary>
    public decimal DiscountPercentage { get; init; }
    public required DocumentTotals Totals { get; init; }

    /// <summary>Whether the VAT was stated by the document and is not to be recomputed from its lines.</summary>
    public bool VatIsStated { get; init; }
    public IReadOnlyList<DocumentPayment> Payments { get; init; } = [];

    /// <summary>The invoice that this credit note credits.</summary>
    public Guid? CreditedInvoiceId { get; init; }

    /// <summary>The subscription that made this invoice.</summary>
    public Guid? SubscriptionId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <param name="DiscountPercentage">0 to 100.</param>
/// <param name="Net">Rounded, after the line's own discount and before that of the document.</param>
internal sealed record DocumentLine(
    string Description,
    decimal Quantity,
    decimal UnitPrice,
    decimal DiscountPercentage,
    TaxRate Tax,
    ProductCategory? Category,
    decimal Net
);

internal sealed record DocumentPayment(DateOnly Date, decimal Amount);

internal sealed record DocumentTotals(decimal Net, IReadOnlyList<VatShare> Vat)
{
    public decimal VatTotal => Vat.Sum(share => share.Vat);
    public decimal Gross => Net + VatTotal;
}

/// <summary>The part of a document that falls under one rate.</summary>
internal sealed record VatShare(TaxRate Tax, decimal Taxable, decimal Vat);
