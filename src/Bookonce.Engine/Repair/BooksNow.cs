using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Repair;

/// <summary>The books as they were when Exact was last followed while a plan is applied.</summary>
/// <param name="Books">The administration.</param>
/// <param name="Own">The documents of the connection.</param>
/// <param name="Masters">To translate documents with.</param>
/// <param name="Look">What a look says, when somebody asks.</param>
sealed record BooksNow(Books Books, IReadOnlyDictionary<Guid, StoredDocument> Own, Masters Masters, Lazy<Verdicts> Look)
{
    readonly Dictionary<Guid, Entry> byLine = Books.Entries.ToDictionary(entry => entry.LineId);

    /// <summary>What a look says of the documents.</summary>
    public Verdicts Verdicts => Look.Value;

    /// <summary>An entry of the mirror by its receivable line.</summary>
    public Entry? Find(Guid line) => byLine.GetValueOrDefault(line);

    /// <summary>The entry of the mirror that a link points to.</summary>
    public Entry? EntryOf(Link link) => new LinkedEntries([link], Books.Entries).EntryOf(link);

    /// <summary>Entries that are or may be a document, and are not its link.</summary>
    public IEnumerable<Entry> MayBe(Guid document) =>
        (
            Verdicts.Of(document) switch
            {
                Verdict.Adopt(var candidate) => [candidate],
                Verdict.Twice(var twins) => twins,
                _ => Verdicts.Candidates(document),
            }
        ).Select(candidate => candidate.Entry);

    /// <summary>Whether Exact was seen to refuse a taken number.</summary>
    public bool IsFenced(SeriesKey series) =>
        Books.Series.Any(known => known.Key == series && known.Numbering == NumberingMode.Fenced);

    /// <summary>What a document would be in Exact; null when it cannot be booked as it is.</summary>
    public EntryDraft? DraftOf(DocumentRef document, ConnectionSettings settings) =>
        Own.TryGetValue(document.Id, out var stored)
        && Translator.Translate(stored.Content, settings, Masters) is Translation.Ready(var draft)
            ? draft
            : null;
}
