using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>A line of the entry to be made: one per ledger account and VAT code.</summary>
/// <param name="LedgerAccount">Exact's id of the account.</param>
/// <param name="VatCode">The VAT code.</param>
/// <param name="Net">Excluding VAT, negative for a credit note.</param>
/// <param name="Vat">The VAT, negative for a credit note.</param>
/// <param name="Description">What the line is.</param>
public sealed record EntryLine(Guid LedgerAccount, string VatCode, decimal Net, decimal Vat, string Description);

/// <summary>A document as an entry, to the cent, before it has a customer account and a booking number.</summary>
public sealed record EntryDraft
{
    /// <summary>The journal and the financial year that it goes into.</summary>
    public required SeriesKey Series { get; init; }

    /// <summary>The period within the year.</summary>
    public required int Period { get; init; }

    /// <summary>The document date, kept even when the period is a later one.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Books per unit of <see cref="Currency"/>; null in the currency of the books.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Exact's payment condition.</summary>
    public string? PaymentCondition { get; init; }

    /// <summary>For the bank.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The document number.</summary>
    public required string YourRef { get; init; }

    /// <summary>The text of the entry.</summary>
    public required string Description { get; init; }

    /// <summary>The document's address.</summary>
    public required string Mark { get; init; }

    /// <inheritdoc cref="EntryLine"/>
    public required IReadOnlyList<EntryLine> Lines { get; init; }

    /// <summary>The total including VAT: what the entry must come to.</summary>
    public decimal Gross => Lines.Sum(line => line.Net + line.Vat);
}

/// <summary>What translating a document came to. A closed family.</summary>
public abstract record Translation
{
    Translation() { }

    /// <summary>The entry, ready but for the customer's account and the number.</summary>
    public sealed record Ready(EntryDraft Draft) : Translation;

    /// <summary>A total of zero without lines: nothing would stand in the books.</summary>
    public sealed record NothingToBook : Translation;

    /// <summary>A person must mend something first.</summary>
    public sealed record Stuck(Problem Problem) : Translation;
}
