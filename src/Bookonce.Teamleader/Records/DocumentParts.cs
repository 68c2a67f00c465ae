namespace Bookonce.Teamleader;

/// <summary>The customer as the document shows him.</summary>
public sealed record Invoicee
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The VAT number.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The company or contact; may point to nothing.</summary>
    public Reference? Customer { get; init; }

    /// <summary>The e-mail address; told by <c>info</c> only.</summary>
    public string? Email { get; init; }

    /// <summary>The company number or national number; told by <c>info</c> only.</summary>
    public string? NationalIdentificationNumber { get; init; }

    /// <summary>The person addressed.</summary>
    public ForAttentionOf? ForAttentionOf { get; init; }
}

/// <summary>The person a document is addressed to.</summary>
/// <param name="Name">The name.</param>
/// <param name="Contact">The contact.</param>
public sealed record ForAttentionOf(string? Name, Reference? Contact);

/// <summary>The totals of a document.</summary>
public sealed record Total
{
    /// <summary>Without VAT.</summary>
    public Money? TaxExclusive { get; init; }

    /// <summary>With VAT.</summary>
    public Money? TaxInclusive { get; init; }

    /// <summary>Without VAT, before discounts; invoices' <c>info</c> only.</summary>
    public Money? TaxExclusiveBeforeDiscount { get; init; }

    /// <summary>With VAT, before discounts; invoices' <c>info</c> only.</summary>
    public Money? TaxInclusiveBeforeDiscount { get; init; }

    /// <summary>What is to be paid; less than with VAT when tax is withheld.</summary>
    public Money? Payable { get; init; }

    /// <summary>What is still open; invoices only.</summary>
    public Money? Due { get; init; }

    /// <summary>VAT per percentage; which rate object it was stands on the lines only.</summary>
    public IReadOnlyList<TaxTotal> Taxes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Withheld taxes (Spain, Italy).</summary>
    public IReadOnlyList<WithheldTax> WithheldTaxes
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>VAT at one percentage.</summary>
/// <param name="Rate">The rate as a fraction.</param>
/// <param name="Taxable">The base.</param>
/// <param name="Tax">The VAT.</param>
public sealed record TaxTotal(decimal Rate, Money? Taxable, Money? Tax);

/// <summary>A tax that the customer withholds.</summary>
/// <param name="Id">The withholding rate.</param>
/// <param name="Taxable">The base.</param>
/// <param name="Withheld">The amount.</param>
public sealed record WithheldTax(string? Id, Money? Taxable, Money? Withheld);

/// <summary>The rate between the document's currency and the account's.</summary>
/// <param name="From">ISO code.</param>
/// <param name="To">ISO code.</param>
/// <param name="Rate">The rate; its direction is not documented.</param>
public sealed record CurrencyExchangeRate(string? From, string? To, decimal? Rate);

/// <summary>A discount.</summary>
/// <param name="Type"><c>percentage</c>.</param>
/// <param name="Value">From 0 to 100.</param>
/// <param name="Description">Its name, on discounts of a whole document.</param>
public sealed record Discount(string? Type, decimal Value, string? Description = null);

/// <summary>A payment; it has no id, method or reference.</summary>
/// <param name="PaidAt">When (UTC).</param>
/// <param name="Amount">How much; the member is called <c>payment</c>.</param>
public sealed record Payment(
    DateTimeOffset? PaidAt,
    [property: System.Text.Json.Serialization.JsonPropertyName("payment")] Money? Amount
);

/// <summary>Lines under one heading.</summary>
public sealed record LineGroup
{
    /// <summary>The heading.</summary>
    public Section? Section { get; init; }

    /// <summary>The lines in order.</summary>
    public IReadOnlyList<LineItem> LineItems
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A heading.</summary>
/// <param name="Title">The text, null when untitled.</param>
public sealed record Section(string? Title);

/// <summary>A line; it has no id.</summary>
public sealed record LineItem
{
    /// <summary>The product.</summary>
    public Reference? Product { get; init; }

    /// <summary>The category, which is the ledger account; may be missing.</summary>
    public Reference? ProductCategory { get; init; }

    /// <summary>The quantity.</summary>
    public decimal Quantity { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>More description, Markdown.</summary>
    public string? ExtendedDescription { get; init; }

    /// <summary>The unit of measure.</summary>
    public Reference? Unit { get; init; }

    /// <summary>The price of one, excluding VAT; negative for a fixed discount.</summary>
    public UnitPrice? UnitPrice { get; init; }

    /// <summary>The tax rate: the only place where it is told which of several equal percentages it is.</summary>
    public Reference? Tax { get; init; }

    /// <summary>The discount on the line.</summary>
    public Discount? Discount { get; init; }

    /// <summary>The totals of the line.</summary>
    public LineTotal? Total { get; init; }

    /// <summary>The withholding rate.</summary>
    public Reference? WithheldTax { get; init; }
}

/// <summary>The price of one.</summary>
/// <param name="Amount">The amount in the document's currency.</param>
/// <param name="Tax"><c>excluding</c>.</param>
/// <param name="Currency">Told by some answers on credit notes.</param>
public sealed record UnitPrice(decimal Amount, string? Tax = null, string? Currency = null);

/// <summary>The totals of a line; whether they hold a share of the document's discounts is not documented.</summary>
public sealed record LineTotal
{
    /// <summary>Without VAT.</summary>
    public Money? TaxExclusive { get; init; }

    /// <summary>Without VAT, before discounts.</summary>
    public Money? TaxExclusiveBeforeDiscount { get; init; }

    /// <summary>With VAT.</summary>
    public Money? TaxInclusive { get; init; }

    /// <summary>With VAT, before discounts.</summary>
    public Money? TaxInclusiveBeforeDiscount { get; init; }
}
