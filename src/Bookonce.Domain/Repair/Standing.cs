using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Repair;

/// <summary>The books as they stand: what each entry is, and which numbers each series holds.</summary>
sealed class Standing
{
    readonly Dictionary<SeriesKey, int[]> numbers;
    readonly Dictionary<SeriesKey, Series> known;
    readonly Dictionary<Guid, SalesDocument> documents;
    readonly Dictionary<Guid, Link> linkOfEntry = [];
    readonly Dictionary<Guid, Twin> twins = [];
    readonly ILookup<SeriesKey, Entry> bySeries;
    readonly KeepRule keeping;
    readonly MakerRule makers;

    public Standing(RepairBooks books)
    {
        Books = books;
        Linked = new LinkedEntries(books.Books.Links, books.Books.Entries);
        documents = books.Books.Documents.ToDictionary(document => document.Id);
        known = books.Series.ToDictionary(series => series.Key);
        (keeping, makers) = (new KeepRule(books.Books), new MakerRule(books.Books));
        bySeries = books.Books.Entries.Where(entry => entry.IsSales).ToLookup(entry => entry.Series);
        // What was booked a moment ago has its number before the mirror has its entry.
        numbers = books
            .Books.Entries.Where(entry => entry.IsSales)
            .Select(entry => (entry.Series, entry.Number))
            .Concat(
                books
                    .Books.Links.Where(link => link.LineId is null && !books.Books.KnownGone.Contains(link.DocumentId))
                    .Select(link => (link.Series, link.BookingNumber))
            )
            .GroupBy(used => used.Series, used => used.Item2)
            .ToDictionary(group => group.Key, group => group.Distinct().Order().ToArray());
        foreach (var link in books.Books.Links)
            if (Linked.EntryOf(link) is { } entry)
                linkOfEntry[entry.LineId] = link;
    }

    public RepairBooks Books { get; }

    public LinkedEntries Linked { get; }

    /// <summary>Numbers that entries have, each once and ascending.</summary>
    public IReadOnlyList<int> NumbersOf(SeriesKey series) => numbers.GetValueOrDefault(series) ?? [];

    /// <summary>Whether an entry has a number.</summary>
    public bool Holds(SeriesKey series, int number) =>
        Array.BinarySearch(numbers.GetValueOrDefault(series) ?? [], number) >= 0;

    /// <summary>Entries of a sales series.</summary>
    public IEnumerable<Entry> EntriesOf(SeriesKey series) => bySeries[series];

    public Series SeriesOf(SeriesKey key) =>
        known.GetValueOrDefault(key) ?? new Series(key, NumberingMode.Untried, null, null, null);

    /// <summary>The number that the series gives next while nothing is changed.</summary>
    public int? NextOf(SeriesKey key)
    {
        var series = SeriesOf(key);
        int? last = NumbersOf(key) is [.., var highest] ? highest : null;
        var seen = series with { Highest = new[] { series.Highest, last }.Max() };
        return (seen with { Numbering = NumberingMode.Untried }).Next;
    }

    /// <summary>Numbers that no other document may get: those of unknown intents.</summary>
    public IEnumerable<int> ReservedIn(SeriesKey series) =>
        Books
            .Intents.Where(intent => intent.Series == series && intent.State == IntentState.Unknown)
            .Select(intent => intent.Number)
            .OfType<int>();

    /// <summary>Whether numbers are Exact's to give: it does so itself, or another integration books there.</summary>
    public bool ExactNumbers(SeriesKey series) =>
        Books.Settings.Mode == Mode.Watch || SeriesOf(series).Numbering == NumberingMode.ExactNumbers;

    public Link? LinkTo(Entry entry) => linkOfEntry.GetValueOrDefault(entry.LineId);

    public SalesDocument? DocumentOf(Link? link) => link is null ? null : documents.GetValueOrDefault(link.DocumentId);

    /// <summary>What speaks for keeping an entry; looked up once.</summary>
    public Twin TwinOf(Entry entry, SalesDocument? document = null)
    {
        if (twins.TryGetValue(entry.LineId, out var twin))
            return twin;
        var link = LinkTo(entry);
        document = DocumentOf(link) ?? document;
        return twins[entry.LineId] = new Twin(
            entry,
            link is not null,
            makers.Of(entry, link, document),
            keeping.Of(entry, link, document)
        );
    }

    /// <summary>The series in which a document is booked again: its own, else where it would go today.</summary>
    public SeriesKey? HomeOf(SalesDocument document, Link? link, IEnumerable<Entry> twins)
    {
        var journal = Books.Settings.JournalOf(document.Kind);
        return link is not null && link.Series.Journal == journal ? link.Series
            : Books.Goes.TryGetValue(document.Id, out var goes) ? goes
            : twins.FirstOrDefault(twin => twin.IsSales && twin.Series.Journal == journal)?.Series;
    }
}
