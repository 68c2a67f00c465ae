using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Connections;

/// <summary>Who books.</summary>
public enum Mode
{
    /// <summary>Bookonce books.</summary>
    Book,

    /// <summary>Another integration books; Bookonce only checks and repairs.</summary>
    Watch,
}

/// <summary>What to do with a document whose period is closed in Exact.</summary>
public enum ClosedPeriodRule
{
    /// <summary>Show it as a Problem.</summary>
    Ask,

    /// <summary>Book in the first open period after it, with the document's own date as entry date.</summary>
    FirstOpenPeriod,
}

/// <summary>A tax rate of Teamleader and the VAT code that stands for it in Exact.</summary>
/// <param name="TaxRateId">Teamleader's id of the tax rate.</param>
/// <param name="Description">Its description in Teamleader.</param>
/// <param name="Rate">Its percentage as a fraction.</param>
/// <param name="VatCode">Exact's code; null while nobody chose one.</param>
/// <param name="LedgerAccount">The ledger account of lines with this rate that have no category; null when there is none.</param>
public sealed record TaxRateMapping(
    Guid TaxRateId,
    string Description,
    decimal Rate,
    string? VatCode,
    Guid? LedgerAccount
);

/// <summary>A product category of Teamleader and the ledger account that stands for it in Exact.</summary>
/// <param name="CategoryId">Teamleader's id.</param>
/// <param name="Name">Its name in Teamleader.</param>
/// <param name="LedgerAccount">Exact's account; null while nobody chose one.</param>
public sealed record CategoryMapping(Guid CategoryId, string Name, Guid? LedgerAccount);

/// <summary>A payment term of Teamleader and the payment condition that stands for it in Exact.</summary>
public sealed record PaymentTermMapping(PaymentTerm Term, string Condition);

/// <summary>The next booking number of a series as a person read it in Exact (Master data &gt; Journals).</summary>
public sealed record SeriesStart(SeriesKey Series, int Next);

/// <summary>How one company entity is booked in one administration. Kept when a connection ends, and offered again.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Documents from this date on are booked, this date included.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>The sales journal for invoices.</summary>
    public required string InvoiceJournal { get; init; }

    /// <summary>The sales journal for credit notes.</summary>
    public required string CreditNoteJournal { get; init; }

    /// <inheritdoc cref="Connections.Mode"/>
    public Mode Mode { get; init; } = Mode.Book;

    /// <inheritdoc cref="TaxRateMapping"/>
    public IReadOnlyList<TaxRateMapping> TaxRates { get; init; } = [];

    /// <inheritdoc cref="CategoryMapping"/>
    public IReadOnlyList<CategoryMapping> Categories { get; init; } = [];

    /// <inheritdoc cref="PaymentTermMapping"/>
    public IReadOnlyList<PaymentTermMapping> PaymentTerms { get; init; } = [];

    /// <summary>The payment condition where no term fits, and of every credit note.</summary>
    public string? DefaultPaymentCondition { get; init; }

    /// <summary>Where a discount on a whole document goes.</summary>
    public Guid? DiscountAccount { get; init; }

    /// <summary>Where cents go that lie between the lines and the stated totals.</summary>
    public Guid? RoundingAccount { get; init; }

    /// <inheritdoc cref="ClosedPeriodRule"/>
    public ClosedPeriodRule ClosedPeriods { get; init; } = ClosedPeriodRule.Ask;

    /// <summary>Whether a document that cannot be booked holds up those after it, so that numbers follow dates.</summary>
    public bool StrictOrder { get; init; }

    /// <summary>Next booking numbers as a person read them in Exact, for series of which nothing is known yet.</summary>
    public IReadOnlyList<SeriesStart> SeriesStarts { get; init; } = [];

    /// <summary>The journal of a kind of document.</summary>
    public string JournalOf(DocumentKind kind) => kind == DocumentKind.Invoice ? InvoiceJournal : CreditNoteJournal;
}
