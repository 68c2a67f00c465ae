using Bookonce.Domain.Booking;
using Bookonce.Domain.Budgets;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Repair;

/// <summary>What a repair is planned from: the administration, and the connection that is to be repaired.</summary>
public sealed record RepairBooks
{
    /// <summary>The whole administration, as the finder saw it.</summary>
    public required DuplicateBooks Books { get; init; }

    /// <summary>The documents of the connection. Entries of others are kept.</summary>
    public required IReadOnlySet<Guid> Own { get; init; }

    /// <summary>How the connection books.</summary>
    public required ConnectionSettings Settings { get; init; }

    /// <summary>The present instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What is known of the series.</summary>
    public IReadOnlyCollection<Series> Series { get; init; } = [];

    /// <summary>Intents that are unknown, and those with a try that was never answered.</summary>
    public IReadOnlyCollection<Intent> Intents { get; init; } = [];

    /// <summary>Where documents would be booked today, for those that have no link to tell.</summary>
    public IReadOnlyDictionary<Guid, SeriesKey> Goes { get; init; } = new Dictionary<Guid, SeriesKey>();

    /// <summary>Documents that cannot be booked as they are, and why.</summary>
    public IReadOnlyDictionary<Guid, Problem> Unbookable { get; init; } = new Dictionary<Guid, Problem>();

    /// <summary>When an entry that takes another back would be dated; null when no open period is known.</summary>
    public OpenDay? ReverseOn { get; init; }

    /// <summary>Whether Exact lets us delete entries.</summary>
    public Known MayDelete { get; init; }

    /// <summary>What is left to call with.</summary>
    public Budget Budget { get; init; } = Budget.Untold;

    /// <summary>How late an unanswered try may still take effect.</summary>
    public TimeSpan Lateness { get; init; } = Fence.LongestLateness;

    /// <summary>Which of several entries stays, where a person said so: the receivable line by the key of the case.</summary>
    public IReadOnlyDictionary<string, Guid> Survivors { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Whether a document belongs to the connection.</summary>
    public bool IsOwn(SalesDocument document) => Own.Contains(document.Id);

    /// <summary>Whether the connection books in a journal.</summary>
    public bool IsOwn(string journal) => journal == Settings.InvoiceJournal || journal == Settings.CreditNoteJournal;
}

/// <summary>A day in a period that is open.</summary>
/// <param name="Date">The day.</param>
/// <param name="Year">The financial year that it counts in.</param>
public sealed record OpenDay(DateOnly Date, int Year);
