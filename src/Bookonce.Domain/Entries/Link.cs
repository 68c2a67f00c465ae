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

/// <summary>What an entry said when it was booked or adopted.</summary>
/// <param name="Date">The entry date.</param>
/// <param name="Amount">Including VAT, in the entry's currency, as the books count.</param>
/// <param name="Account">The Exact account it is on; null on a collective line.</param>
public sealed record EntryFacts(DateOnly Date, decimal Amount, Guid? Account)
{
    /// <summary>What the entry says now.</summary>
    public static EntryFacts Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new EntryFacts(entry.Date, entry.Amount, entry.AccountId);
    }
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
)
{
    /// <summary>When it was made, UTC; null where nobody noted it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What the document said then; null where nobody noted it.</summary>
    public DocumentFacts? Document { get; init; }

    /// <summary>What the entry said then; null where nobody noted it.</summary>
    public EntryFacts? Entry { get; init; }

    /// <summary>A person accepted the differences as these facts show them.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The link of a document to an entry that is there.</summary>
    public static Link To(Entry entry, SalesDocument document, LinkOrigin origin, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(document);
        return new Link(document.Id, document.Kind, entry.EntryId, entry.LineId, entry.Series, entry.Number, origin)
        {
            At = at,
            Document = DocumentFacts.Of(document),
            Entry = EntryFacts.Of(entry),
        };
    }

    /// <summary>The same link, with everything as it is now: a person accepted the differences.</summary>
    public Link Accepted(SalesDocument document, Entry entry) =>
        To(entry, document, Origin, At ?? default) with
        {
            At = At,
            IsAccepted = true,
        };
}
