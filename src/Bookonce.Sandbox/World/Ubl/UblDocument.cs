namespace Bookonce.Sandbox.World.Ubl;

/// <summary>A UBL invoice or credit note that was read and found to add up; amounts are in its currency, as stated.</summary>
internal sealed record UblDocument
{
    public required DocumentKind Kind { get; init; }
    public required string Number { get; init; }
    public required DateOnly IssueDate { get; init; }
    public required DateOnly? DueDate { get; init; }
    public required string Currency { get; init; }

    /// <summary>Euro for one unit of the currency: as the document states its VAT in euro, else as it usually is.</summary>
    public required decimal EuroRate { get; init; }
    public required UblParty Supplier { get; init; }
    public required UblParty Customer { get; init; }
    public required string? PaymentReference { get; init; }
    public required string? PurchaseOrder { get; init; }

    /// <summary>The number of the invoice that a credit note refers to.</summary>
    public required string? CreditedNumber { get; init; }

    /// <summary>Lines first, then document allowances (negative) and charges.</summary>
    public required IReadOnlyList<UblLine> Lines { get; init; }

    /// <summary>One for each category and percentage.</summary>
    public required IReadOnlyList<UblSubtotal> Subtotals { get; init; }
    public required decimal TaxExclusive { get; init; }
    public required decimal TaxInclusive { get; init; }
    public required decimal Prepaid { get; init; }
    public required decimal Rounding { get; init; }
}

internal sealed record UblParty(string Name, string? VatNumber, string? LegalId, Address Address, string? Email);

/// <param name="UnitPrice">For one unit, whatever base quantity the price was given for.</param>
/// <param name="Net">After allowances and charges of the line.</param>
internal sealed record UblLine(
    string Description,
    decimal Quantity,
    decimal UnitPrice,
    decimal Net,
    UblCategory Category
);

/// <summary>VAT as stated, which is what counts when it is not what the lines give.</summary>
internal sealed record UblSubtotal(UblCategory Category, decimal Taxable, decimal Vat);

/// <param name="Code">The category's code in EN 16931, such as S or AE.</param>
/// <param name="Rate">A fraction; 0 for every category that charges no VAT.</param>
internal sealed record UblCategory(string Code, decimal Rate)
{
    public override string ToString() => $"{Code} {Rate * 100:0.##} %";
}

/// <summary>A file that was left out, and why, in one sentence.</summary>
/// <param name="File">The path below the directory that was read.</param>
/// <param name="Reason">A sentence for a person.</param>
public sealed record UnreadableFile(string File, string Reason);

/// <summary>What keeps a file from being read, in one sentence for a person.</summary>
internal sealed class UblException(string reason) : Exception(reason);
