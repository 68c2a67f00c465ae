using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;

namespace Bookonce.Engine.Store;

/// <summary>The order of a page of documents.</summary>
public enum DocumentSort
{
    /// <summary>By date, then by number.</summary>
    Date,

    /// <summary>By the number's parts as numbers.</summary>
    Number,

    /// <summary>By customer name.</summary>
    Customer,

    /// <summary>By total excluding VAT.</summary>
    Net,

    /// <summary>By total including VAT.</summary>
    Gross,

    /// <summary>By status.</summary>
    Status,

    /// <summary>By booking number; documents without one come last.</summary>
    BookingNumber,
}

/// <summary>Which documents a page shows.</summary>
/// <param name="Connection">Of one connection.</param>
/// <param name="Kind">Invoices or credit notes.</param>
/// <param name="From">First date, included.</param>
/// <param name="To">Last date, included.</param>
/// <param name="Status">Only this status.</param>
/// <param name="Search">Part of number, customer name or booking number, case-insensitive.</param>
/// <param name="Sort">The order.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record DocumentQuery(
    Guid Connection,
    DocumentKind Kind,
    DateOnly? From = null,
    DateOnly? To = null,
    DocumentStatus? Status = null,
    string? Search = null,
    DocumentSort Sort = DocumentSort.Date,
    bool Descending = true,
    int Skip = 0,
    int Take = 20
);

/// <summary>A page of rows and how many there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>
/// A document as a row on screen. Amounts of credit notes are positive, as in Teamleader. <c>IsPaid</c> is Teamleader's
/// word; <c>IsMatched</c> says that Exact has matched the entry in full, and false that this is not known.
/// </summary>
public sealed record DocumentRow(
    Guid Id,
    string Number,
    DateOnly Date,
    DateOnly? DueDate,
    string Customer,
    string Currency,
    decimal Net,
    decimal Gross,
    bool IsPaid,
    DocumentStatus Status,
    Problem? Problem,
    int? BookingNumber,
    SeriesKey? Series,
    LinkOrigin? Origin,
    bool IsMatched
);

/// <summary>A series as a row on screen.</summary>
/// <param name="Series">Journal and financial year.</param>
/// <param name="Description">The journal's name.</param>
/// <param name="IsUsed">Whether a connection books in the journal.</param>
/// <param name="Entries">Entries seen in it.</param>
/// <param name="First">The lowest booking number seen.</param>
/// <param name="Last">The highest booking number seen; null in a series that looks empty.</param>
/// <param name="Numbering">Who gives the numbers.</param>
public sealed record SeriesRow(
    SeriesKey Series,
    string Description,
    bool IsUsed,
    int Entries,
    int? First,
    int? Last,
    NumberingMode Numbering
);

/// <summary>A document that a person should look at.</summary>
public sealed record ProblemRow(
    Guid DocumentId,
    DocumentKind Kind,
    string Number,
    DateOnly Date,
    string Customer,
    DocumentStatus Status,
    Problem Problem
);

/// <summary>The last line of an administration's decision log.</summary>
/// <param name="Sequence">Its place; 0 while the log is empty.</param>
/// <param name="Hash">Its hash; empty while the log is empty.</param>
public sealed record LogEnd(long Sequence, string Hash);

/// <summary>What pages read, in pages. Nothing here is needed to book.</summary>
public interface IReadSide
{
    /// <summary>A page of documents.</summary>
    Task<Page<DocumentRow>> Documents(DocumentQuery query, CancellationToken stop = default);

    /// <summary>How many documents of a connection stand where.</summary>
    Task<IReadOnlyDictionary<DocumentStatus, int>> CountByStatus(Guid connection, CancellationToken stop = default);

    /// <summary>The series of the connection's administration, by journal and year.</summary>
    Task<IReadOnlyList<SeriesRow>> Series(Guid connection, CancellationToken stop = default);

    /// <summary>Runs of a connection, newest first.</summary>
    Task<Page<Run>> Runs(Guid connection, int skip, int take, CancellationToken stop = default);

    /// <summary>Documents of a connection with something to say: what changed since they were linked, then questions, twins, waiting and problems; oldest first.</summary>
    Task<Page<ProblemRow>> Problems(Guid connection, int skip, int take, CancellationToken stop = default);

    /// <summary>Where the decision log of an administration ends now.</summary>
    Task<LogEnd> LogEnd(Guid administration, CancellationToken stop = default);

    /// <summary>The columns that a person chose for a page; null when none were chosen yet.</summary>
    Task<IReadOnlyList<string>?> Columns(string person, string page, CancellationToken stop = default);
}
