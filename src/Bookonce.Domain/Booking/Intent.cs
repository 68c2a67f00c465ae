using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Booking;

/// <summary>How an intent stands.</summary>
public enum IntentState
{
    /// <summary>Made, perhaps sent; what became of it is not known. The state from the first moment on.</summary>
    Unknown,

    /// <summary>The entry was found or answered.</summary>
    Confirmed,

    /// <summary>Every try was refused and the number is free again, or the number is held by something else.</summary>
    Refused,
}

/// <summary>
/// The durable record, made before the request, that a document is about to be booked. Every try of an intent carries
/// the same bytes.
/// </summary>
public sealed record Intent
{
    /// <summary>The intent's own id. It is not sent: Exact may refuse an entry that names its own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Where it goes.</summary>
    public required SeriesKey Series { get; init; }

    /// <summary>The fence; null where Exact numbers.</summary>
    public required int? Number { get; init; }

    /// <summary>What the entry will carry for good.</summary>
    public required string Mark { get; init; }

    /// <summary>What its reference field will say: the document number of that moment.</summary>
    public required string YourRef { get; init; }

    /// <summary>What the document said when the bytes were made; it may say something else by now.</summary>
    public required DocumentFacts Document { get; init; }

    /// <summary>What the entry must say.</summary>
    public required EntryFacts Entry { get; init; }

    /// <summary>The exact bytes of every try.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <inheritdoc cref="IntentState"/>
    public IntentState State { get; init; }

    /// <summary>Tries begun so far. An intent is recorded with its first try already counted.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>Tries that were never answered. They are remembered for good.</summary>
    public int Unanswered { get; init; } = 1;

    /// <summary>What Exact said to the last try that it refused; null when it refused none.</summary>
    public string? Refusal { get; init; }

    /// <summary>When the last try began, UTC.</summary>
    public required DateTimeOffset LastTry { get; init; }
}
