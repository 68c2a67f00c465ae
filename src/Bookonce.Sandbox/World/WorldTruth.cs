namespace Bookonce.Sandbox.World;

/// <summary>
/// What really belongs together in a planted world. Nothing of it can be asked over HTTP; it is for tests that run in
/// the same process.
/// </summary>
/// <param name="Documents">Every booked document of the Teamleader sandbox.</param>
/// <param name="Foreign">Every entry that belongs to no document.</param>
public sealed record WorldTruth(IReadOnlyList<DocumentTruth> Documents, IReadOnlyList<ForeignTruth> Foreign)
{
    /// <summary>Documents that stand in the books at least once before anything is connected.</summary>
    public IEnumerable<DocumentTruth> AlreadyBooked => Documents.Where(document => document.Copies.Count > 0);

    /// <summary>Documents that stand in the books more than once.</summary>
    public IEnumerable<DocumentTruth> Twice => Documents.Where(document => document.Copies.Count > 1);
}

/// <summary>A document and its copies in the books.</summary>
/// <param name="Id">Its id in the Teamleader sandbox.</param>
/// <param name="DepartmentId">The company entity that sent it.</param>
/// <param name="IsCreditNote">Whether it is a credit note; its amounts are positive all the same.</param>
/// <param name="Number">The number as Teamleader shows it.</param>
/// <param name="Date">Bookkeeping date.</param>
/// <param name="Currency">ISO code of the currency of all amounts here.</param>
/// <param name="Net">Total without VAT.</param>
/// <param name="Gross">Total with VAT.</param>
/// <param name="Vat">What falls under each tax rate.</param>
/// <param name="Copies">Entries that are this document, in the order in which they were entered.</param>
public sealed record DocumentTruth(
    Guid Id,
    Guid DepartmentId,
    bool IsCreditNote,
    string Number,
    DateOnly Date,
    string Currency,
    decimal Net,
    decimal Gross,
    IReadOnlyList<VatTruth> Vat,
    IReadOnlyList<CopyTruth> Copies
);

/// <summary>What falls under one tax rate of a document, in its currency.</summary>
/// <param name="TaxRateId">The rate's id in the Teamleader sandbox.</param>
/// <param name="Rate">As a fraction.</param>
/// <param name="Taxable">Net amount.</param>
/// <param name="Vat">VAT on it.</param>
public sealed record VatTruth(Guid TaxRateId, decimal Rate, decimal Taxable, decimal Vat);

/// <summary>An entry that is a document.</summary>
/// <param name="Division">The administration.</param>
/// <param name="EntryId">Its EntryID in the Exact sandbox.</param>
/// <param name="Journal">The journal's code.</param>
/// <param name="EntryNumber">The booking number.</param>
/// <param name="Date">The entry's date.</param>
/// <param name="Total">With VAT, in the document's currency; negative for what we owe the customer.</param>
/// <param name="YourRef">What stands in the entry's reference.</param>
/// <param name="PaymentReference">What stands in its payment reference.</param>
/// <param name="Description">What stands in its description.</param>
/// <param name="Origin">How it was made.</param>
/// <param name="Slips">What is not as in the document.</param>
public sealed record CopyTruth(
    int Division,
    Guid EntryId,
    string Journal,
    int EntryNumber,
    DateOnly Date,
    decimal Total,
    string? YourRef,
    string? PaymentReference,
    string Description,
    CopyOrigin Origin,
    CopySlips Slips
);

/// <summary>An entry that belongs to no document.</summary>
/// <param name="Division">The administration.</param>
/// <param name="EntryId">Its EntryID in the Exact sandbox.</param>
/// <param name="Date">The entry's date.</param>
/// <param name="Total">With VAT, in euro.</param>
/// <param name="LooksAlike">Whether it has the amount of an unbooked document of about the same date, on purpose.</param>
public sealed record ForeignTruth(int Division, Guid EntryId, DateOnly Date, decimal Total, bool LooksAlike);

/// <summary>How a copy came into the books.</summary>
public enum CopyOrigin
{
    /// <summary>A person typed it in a sales journal.</summary>
    Typed,

    /// <summary>A person typed it as an open item of the opening balance or a general journal.</summary>
    OpenItem,

    /// <summary>Another connector booked it, with the document's number as reference.</summary>
    EarlierConnector,
}

/// <summary>What is not in a copy as it is in its document.</summary>
[Flags]
public enum CopySlips
{
    /// <summary>The number stands whole in the reference, and the rest is right.</summary>
    None = 0,

    /// <summary>The reference is empty; the whole number stands in the description.</summary>
    NumberInDescription = 1 << 0,

    /// <summary>Only the part after the year was typed.</summary>
    NumberShort = 1 << 1,

    /// <summary>Year and number were typed as one.</summary>
    NumberRunTogether = 1 << 2,

    /// <summary>There is no number; a payment reference may still stand there.</summary>
    NumberMissing = 1 << 3,

    /// <summary>The net amount was typed for the gross one.</summary>
    NetForGross = 1 << 4,

    /// <summary>The total is a cent off.</summary>
    CentOff = 1 << 5,

    /// <summary>Two digits of the total changed places.</summary>
    DigitsSwapped = 1 << 6,

    /// <summary>The date is some days off.</summary>
    DateOff = 1 << 7,

    /// <summary>The date is the last day of the month.</summary>
    MonthEnd = 1 << 8,

    /// <summary>The relation's name is not the customer's.</summary>
    NameVariant = 1 << 9,

    /// <summary>A credit note was typed with the sign of an invoice.</summary>
    PositiveSign = 1 << 10,

    /// <summary>Any slip that leaves the number incomplete.</summary>
    NumberDamaged = NumberShort | NumberRunTogether | NumberMissing,

    /// <summary>Any slip that changes the absolute amount.</summary>
    AmountDamaged = NetForGross | CentOff | DigitsSwapped,
}
