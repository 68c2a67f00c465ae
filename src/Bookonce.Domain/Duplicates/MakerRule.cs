using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Duplicates;

/// <summary>Says who made an entry, and says so only where something shows it.</summary>
sealed class MakerRule
{
    readonly DuplicateBooks books;
    readonly HashSet<string> typists;

    public MakerRule(DuplicateBooks books)
    {
        this.books = books;
        var machines = books.Entries.Where(IsMarked).Select(entry => entry.Creator).ToHashSet();
        typists =
        [
            .. books
                .Entries.Where(entry =>
                    !entry.IsSales && entry.Creator is not null && !machines.Contains(entry.Creator)
                )
                .Select(entry => entry.Creator!),
        ];
    }

    public Maker Of(Entry entry, Link? link, SalesDocument? document) =>
        link?.Origin == LinkOrigin.Booked || IsMarked(entry) ? Maker.Bookonce
        : document is not null
        && entry.IsSales
        && books.HeldNumbers.TryGetValue(document.Id, out var held)
        && held == entry.Number
            ? Maker.OtherIntegration
        : !entry.IsSales || entry.Creator is { } creator && typists.Contains(creator) ? Maker.Hand
        : Maker.Unknown;

    static bool IsMarked(Entry entry) => DocumentMark.IsOne(entry.Mark);
}
