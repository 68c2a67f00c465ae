using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Entries;

/// <summary>A journal and a financial year: the range in which booking numbers are unique and run on.</summary>
/// <param name="Journal">The journal's code, without padding.</param>
/// <param name="Year">The financial year, which need not be the year of the date.</param>
public readonly record struct SeriesKey(string Journal, int Year)
{
    /// <summary>For example <c>70/2026</c>.</summary>
    public override string ToString() => $"{Journal}/{Year}";
}

/// <summary>How far an entry is matched with payments or other entries.</summary>
public enum Matched
{
    /// <summary>It is open.</summary>
    No,

    /// <summary>A part of it is matched.</summary>
    Partly,

    /// <summary>Nothing of it is open.</summary>
    Fully,
}

/// <summary>
/// What stands in an Exact journal for a receivable, whoever made it: a whole entry of a sales journal,
/// or one receivable line of another journal (opening balance, general).
/// </summary>
public sealed record Entry
{
    /// <summary>The id of the receivable line: the key, because one opening balance holds many receivables.</summary>
    public required Guid LineId { get; init; }

    /// <summary>The id of the entry that the line belongs to.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Journal and financial year.</summary>
    public required SeriesKey Series { get; init; }

    /// <summary>Whether the journal is a sales journal.</summary>
    public required bool IsSales { get; init; }

    /// <summary>The period of the financial year that it counts in, which need not be that of the date; null while unknown.</summary>
    public int? Period { get; init; }

    /// <summary>The booking number.</summary>
    public required int Number { get; init; }

    /// <summary>The entry date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The Exact account it is on; null on a collective line.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The name of that account.</summary>
    public string? AccountName { get; init; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Including VAT, in <see cref="Currency"/>, as the books count: an invoice up, a credit note down.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The customer's reference field, where most people type the document number.</summary>
    public string? YourRef { get; init; }

    /// <summary>The payment reference.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The text of the line or entry.</summary>
    public string? Description { get; init; }

    /// <summary>Exact's own invoice number.</summary>
    public int? InvoiceNumber { get; init; }

    /// <summary>The external link, where Bookonce leaves its mark.</summary>
    public string? Mark { get; init; }

    /// <summary>When it was entered, UTC, at the earliest: Exact tells wall-clock time without saying of which season.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>Who entered it, as Exact names them.</summary>
    public string? Creator { get; init; }

    /// <summary>When it was last changed, UTC, as exactly as <see cref="EnteredAt"/>; null while unknown.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Who changed it last, as Exact names them.</summary>
    public string? Changer { get; init; }

    /// <summary>Exact's id of the document with its attachments; null when it has none.</summary>
    public Guid? Attachments { get; init; }

    /// <summary>How far it is matched; null until Exact has said so.</summary>
    public Matched? Matched { get; init; }
}
