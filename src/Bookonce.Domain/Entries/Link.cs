using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Entries;

/// <summary>How a link came to be.</summary>
public enum LinkOrigin
{
    /// <summary>Bookonce made the entry.</summary>
    Booked,

    /// <summary>The entry was there and is certainly the document.</summary>
    Adopted,

    /// <summary>A person said so.</summary>
    Chosen,
}

/// <summary>The fact "this document is this entry".</summary>
/// <param name="DocumentId">Teamleader's id.</param>
/// <param name="Kind">Invoice or credit note.</param>
/// <param name="EntryId">Exact's id of the entry.</param>
/// <param name="LineId">The receivable line; null until the mirror has seen the entry that was just booked.</param>
/// <param name="Series">Where the entry stands.</param>
/// <param name="BookingNumber">The number shown on screen.</param>
/// <param name="Origin">How the link came to be.</param>
public sealed record Link(
    Guid DocumentId,
    DocumentKind Kind,
    Guid EntryId,
    Guid? LineId,
    SeriesKey Series,
    int BookingNumber,
    LinkOrigin Origin
);
