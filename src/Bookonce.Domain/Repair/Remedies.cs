using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>Every way there is to mend one case by itself.</summary>
sealed partial class Remedies(Standing standing)
{
    readonly RepairBooks books = standing.Books;
    readonly Removing removing = new(standing);

    /// <summary>At least one way, be it a checklist; the best first.</summary>
    public IEnumerable<Remedy> Of(RepairCase one) =>
        BestFirst(
            Ways(one)
                .Select(remedy =>
                    remedy with
                    {
                        Obstacles = [.. remedy.Obstacles, .. one.Documents.SelectMany(removing.OfOthers)],
                    }
                )
        );

    IEnumerable<Remedy> Ways(RepairCase one) =>
        one switch
        {
            RepairCase.Found(Finding.Twins(var document, var link, var twins)) => Surplus(
                one.Key,
                document,
                link,
                twins
            ),
            RepairCase.Found(Finding.TypedTwice(var twins)) => TypedTwice(one.Key, twins),
            RepairCase.Found(Finding.EntryGone gone) => Gone(one.Key, gone),
            RepairCase.Found(Finding.SameNumber same) => SameNumber(one.Key, same),
            RepairCase.Edited edited => Edited(edited),
            RepairCase.Withdrawn withdrawn => Withdrawn(withdrawn),
            _ => throw new ArgumentOutOfRangeException(nameof(one), one, "The family is closed."),
        };

    /// <summary>Each entry could be the one that stays; a person's word goes before the order of harm.</summary>
    IEnumerable<Remedy> Surplus(string key, SalesDocument? document, Link? link, IReadOnlyList<Twin> twins)
    {
        var chosen = books.Survivors.TryGetValue(key, out var said)
            ? twins.Where(twin => twin.Entry.LineId == said).ToArray()
            : [];
        var survivors = chosen is [] ? twins : chosen;
        yield return Best(survivors.Select(survivor => Remove(document, link, survivor, Others(survivor))));
        yield return Best(survivors.Select(survivor => Reverse(document, link, survivor, Others(survivor))));
        yield return Checklist(document, link, survivors, Others);

        IEnumerable<Twin> Others(Twin survivor) => twins.Where(twin => twin.Entry.LineId != survivor.Entry.LineId);
    }

    Remedy Remove(SalesDocument? document, Link? link, Twin survivor, IEnumerable<Twin> others) =>
        new(
            RepairKind.RemoveSurplus,
            [
                .. others.SelectMany(Removing.Unmatch),
                .. others.Select(twin => new RepairStep.RemoveEntry(twin.Entry)),
                .. Keep(document, link, survivor),
            ],
            [.. others.SelectMany(removing.AgainstRemoving)],
            survivor.Differences.Count > 0 ? 1 : 0
        );

    Remedy Reverse(SalesDocument? document, Link? link, Twin survivor, IEnumerable<Twin> others) =>
        new(
            RepairKind.Reverse,
            [
                .. others.SelectMany(Removing.Unmatch),
                .. others.Select(twin => Back(twin.Entry)),
                .. Keep(document, link, survivor),
            ],
            [.. others.SelectMany(removing.AgainstReversing)],
            survivor.Differences.Count > 0 ? 1 : 0
        );

    Remedy Checklist(
        SalesDocument? document,
        Link? link,
        IEnumerable<Twin> survivors,
        Func<Twin, IEnumerable<Twin>> others
    )
    {
        if (
            document is not null
            && books.Settings.Mode == Mode.Watch
            && survivors.All(twin => twin.Holds(KeepReason.HeldByOther) == Known.Unknown)
        )
            return new Remedy(
                RepairKind.Checklist,
                [
                    new RepairStep.Person(
                        Phase.Before,
                        $"Look up in Teamleader which booking number {DocumentRef.Of(document)} shows (list column \"Booking number\"), then plan again.",
                        new PersonCheck.ShownNumber(DocumentRef.Of(document), null)
                    ),
                ],
                [],
                LeavesOpen: 1
            );

        // The entry whose number the other integration shows must stay, or Teamleader would show a number that no entry has.
        var held = survivors.Where(twin => twin.Holds(KeepReason.HeldByOther) == Known.Yes).ToArray();
        var kept = held is not [] && books.Settings.Mode == Mode.Watch ? held : survivors;
        return Best(
            kept.Select(survivor => new Remedy(
                RepairKind.Checklist,
                [
                    .. others(survivor).SelectMany(Removing.Unmatch),
                    .. others(survivor).Select(Removing.ByHand),
                    .. Keep(document, link, survivor),
                ],
                [.. others(survivor).SelectMany(Removing.AgainstByHand)],
                survivor.Differences.Count > 0 ? 1 : 0
            ))
        );
    }

