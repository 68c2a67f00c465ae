using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Proof;

/// <summary>Why a document is open.</summary>
public enum OpenReason
{
    /// <summary>It has no entry yet.</summary>
    NotBooked,

    /// <summary>Its entry is gone from Exact.</summary>
    EntryGone,

    /// <summary>It is deleted in Teamleader, and its entry still stands.</summary>
    DocumentGone,

    /// <summary>It stands in the books more than once.</summary>
    Twice,

    /// <summary>Another document is linked to the same entry.</summary>
    Shared,

    /// <summary>Total or currency differ, and nobody accepted that.</summary>
    AmountDiffers,

    /// <summary>The VAT of a rate differs, and nobody accepted that.</summary>
    VatDiffers,

    /// <summary>The VAT of its entry was not read yet.</summary>
    VatUnknown,
}

/// <summary>A document that keeps both sides from agreeing.</summary>
/// <param name="Document">Teamleader's id.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Words">The same in a sentence.</param>
public sealed record OpenDocument(Guid Document, string Number, OpenReason Reason, string Words);

/// <summary>A difference that a person accepted.</summary>
/// <param name="Document">Teamleader's id.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Words">What differs.</param>
public sealed record AcceptedDifference(Guid Document, string Number, string Words);

/// <summary>The totals including VAT of one currency, with the sign of the books.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Documents">The sum of the documents.</param>
/// <param name="Entries">The sum of their entries.</param>
public sealed record TotalRow(Currency Currency, decimal Documents, decimal Entries)
{
    /// <summary>What the entries have more.</summary>
    public decimal Difference => Entries - Documents;
}

/// <summary>One VAT rate in one currency, with the sign of the books.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Rate">A fraction: 0.21 is 21 %.</param>
/// <param name="DocumentsTaxable">Net amount of the documents.</param>
/// <param name="DocumentsVat">VAT of the documents.</param>
/// <param name="EntriesTaxable">Net amount of the entries; null while the VAT of one of them is unknown.</param>
/// <param name="EntriesVat">VAT of the entries; null while that of one of them is unknown.</param>
public sealed record VatRow(
    Currency Currency,
    decimal Rate,
    decimal DocumentsTaxable,
    decimal DocumentsVat,
    decimal? EntriesTaxable,
    decimal? EntriesVat
);

/// <summary>What a proof comes to. A closed family.</summary>
public abstract record ProofOutcome
{
    ProofOutcome() { }

    /// <summary>The sentence that a bookkeeper reads.</summary>
    public abstract string Words { get; }

    /// <summary>Both sides agree to the cent.</summary>
    /// <param name="Documents">How many documents.</param>
    public sealed record Agrees(int Documents) : ProofOutcome
    {
        /// <inheritdoc/>
        public override string Words =>
            Documents switch
            {
                0 => "There is no document of these days, so there is nothing to compare.",
                1 => "The one document has exactly one entry; total and VAT agree to the cent.",
                _ => $"Each of the {Documents} documents has exactly one entry; totals and VAT agree to the cent.",
            };
    }

    /// <summary>Both sides agree but for differences that a person accepted.</summary>
    /// <param name="Documents">How many documents.</param>
    /// <param name="Accepted">How many differences.</param>
    public sealed record AgreesExcept(int Documents, int Accepted) : ProofOutcome
    {
        /// <inheritdoc/>
        public override string Words =>
            $"{Have(Documents)} exactly one entry; all agrees but for {Accepted} accepted {(Accepted == 1 ? "difference" : "differences")}, which {(Accepted == 1 ? "is" : "are")} listed.";
    }

    /// <summary>Nothing was seen to differ, but the VAT of some entries was not read yet.</summary>
    /// <param name="Documents">How many documents.</param>
    /// <param name="Unread">How many entries.</param>
    public sealed record NotProved(int Documents, int Unread) : ProofOutcome
    {
        /// <inheritdoc/>
        public override string Words =>
            $"{Have(Documents)} exactly one entry and totals agree, but the VAT of {Unread} {(Unread == 1 ? "entry" : "entries")} was not read yet: nothing is proved.";
    }

    static string Have(int documents) =>
        documents == 1 ? "The one document has" : $"Each of the {documents} documents has";

    /// <summary>Something is open.</summary>
    /// <param name="Documents">How many documents.</param>
    /// <param name="Count">How many of them are open.</param>
    public sealed record Open(int Documents, int Count) : ProofOutcome
    {
        /// <inheritdoc/>
        public override string Words =>
            $"Both sides do not agree: {Count} of {Documents} {(Documents == 1 ? "document" : "documents")} {(Count == 1 ? "is" : "are")} open.";
    }
}

/// <summary>The statement for one connection and the days between two dates.</summary>
public sealed record Statement
{
    /// <summary>The first day, inclusive.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Documents that should have an entry.</summary>
    public required int Documents { get; init; }

    /// <summary>Entries that are linked to them, each counted once.</summary>
    public required int Entries { get; init; }

    /// <summary>Documents that have one entry, which has no other document.</summary>
    public required int OneToOne { get; init; }

    /// <summary>Documents without amount, which need no entry.</summary>
    public required int NothingToBook { get; init; }

    /// <summary>Totals by currency.</summary>
    public required IReadOnlyList<TotalRow> Totals { get; init; }

    /// <summary>VAT by currency and rate.</summary>
    public required IReadOnlyList<VatRow> Vat { get; init; }

    /// <summary>Differences that a person accepted, oldest document first.</summary>
    public required IReadOnlyList<AcceptedDifference> Accepted { get; init; }

    /// <summary>What is open, oldest document first.</summary>
    public required IReadOnlyList<OpenDocument> Open { get; init; }

    /// <inheritdoc cref="ProofOutcome"/>
    public required ProofOutcome Outcome { get; init; }
}
