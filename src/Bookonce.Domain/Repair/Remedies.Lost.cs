using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <content>Documents whose entry is gone, or whose number another document shows too.</content>
sealed partial class Remedies
{
    IEnumerable<Remedy> Gone(string key, Finding.EntryGone gone)
    {
        var document = DocumentRef.Of(gone.Document);
        if (gone.Replacements is [var only])
            yield return new Remedy(
                RepairKind.Relink,
                [new RepairStep.LinkTo(document, only.Entry, gone.Link)],
                [],
                only.Differences.Count > 0 ? 1 : 0
            );
        else if (gone.Replacements is [_, _, ..])
            foreach (var remedy in Surplus(key, gone.Document, gone.Link, gone.Replacements))
                yield return remedy;
        else
            yield return new Remedy(
                RepairKind.BookAgain,
                [new RepairStep.Release(document, gone.Link), Again(gone.Document, gone.Link, isFree: true)],
                [.. AgainstBooking(gone.Document)]
            );

        yield return new Remedy(RepairKind.Release, [new RepairStep.Release(document, gone.Link)], [], LeavesOpen: 1);
        if (gone.Replacements is [])
            yield return new Remedy(
                RepairKind.Checklist,
                [
                    new RepairStep.Person(
                        Phase.After,
                        $"Enter {document} in Exact again as {gone.Link.Series} {gone.Link.BookingNumber}, or have the other integration send it again.",
                        new PersonCheck.Said()
                    ),
                ],
                [],
                LeavesOpen: 1
            );
    }

    /// <summary>Booked under its own number while no entry has that, else under the next.</summary>
    RepairStep.BookAgain Again(SalesDocument document, Link link, bool isFree)
    {
        var series =
            link.Series.Journal == books.Settings.JournalOf(document.Kind)
                ? link.Series
                : standing.HomeOf(document, null, [])
                    ?? link.Series with
                    {
                        Journal = books.Settings.JournalOf(document.Kind),
                    };
        var isOwn = isFree && series == link.Series && !standing.ExactNumbers(series);
        return new RepairStep.BookAgain(
            DocumentRef.Of(document),
            series,
            isOwn && !standing.Holds(series, link.BookingNumber) ? link.BookingNumber : null
        );
    }

    IEnumerable<Obstacle> AgainstBooking(SalesDocument document) =>
        removing
            .InWatch()
            .Concat(
                books.Unbookable.TryGetValue(document.Id, out var problem)
                    ?
                    [
                        new Obstacle(
                            ObstacleReason.Unbookable,
                            $"{DocumentRef.Of(document)} cannot be booked: {problem.What}"
                        ),
                    ]
                    : []
            );

    /// <summary>The document whose entry stands keeps the number; the others are booked again.</summary>
    IEnumerable<Remedy> SameNumber(string key, Finding.SameNumber same)
    {
        var right = RightHolder(key, same);
        var others = same.Holders.Where(holder => holder != right && holder.Link is not null).ToArray();
        if (others is not [] && (right is not null || same.Holders.All(holder => holder.IsGone)))
        {
            var first = right is null ? others[0] : null;
            yield return new Remedy(
                RepairKind.BookAgain,
                [
                    .. others.Select(other => new RepairStep.Release(DocumentRef.Of(other.Document), other.Link!)),
                    .. others.Select(other => Again(other.Document, other.Link!, isFree: other == first)),
                ],
                [.. others.SelectMany(other => AgainstBooking(other.Document))]
            );
        }
        var names = string.Join(", ", same.Holders.Select(holder => DocumentRef.Of(holder.Document)));
        yield return new Remedy(
            RepairKind.Checklist,
            [
                new RepairStep.Person(
                    Phase.Before,
                    right is null
                        ? $"Say which of these documents is entry {same.Number}: {names}."
                        : $"Give {names} different booking numbers: only {DocumentRef.Of(right.Document)} is entry {same.Number}.",
                    new PersonCheck.Said()
                ),
            ],
            [],
            LeavesOpen: 1
        );
    }

    /// <summary>The one whose entry it is: alone, marked, or said by a person. Null when nobody can tell.</summary>
    NumberHolder? RightHolder(string key, Finding.SameNumber same)
    {
        var candidates = same.Holders.Where(holder => holder is { Entry: not null, IsGone: false }).ToArray();
        return candidates switch
        {
            [var only] => only,
            _ when books.Survivors.TryGetValue(key, out var said) => candidates.FirstOrDefault(holder =>
                holder.Document.Id == said
            ),
            _ => candidates.Where(holder => holder.Entry!.Entry.Mark == holder.Document.Mark).ToArray() is [var marked]
                ? marked
                : null,
        };
    }
}