    static IEnumerable<RepairStep> Keep(SalesDocument? document, Link? link, Twin survivor) =>
        document is null || survivor.IsLinked
            ? []
            : [new RepairStep.LinkTo(DocumentRef.Of(document), survivor.Entry, link)];

    /// <summary>Without an open day the plan has an obstacle, and the entry's own day stands in.</summary>
    RepairStep Back(Entry entry)
    {
        var on = books.ReverseOn ?? new OpenDay(entry.Date, entry.Series.Year);
        return new RepairStep.ReverseEntry(entry, entry.Series with { Year = on.Year }, null, on.Date);
    }

    IEnumerable<Remedy> TypedTwice(string key, IReadOnlyList<Twin> twins)
    {
        if (books.Survivors.ContainsKey(key))
            return Surplus(key, null, null, twins);
        var names = string.Join(
            ", ",
            twins.Select(twin => $"{Removing.Name(twin.Entry)} ({Removing.Describe(twin.Entry)})")
        );
        return
        [
            new Remedy(
                RepairKind.Checklist,
                [
                    new RepairStep.Person(
                        Phase.Before,
                        $"Say which of these entries stays, or that they are different things: {names}.",
                        new PersonCheck.Said()
                    ),
                ],
                [],
                LeavesOpen: 1
            ),
            new Remedy(
                RepairKind.RemoveSurplus,
                [],
                [
                    new Obstacle(
                        ObstacleReason.NotChosen,
                        "They belong to no document, so a person must say which of them stays."
                    ),
                ],
                LeavesOpen: 1
            ),
        ];
    }

    IEnumerable<Remedy> Edited(RepairCase.Edited edited)
    {
        var (document, twin) = (DocumentRef.Of(edited.Document), standing.TwinOf(edited.Entry, edited.Document));
        yield return new Remedy(
            RepairKind.Correct,
            [.. Removing.Unmatch(twin), new RepairStep.CorrectEntry(document, edited.Entry)],
            [.. Removing.AgainstTouching(twin), .. AgainstBooking(edited.Document)]
        );
        yield return new Remedy(
            RepairKind.BookAgain,
            [
                .. Removing.Unmatch(twin),
                new RepairStep.RemoveEntry(edited.Entry),
                new RepairStep.Release(document, edited.Link),
                Rebooked(edited.Document, edited.Link, edited.Entry),
            ],
            [.. removing.AgainstRemoving(twin), .. AgainstBooking(edited.Document)]
        );
        yield return new Remedy(RepairKind.Accept, [new RepairStep.Accept(document, edited.Link)], [], LeavesOpen: 1);
        yield return new Remedy(
            RepairKind.Checklist,
            [
                new RepairStep.Person(
                    Phase.Entries,
                    $"Correct entry {Removing.Name(edited.Entry)} in Exact to what {document} says.",
                    new PersonCheck.EntryAgrees(document, edited.Entry)
                ),
            ],
            [.. Removing.AgainstByHand(twin)]
        );
    }

    /// <summary>Under the number that is freed the moment before.</summary>
    RepairStep.BookAgain Rebooked(SalesDocument document, Link link, Entry entry)
    {
        var again = Again(document, link, isFree: false);
        return again.Series == entry.Series && !standing.ExactNumbers(entry.Series)
            ? again with
            {
                Number = entry.Number,
            }
            : again;
    }

    IEnumerable<Remedy> Withdrawn(RepairCase.Withdrawn withdrawn)
    {
        var document = DocumentRef.Of(withdrawn.Document);
        var twin = standing.TwinOf(withdrawn.Entry, withdrawn.Document);
        var release = new RepairStep.Release(document, withdrawn.Link);
        RepairStep[] delete = [.. Removing.FromTeamleader(withdrawn)];
        yield return new Remedy(
            RepairKind.RemoveSurplus,
            [.. Removing.Unmatch(twin), new RepairStep.RemoveEntry(withdrawn.Entry), release, .. delete],
            [.. removing.AgainstRemoving(twin)]
        );
        yield return new Remedy(
            RepairKind.Reverse,
            [.. Removing.Unmatch(twin), Back(withdrawn.Entry), release, .. delete],
            [.. removing.AgainstReversing(twin)]
        );
        yield return new Remedy(
            RepairKind.Checklist,
            [.. Removing.Unmatch(twin), Removing.ByHand(twin), release, .. delete],
            [.. Removing.AgainstByHand(twin)]
        );
    }

    /// <summary>What can be applied goes before what cannot; then the order of harm decides.</summary>
    IEnumerable<Remedy> BestFirst(IEnumerable<Remedy> remedies) =>
        remedies
            .OrderBy(remedy => remedy.Obstacles.Count > 0)
            .ThenBy(
                remedy => Costing.Of(standing, Tail.Added(standing, remedy.Steps), remedy.LeavesOpen),
                HarmOrder.LeastFirst
            );

    Remedy Best(IEnumerable<Remedy> remedies) => BestFirst(remedies).First();
}
