namespace Bookonce.Domain.Entries;

/// <summary>The links of an administration and the entries that they point to.</summary>
public sealed class LinkedEntries
{
    readonly Dictionary<Guid, Link> byDocument;
    readonly Dictionary<Guid, Entry> byLine = [];
    readonly Dictionary<Guid, Entry> bySalesEntry = [];
    readonly HashSet<Guid> lines;
    readonly HashSet<Guid> salesEntries;

    /// <summary>Finds them by their ids.</summary>
    public LinkedEntries(IEnumerable<Link> links, IEnumerable<Entry> entries)
    {
        byDocument = links.ToDictionary(link => link.DocumentId);
        lines = [.. byDocument.Values.Where(link => link.LineId is not null).Select(link => link.LineId!.Value)];
        salesEntries = [.. byDocument.Values.Select(link => link.EntryId)];
        foreach (var entry in entries)
        {
            byLine[entry.LineId] = entry;
            if (entry.IsSales)
                bySalesEntry[entry.EntryId] = entry;
        }
    }

    /// <summary>The link of a document, if it has one.</summary>
    public Link? LinkOf(Guid document) => byDocument.GetValueOrDefault(document);

    /// <summary>The entry of a link; null when it is gone, and while the mirror has not seen it yet.</summary>
    public Entry? EntryOf(Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.LineId is { } line && byLine.TryGetValue(line, out var entry)
            ? entry
            : bySalesEntry.GetValueOrDefault(link.EntryId);
    }

    /// <summary>Whether a link holds the entry: as a whole in a sales journal, else only the one line.</summary>
    public bool IsLinked(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return lines.Contains(entry.LineId) || (entry.IsSales && salesEntries.Contains(entry.EntryId));
    }

    /// <summary>Whether the mirror had the entry of a link, and has it no more.</summary>
    public bool IsGone(Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.LineId is not null && EntryOf(link) is null;
    }
}
