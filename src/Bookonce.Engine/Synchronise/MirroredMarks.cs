using Bookonce.Domain.Booking;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Synchronise;

/// <summary>The entries of the mirror that carry a mark, by their mark.</summary>
sealed class MirroredMarks(Books books)
{
    readonly ILookup<string, FoundEntry> byMark = books
        .Entries.Where(entry => entry.Mark is not null)
        .ToLookup(
            entry => entry.Mark!,
            entry => new FoundEntry(entry.EntryId, entry.Series, entry.Number, entry.Mark, entry.Amount),
            StringComparer.Ordinal
        );

    readonly HashSet<(Guid Document, Guid Entry)> toldApart =
    [
        .. books.Denials.Join(
            books.Entries,
            denial => denial.LineId,
            entry => entry.LineId,
            (denial, entry) => (denial.DocumentId, entry.EntryId)
        ),
    ];

    public IEnumerable<FoundEntry> Of(string mark) => byMark[mark];

    /// <summary>The entry; without its mark where a person or a repair said that it is not the document, for then it lies.</summary>
    public FoundEntry Believed(FoundEntry found, Guid document) =>
        toldApart.Contains((document, found.EntryId)) || toldApart.Contains((Guid.Empty, found.EntryId))
            ? found with
            {
                Mark = null,
            }
            : found;
}
