using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Matching;

/// <summary>Notices that somebody else books the same documents: another integration, or a person who goes on typing.</summary>
public static class Tripwire
{
    /// <summary>The Problem that makes booking pause; null while nobody else books.</summary>
    /// <param name="found">Documents, each with an entry that certainly is it.</param>
    /// <param name="aloneSince">Since when nobody else should book.</param>
    public static Problem? Of(IEnumerable<(SalesDocument Document, Entry Entry)> found, DateTimeOffset aloneSince)
    {
        var others = found
            .Where(pair => pair.Entry.Mark != pair.Document.Mark && pair.Entry.EnteredAt > aloneSince)
            .ToArray();
        return others is [var (document, entry), ..]
            ? new Problem(
                "somebodyElseBooks",
                $"Somebody else books too: {entry.Series.Journal} {entry.Number} is {document.Number}, was entered after connecting, and not by Bookonce{More(others.Length - 1)}.",
                "Stop the other integration or the typing, then press Go on booking on the Overview page. Nothing is booked before."
            )
            : null;
    }

    /// <summary>
    /// Since when nobody else should book, said right after the books were read: since their newest entry. Entries are
    /// compared with each other, because Exact's wall clock may be hours behind ours, and what is typed in these hours would
    /// go unnoticed.
    /// </summary>
    /// <returns>By Exact's wall clock; null when no entry says when it was entered.</returns>
    public static DateTimeOffset? AloneSince(IEnumerable<Entry> entries) => entries.Max(entry => entry.EnteredAt);

    static string More(int more) => more == 0 ? "" : $" ({more} more like it)";
}
