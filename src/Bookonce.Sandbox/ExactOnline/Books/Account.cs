namespace Bookonce.Sandbox.ExactOnline;

/// <summary>A relation of the administration (crm/Accounts).</summary>
public sealed class Account : Row
{
    internal Account(Stamp stamp)
        : base(stamp) { }

    /// <summary>The number without the leading spaces that the service pads it with to eighteen.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>A none, S suspect, P prospect, C customer. Only a customer can be sold to.</summary>
    public string Status { get; set; } = "A";
    public bool IsSupplier { get; set; }
    public bool Blocked { get; set; }

    /// <summary>As entered, separators included.</summary>
    public string? VatNumber { get; set; }

    /// <summary>The company number.</summary>
    public string? ChamberOfCommerce { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? AddressLine1 { get; set; }
    public string? Postcode { get; set; }
    public string? City { get; set; }

    /// <summary>Two letters, unpadded here.</summary>
    public string? Country { get; set; }
    public string? Language { get; set; }
    public string? SearchCode { get; set; }

    /// <summary>The code of the payment condition of an entry that names none.</summary>
    public string? PaymentConditionSales { get; set; }

    /// <summary>The VAT code of a line that names none, after the ledger account's.</summary>
    public string? SalesVatCode { get; set; }

    /// <summary>The receivable account of this relation alone, or null for the sales journal's.</summary>
    public Guid? ReceivableAccount { get; set; }

    /// <summary>Grows with every change, across all rows of the administration.</summary>
    public long RowVersion { get; internal set; }
}

/// <summary>A relation to be added.</summary>
public sealed record AccountDraft(string Name)
{
    /// <summary>Null takes a new id.</summary>
    public Guid? Id { get; init; }

    /// <summary>Null takes the highest code plus one.</summary>
    public string? Code { get; init; }

    /// <summary>A none, S suspect, P prospect, C customer.</summary>
    public string Status { get; init; } = "C";
    public bool IsSupplier { get; init; }
    public bool Blocked { get; init; }
    public string? VatNumber { get; init; }
    public string? ChamberOfCommerce { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? AddressLine1 { get; init; }
    public string? Postcode { get; init; }
    public string? City { get; init; }

    /// <summary>Null takes the administration's.</summary>
    public string? Country { get; init; }
    public string? Language { get; init; }
    public string? PaymentConditionSales { get; init; }
    public string? SalesVatCode { get; init; }
    public Guid? ReceivableAccount { get; init; }
}
