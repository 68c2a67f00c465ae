using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>When a person's word is taken, and why not.</summary>
public sealed class PersonCheckTests
{
    readonly Entry entry;
    readonly DocumentRef document;

    public PersonCheckTests()
    {
        var ledger = new Ledger();
        document = DocumentRef.Of(ledger.Document("1", day: 5));
        entry = ledger.Booked("1", 11);
    }

    [Fact]
    public void Only_numbers_and_what_nothing_shows_are_told_by_a_person()
    {
        PersonCheck[] told =
        [
            new PersonCheck.NextNumber(Ledger.Invoices, 12, 11),
            new PersonCheck.ShownNumber(document, 11),
            new PersonCheck.Said(),
        ];
        PersonCheck[] seen =
        [
            new PersonCheck.EntriesGone([entry]),
            new PersonCheck.EntryOpen(entry),
            new PersonCheck.EntryAgrees(document, entry),
            new PersonCheck.DocumentGone(document),
        ];

        Assert.All(told, check => Assert.True(check.IsTold));
        Assert.All(seen, check => Assert.False(check.IsTold));
        Assert.Equal(
            new Stop(
                StopReason.Unknown,
                "Nobody needs to say so. Bookonce looks whether entry 70/2026 11 is open again."
            ),
            seen[1].Against(typed: null)
        );
    }

    [Fact]
    public void What_nothing_outside_shows_is_believed() => Assert.Null(new PersonCheck.Said().Against(typed: null));

    [Fact]
    public void The_number_that_Teamleader_shows_must_be_the_one_that_was_planned()
    {
        var check = new PersonCheck.ShownNumber(document, 11);

        Assert.Null(check.Against(11));
        Assert.Equal(
            new Stop(StopReason.NumberDiffers, "Teamleader shows 12 for invoice 2026 / 1, and it must be 11."),
            check.Against(12)
        );
        Assert.Equal(
            new Stop(
                StopReason.Unknown,
                "A number is needed. You type the booking number that Teamleader shows for invoice 2026 / 1; it must be 11."
            ),
            check.Against(typed: null)
        );
    }

    [Fact]
    public void Where_no_number_was_planned_any_number_answers_and_none_does_not()
    {
        var check = new PersonCheck.ShownNumber(document, null);

        Assert.Null(check.Against(12));
        Assert.Equal(StopReason.Unknown, check.Against(typed: null)?.Reason);
    }

    [Fact]
    public void The_next_number_must_be_the_one_that_is_expected()
    {
        var check = new PersonCheck.NextNumber(Ledger.Invoices, 12, 11);

        Assert.Null(check.Against(12));
        Assert.Equal(
            new Stop(
                StopReason.NumberDiffers,
                "Exact would go on at 14 in 70/2026 and leave a gap at 70/2026 12 to 13. Set it to 12."
            ),
            check.Against(14)
        );
        Assert.Equal(StopReason.Unknown, check.Against(typed: null)?.Reason);
    }
}
