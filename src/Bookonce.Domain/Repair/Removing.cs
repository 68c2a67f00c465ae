using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>What stands against removing, correcting or taking back an entry, and what a person does before.</summary>
sealed class Removing(Standing standing)
{
    readonly RepairBooks books = standing.Books;

    /// <summary>Why an entry must not be deleted by us.</summary>
    public IEnumerable<Obstacle> AgainstRemoving(Twin twin) =>
        AgainstTouching(twin)
            .Concat(
                books.Settings.Mode == Mode.Watch && twin.Holds(KeepReason.HeldByOther) != Known.No
                    ?
                    [
                        new(
                            ObstacleReason.OtherIntegration,
                            $"{Name(twin.Entry)}: {Says(twin, KeepReason.HeldByOther)}."
                        ),
                    ]
                    : []
            )
            .Concat(
                books.MayDelete == Known.No
                    ? [new(ObstacleReason.RightMissing, "The connected user may not delete sales entries in Exact.")]
                    : []
            );

    /// <summary>What a person does so that a document whose entry goes is not booked again.</summary>
    public static IEnumerable<RepairStep> FromTeamleader(RepairCase.Withdrawn withdrawn)
    {
        if (withdrawn.IsDeleted)
            yield break;
        var document = DocumentRef.Of(withdrawn.Document);
        yield return new RepairStep.Person(
            Phase.After,
            $"Delete {document} in Teamleader. It deletes only the last of a financial year: later ones first, from the highest number down, or credit it instead.",
            new PersonCheck.DocumentGone(document)
        );
    }

    /// <summary>Why an entry must not be changed.</summary>
    public static IEnumerable<Obstacle> AgainstTouching(Twin twin) => AgainstNotAlone(twin).Concat(AgainstByHand(twin));

    /// <summary>Why an entry cannot be taken back by another.</summary>
    public IEnumerable<Obstacle> AgainstReversing(Twin twin) =>
        AgainstNotAlone(twin)
            .Concat(
                books.ReverseOn is null
                    ?
                    [
                        new(
                            ObstacleReason.NoOpenPeriod,
                            "No open period is known for an entry that takes another back."
                        ),
                    ]
                    : []
            )
            .Concat(InWatch());

    /// <summary>Why a person must not change or delete an entry either.</summary>
    public static IEnumerable<Obstacle> AgainstByHand(Twin twin) =>
        Against(twin, KeepReason.Closed, ObstacleReason.PeriodClosed)
            .Concat(Against(twin, KeepReason.Filed, ObstacleReason.ReturnFiled));

    /// <summary>Why a document is not ours to repair.</summary>
    public IEnumerable<Obstacle> OfOthers(SalesDocument document) =>
        books.IsOwn(document)
            ? []
            : [new(ObstacleReason.OtherConnection, $"{DocumentRef.Of(document)} belongs to another connection.")];

    /// <summary>Why nothing may be booked or ended by us.</summary>
    public IEnumerable<Obstacle> InWatch() =>
        books.Settings.Mode == Mode.Watch
            ? [new(ObstacleReason.OtherIntegration, "Another integration books here, so a person must do it.")]
            : [];

    /// <summary>What a person does before an entry that is matched can be touched.</summary>
    public static IEnumerable<RepairStep> Unmatch(Twin twin) =>
        twin.Holds(KeepReason.Matched) == Known.Yes
            ?
            [
                new RepairStep.Person(
                    Phase.Before,
                    $"Undo the matching of entry {Name(twin.Entry)} in Exact, and note what it was matched with.",
                    new PersonCheck.EntryOpen(twin.Entry)
                ),
            ]
            : [];

    /// <summary>The step that has a person delete an entry.</summary>
    public static RepairStep ByHand(Twin twin) =>
        new RepairStep.Person(
            Phase.Remove,
            $"Delete entry {Name(twin.Entry)} in Exact ({Describe(twin.Entry)}).",
            new PersonCheck.EntriesGone([twin.Entry])
        );

    static IEnumerable<Obstacle> AgainstNotAlone(Twin twin) =>
        !twin.Entry.IsSales
            ?
            [
                new(
                    ObstacleReason.NotAlone,
                    $"{Name(twin.Entry)} stands in no sales journal; only a person can change it."
                ),
            ]
            : Against(twin, KeepReason.Shared, ObstacleReason.NotAlone);

    static IEnumerable<Obstacle> Against(Twin twin, KeepReason reason, ObstacleReason obstacle) =>
        twin.Holds(reason) == Known.Yes ? [new(obstacle, $"{Name(twin.Entry)}: {Says(twin, reason)}.")] : [];

    static string Says(Twin twin, KeepReason reason) =>
        twin.ForKeeping.Single(keeping => keeping.Reason == reason).Words;

    /// <summary>For example <c>70/2026 11</c>.</summary>
    public static string Name(Entry entry) => $"{entry.Series} {entry.Number}";

    /// <summary>What a person recognises it by.</summary>
    public static string Describe(Entry entry) =>
        string.Join(
            ", ",
            new[]
            {
                $"{entry.Date:yyyy-MM-dd}",
                $"{entry.Amount} {entry.Currency.Code}",
                entry.AccountName,
                entry.YourRef,
            }.Where(part => !string.IsNullOrWhiteSpace(part))
        );
}
