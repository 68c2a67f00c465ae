using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What an undo has undone is told step by step, and what a later repair went on with is known.</summary>
public sealed class UndoneTests
{
    static readonly SeriesKey Key = new("70", 2026);
    static readonly DateTimeOffset Now = new(2026, 6, 30, 8, 0, 0, TimeSpan.Zero);
    static readonly DocumentRef Document = new(Id(1), DocumentKind.Invoice, "2026 / 1", new DateOnly(2026, 6, 1));
    static readonly DocumentRef Other = new(Id(2), DocumentKind.Invoice, "2026 / 2", new DateOnly(2026, 6, 1));

    [Fact]
    public void An_undo_that_is_through_has_undone_every_step() =>
        Assert.Equal(
            [0, 1],
            Undone.Steps(
                Done(new RepairStep.RemoveEntry(Entry(5)), new RepairStep.ContinueAt(Key, 5, 6)),
                Done(new RepairStep.PutBack(Saved(5), Key, 5))
            )
        );

    [Fact]
    public void An_undo_that_was_given_up_has_undone_what_it_came_to()
    {
        var journal = Of([
            (new RepairStep.RemoveEntry(Entry(5)), StepState.Verified, null),
            (new RepairStep.RemoveEntry(Entry(6)), StepState.Verified, null),
            (new RepairStep.CorrectEntry(Document, Entry(7)), StepState.Verified, Id(7)),
            (new RepairStep.LinkTo(Document, Entry(8), null), StepState.Verified, null),
            (new RepairStep.Accept(Other, Link(9)), StepState.Verified, null),
            (new RepairStep.BookAgain(Other, Key, 10), StepState.Verified, Id(10)),
        ]);

        var undo = Of([
            (new RepairStep.RemoveEntry(Entry(10)), StepState.Verified, null),
            (new RepairStep.Release(Document, Link(8)), StepState.Verified, null),
            (new RepairStep.PutBack(Saved(5), Key, 5), StepState.Verified, Id(50)),
            (new RepairStep.RestoreContent(Saved(7)), StepState.Verified, null),
            (new RepairStep.PutBack(Saved(6), Key, 6), StepState.GivenUp, null),
            (new RepairStep.RestoreLink(Other, Link(9), Id(9)), StepState.GivenUp, null),
        ]);

        Assert.Equal([0, 2, 3, 5], Undone.Steps(journal, undo));
    }

    [Fact]
    public void A_link_that_ended_is_not_undone_before_the_earlier_one_is_made_again()
    {
        var journal = Done(new RepairStep.LinkTo(Document, Entry(8), Link(7)));
        var ended = (new RepairStep.Release(Document, Link(8)), StepState.Verified, (Guid?)null);
        var before = new RepairStep.RestoreLink(Document, Link(7), Id(7));

        Assert.Empty(Undone.Steps(journal, Of([ended, (before, StepState.GivenUp, null)])));
        Assert.Equal([0], Undone.Steps(journal, Of([ended, (before, StepState.Verified, null)])));
    }

    [Fact]
    public void A_link_that_ended_is_undone_where_none_was_before() =>
        Assert.Equal(
            [0],
            Undone.Steps(
                Done(new RepairStep.LinkTo(Document, Entry(8), null), new RepairStep.RemoveEntry(Entry(9))),
                Of([
                    (new RepairStep.Release(Document, Link(8)), StepState.Verified, null),
                    (new RepairStep.PutBack(Saved(9), Key, 9), StepState.GivenUp, null),
                ])
            )
        );

    [Fact]
    public void What_is_told_as_undone_is_not_told_again() =>
        Assert.Empty(
            Undone.Steps(
                Of([(new RepairStep.RemoveEntry(Entry(5)), StepState.Undone, null)]),
                Done(new RepairStep.PutBack(Saved(5), Key, 5))
            )
        );

    [Fact]
    public void Repairs_overlap_that_did_something_to_one_document_or_entry()
    {
        var removed = Done(new RepairStep.RemoveEntry(Entry(5)));
        var made = Of([(new RepairStep.BookAgain(Document, Key, 6), StepState.Verified, Id(6))]);

        Assert.True(Undone.Overlap(removed, Done(new RepairStep.PutBack(Saved(5), Key, 5))));
        Assert.True(Undone.Overlap(made, Done(new RepairStep.RemoveEntry(Entry(6)))));
        Assert.True(Undone.Overlap(made, Done(new RepairStep.Accept(Document, Link(6)))));
        Assert.True(
            Undone.Overlap(removed, Done(new RepairStep.ReverseEntry(Entry(5), Key, 9, new DateOnly(2026, 6, 2))))
        );
        Assert.False(Undone.Overlap(removed, made));
        Assert.False(
            Undone.Overlap(removed, Of([(new RepairStep.PutBack(Saved(5), Key, 5), StepState.GivenUp, null)]))
        );
    }

    [Fact]
    public void What_a_document_was_linked_to_is_needed_to_link_it_again()
    {
        var takenBack = Done(new RepairStep.ReverseEntry(Entry(5), Key, 9, new DateOnly(2026, 6, 2)));

        Assert.True(Undone.Overlap(Done(new RepairStep.Release(Document, Link(5))), takenBack));
        Assert.True(Undone.Overlap(Done(new RepairStep.RestoreLink(Document, Link(5), Id(5))), takenBack));
        Assert.True(Undone.Overlap(Done(new RepairStep.LinkTo(Document, Entry(6), Link(5))), takenBack));
        Assert.False(Undone.Overlap(Done(new RepairStep.LinkTo(Document, Entry(6), null)), takenBack));
    }

    static RepairJournal Done(params RepairStep[] steps) =>
        Of([.. steps.Select(step => (step, StepState.Verified, (Guid?)null))]);

    static RepairJournal Of((RepairStep Step, StepState State, Guid? Made)[] steps) =>
        new(
            new RepairPlan
            {
                Kind = RepairKind.RemoveSurplus,
                Cases = [],
                Steps = [.. steps.Select(one => one.Step)],
                Cost = new RepairCost(),
                Obstacles = [],
            },
            steps.Select((one, at) => new StepRecord(at, one.State, Now) { Made = one.Made })
        );

    static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    static Link Link(int entry) =>
        new(Document.Id, DocumentKind.Invoice, Id(entry), null, Key, entry, LinkOrigin.Booked);

    static Entry Entry(int number) =>
        new()
        {
            LineId = Id(number + 100),
            EntryId = Id(number),
            Series = Key,
            IsSales = true,
            Number = number,
            Date = new DateOnly(2026, 6, 1),
            Currency = Currency.Euro,
            Amount = 121m,
        };

    static SavedEntry Saved(int number) =>
        new()
        {
            EntryId = Id(number),
            Series = Key,
            Period = 6,
            Number = number,
            Date = new DateOnly(2026, 6, 1),
            Account = Id(3),
            Currency = Currency.Euro,
            Amount = 121m,
            Lines = [],
        };
}
