using Bookonce.Domain.Booking;
using Bookonce.Domain.Entries;

namespace Bookonce.Engine.Synchronise;

/// <summary>The entries of the mirror that carry a mark, by their mark.</summary>
sealed class MirroredMarks(IEnumerable<Entry> entries)
{
    readonly ILookup<string, FoundEntry> byMark = entries
        .Where(entry => entry.Mark is not null)
        .ToLookup(
            entry => entry.Mark!,
            entry => new FoundEntry(entry.EntryId, entry.Series, entry.Number, entry.Mark, entry.Amount),
            StringComparer.Ordinal
        );

    public IEnumerable<FoundEntry> Of(string mark) => byMark[mark];
}
