using System.Text.Json.Serialization;

namespace Bookonce.ExactOnline;

/// <summary>A relation: customer, supplier, prospect. Source: REST reference, crm/Accounts.</summary>
public record Account
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The code as stored: 18 wide, leading spaces. See <see cref="TrimmedCode"/>.</summary>
    public string? Code { get; init; }

    /// <summary>The code without its padding.</summary>
    [JsonIgnore]
    public string? TrimmedCode => Code?.Trim();

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary><c>C</c> customer (needed for sales entries), <c>P</c> prospect, <c>S</c> suspect, <c>A</c> none; says nothing of activity.</summary>
    public string? Status { get; init; }

    /// <summary>Whether the relation is blocked.</summary>
    public bool? Blocked { get; init; }

    /// <summary>When it stopped being used, if it did.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>The search code, padded.</summary>
    public string? SearchCode { get; init; }

    /// <summary>The first address line.</summary>
    public string? AddressLine1 { get; init; }

    /// <summary>The second address line.</summary>
    public string? AddressLine2 { get; init; }

    /// <summary>The post code.</summary>
    public string? Postcode { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The country, two letters, padded to three.</summary>
    public string? Country { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The language, padded.</summary>
    public string? Language { get; init; }

    /// <summary>The VAT number.</summary>
    public string? VATNumber { get; init; }

    /// <summary>The company number.</summary>
    public string? ChamberOfCommerce { get; init; }

    /// <summary>Whether it is a supplier too.</summary>
    public bool? IsSupplier { get; init; }

    /// <summary>The code of the payment condition for sales.</summary>
    public string? PaymentConditionSales { get; init; }

    /// <summary>The default VAT code for sales, padded to three.</summary>
    public string? SalesVATCode { get; init; }

    /// <summary>The default currency for sales.</summary>
    public string? SalesCurrency { get; init; }

    /// <summary>The default revenue account.</summary>
    public Guid? GLAccountSales { get; init; }

    /// <summary>The receivable account, if it differs from the journal's.</summary>
    public Guid? GLAR { get; init; }

    /// <summary>Free text.</summary>
    public string? Remarks { get; init; }

    /// <summary>When it was made; wall-clock time of the administration.</summary>
    public DateTime? Created { get; init; }

    /// <summary>When it was last changed; wall-clock time of the administration.</summary>
    public DateTime? Modified { get; init; }
}

/// <summary>A relation with its row version. Source: REST reference, sync/CRM/Accounts.</summary>
public sealed record SyncAccount : Account
{
    /// <summary>The row version; grows with every change, regenerated when a division moves.</summary>
    public long Timestamp { get; init; }
}

/// <summary>A relation to be created. Source: REST reference, crm/Accounts.</summary>
public sealed record NewAccount
{
    /// <summary>The code; Exact gives the highest plus one when it is left out.</summary>
    public string? Code { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary><c>C</c>: a customer.</summary>
    public string Status { get; init; } = "C";

    /// <summary>The search code.</summary>
    public string? SearchCode { get; init; }

    /// <summary>The first address line.</summary>
    public string? AddressLine1 { get; init; }

    /// <summary>The second address line.</summary>
    public string? AddressLine2 { get; init; }

    /// <summary>The post code.</summary>
    public string? Postcode { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The country, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The website.</summary>
    public string? Website { get; init; }

    /// <summary>The language.</summary>
    public string? Language { get; init; }

    /// <summary>The VAT number.</summary>
    public string? VATNumber { get; init; }

    /// <summary>The company number.</summary>
    public string? ChamberOfCommerce { get; init; }

    /// <summary>The code of the payment condition for sales.</summary>
    public string? PaymentConditionSales { get; init; }

    /// <summary>The default VAT code for sales.</summary>
    public string? SalesVATCode { get; init; }

    /// <summary>The default currency for sales.</summary>
    public string? SalesCurrency { get; init; }

    /// <summary>Remarks.</summary>
    public string? Remarks { get; init; }
}
