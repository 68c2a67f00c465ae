namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>Lines under one heading; no title for an untitled section.</summary>
public sealed record LineGroup(string? Title, IReadOnlyList<Line> Lines);

/// <summary>A line of a document. Amounts are in the document's currency and exclude VAT.</summary>
public sealed record Line
{
    /// <summary>How many; may be negative.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Price of one, excluding VAT; negative for a fixed discount.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>What was sold.</summary>
    public required string Description { get; init; }

    /// <summary>Markdown text below the description.</summary>
    public string? ExtendedDescription { get; init; }

    /// <summary>A VAT rate of the document's department.</summary>
    public required Guid TaxRateId { get; init; }

    /// <summary>The ledger account; null is unmapped.</summary>
    public Guid? ProductCategoryId { get; init; }

    /// <summary>The product.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>The unit of measure.</summary>
    public Guid? UnitOfMeasureId { get; init; }

    /// <summary>Discount on the line, 0 to 100.</summary>
    public decimal? DiscountPercentage { get; init; }

    /// <summary>A withholding rate (Spain, Italy).</summary>
    public Guid? WithholdingTaxRateId { get; init; }

    /// <summary>The line's net total where it is stated instead of following from quantity, price and discount.</summary>
    public decimal? StatedNet { get; init; }

    /// <summary>Net after the line's own discount, before any of the document; filled in when the document is stored.</summary>
    public decimal Net { get; init; }

    /// <summary>The line's totals as shown; filled in when the document is stored.</summary>
    public LineTotals Totals { get; init; } = new(0, 0, 0, 0);
}

/// <summary>A line's totals in the document's currency, after and before the line's own discount.</summary>
public sealed record LineTotals(
    decimal TaxExclusive,
    decimal TaxExclusiveBeforeDiscount,
    decimal TaxInclusive,
    decimal TaxInclusiveBeforeDiscount
);

/// <summary>A discount on a whole document: a percentage from 0 to 100 of the total excluding VAT.</summary>
public sealed record Discount(decimal Percentage, string Description);

/// <summary>VAT of one percentage: rate as a fraction, amounts in the document's currency.</summary>
public sealed record TaxTotal(decimal Rate, decimal Taxable, decimal Tax);

/// <summary>Withheld tax of one withholding rate, amounts in the document's currency.</summary>
public sealed record WithheldTax(Guid WithholdingTaxRateId, decimal Taxable, decimal Withheld);

/// <summary>One unit of <paramref name="From"/> is <paramref name="Rate"/> units of <paramref name="To"/>.</summary>
public sealed record ExchangeRate(string From, string To, decimal Rate);

/// <summary>A document's totals in its currency.</summary>
public sealed record DocumentTotals
{
    /// <summary>After all discounts, without VAT.</summary>
    public required decimal TaxExclusive { get; init; }

    /// <summary>After all discounts, with VAT.</summary>
    public required decimal TaxInclusive { get; init; }

    /// <summary>What the customer has to pay.</summary>
    public required decimal Payable { get; init; }

    /// <summary>VAT per percentage.</summary>
    public required IReadOnlyList<TaxTotal> Taxes { get; init; }

    /// <summary>Before line and document discounts, without VAT.</summary>
    public required decimal TaxExclusiveBeforeDiscount { get; init; }

    /// <summary>Before line and document discounts, with VAT.</summary>
    public required decimal TaxInclusiveBeforeDiscount { get; init; }

    /// <summary>Taxes withheld by the customer.</summary>
    public IReadOnlyList<WithheldTax> WithheldTaxes { get; init; } = [];
}
