using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>What is known without weighing: links, the addresses that entries carry, and what people denied. In rows.</summary>
sealed class Ties
{
    /// <summary>The address of a document that is not in the list.</summary>
    public const int Elsewhere = -2;

    readonly Dictionary<int, int> documentOf = [];
    readonly Dictionary<int, List<int>> entriesOf = [];
    readonly Dictionary<int, int> linked = [];
    readonly HashSet<(int, int)> denied = [];

    /// <summary>Reads links, marks and denials.</summary>
    public static Ties Of(MatchBooks books, DocumentSheet documents, EntrySheet entries)
    {
        var ties = new Ties();
        ties.ReadMarks(books, documents, entries);
        ties.ReadLinks(books, documents, entries);
        if (books.Denied is { Count: > 0 } denied)
            ties.ReadDenials(books, denied, documents, entries);
        return ties;
    }

    /// <summary>Entries of which it is known, and the document that each is.</summary>
    public IEnumerable<KeyValuePair<int, int>> Known => documentOf.Concat(linked);

    /// <summary>Whether the entry carries any document's address, so that it was made by us and not by hand.</summary>
    public bool IsOurs(int entry) => documentOf.ContainsKey(entry);

    /// <summary>Entries that carry the document's address.</summary>
    public IReadOnlyList<int> MarkedOf(int document) => entriesOf.TryGetValue(document, out var rows) ? rows : [];

    public bool IsMarked(int document, int entry) => documentOf.TryGetValue(entry, out var owner) && owner == document;

    public bool IsRuledOut(int document, int entry) =>
        linked.ContainsKey(entry)
        || denied.Contains((document, entry))
        || documentOf.TryGetValue(entry, out var owner) && owner != document;

    void ReadMarks(MatchBooks books, DocumentSheet documents, EntrySheet entries)
    {
        if (!books.Entries.Any(entry => entry.Mark is not null))
            return;

        var byMark = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < documents.Count; row++)
            if (books.Documents[documents.Source[row]].Mark is { } mark)
                byMark.TryAdd(mark, row);
        for (var row = 0; row < entries.Count; row++)
        {
            if (books.Entries[entries.Source[row]].Mark is not { } mark)
                continue;
            documentOf[row] = byMark.GetValueOrDefault(mark, Elsewhere);
            if (documentOf[row] == Elsewhere)
                continue;
            if (!entriesOf.TryGetValue(documentOf[row], out var rows))
                entriesOf[documentOf[row]] = rows = [];
            rows.Add(row);
        }
    }

    void ReadLinks(MatchBooks books, DocumentSheet documents, EntrySheet entries)
    {
        if (!books.Entries.Any(entry => entry.LinkedTo is not null))
            return;

        var rows = Rows(documents.Source, place => books.Documents[place].Id);
        for (var row = 0; row < entries.Count; row++)
            if (books.Entries[entries.Source[row]].LinkedTo is { } document)
                linked[row] = rows.GetValueOrDefault(document, Elsewhere);
    }

    void ReadDenials(
        MatchBooks books,
        IReadOnlySet<(string Document, string Entry)> pairs,
        DocumentSheet documents,
        EntrySheet entries
    )
    {
        var documentRows = Rows(documents.Source, place => books.Documents[place].Id);
        var entryRows = Rows(entries.Source, place => books.Entries[place].Id);
        foreach (var (document, entry) in pairs)
            if (documentRows.TryGetValue(document, out var one) && entryRows.TryGetValue(entry, out var other))
                denied.Add((one, other));
    }

    static Dictionary<string, int> Rows(int[] source, Func<int, string> id)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < source.Length; row++)
            rows[id(source[row])] = row;
        return rows;
    }
}
