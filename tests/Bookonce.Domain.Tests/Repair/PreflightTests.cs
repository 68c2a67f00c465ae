using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class PreflightTests
{
    static readonly DateTimeOffset Then = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    readonly Entry planned = Some.Entry("2026/14") with
    {
        AccountId = Some.Id(),
        ChangedAt = Then,
        Matched = Matched.No,
        Period = 3,
    };

    SavedEntry Saved => Applier.Saved(planned);

    EntryReading.Stands Stands => (EntryReading.Stands)Applier.Reading(planned);

    [Fact]
    public void What_is_as_it_was_planned_and_saved_goes_on()
    {
        Assert.Null(Preflight.Of(planned, null, Stands));
        Assert.Null(Preflight.Of(planned, Saved, Stands));
    }

    [Fact]
    public void A_failure_to_read_is_no_answer_and_gone_is_one()
    {
        var unread = Preflight.Of(planned, null, new EntryReading.Unreadable("503"))!;

        Assert.Equal(StopReason.Unknown, unread.Reason);
        Assert.Equal("Entry 70/2026 26700001 could not be read: 503", unread.Words);
        Assert.Equal(StopReason.Gone, Preflight.Of(planned, null, new EntryReading.Gone())!.Reason);
    }

    public static TheoryData<string, Func<SavedEntry, SavedEntry>> Changes =>
        new()
        {
            { "it is 70/2026 5 now", entry => entry with { Number = 5 } },
            { "it is 79/2026 26700001 now", entry => entry with { Series = new SeriesKey("79", 2026) } },
            { "its date is 2026-03-03 now", entry => entry with { Date = entry.Date.AddDays(1) } },
            { "its total is 120 EUR now", entry => entry with { Amount = 120m } },
            { "its relation is another now", entry => entry with { Account = Guid.Empty } },
            {
                "changed 2026-03-02 10:00 UTC by An",
                entry => entry with { ChangedAt = Then.AddHours(1), Changer = "An" }
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_is_not_as_it_was_planned_or_saved_stops(string words, Func<SavedEntry, SavedEntry> change)
    {
        var now = Stands with { Entry = change(Saved) };

        foreach (var saved in new[] { null, Saved })
        {
            var stop = Preflight.Of(planned, saved, now)!;
            Assert.Equal(StopReason.Changed, stop.Reason);
            Assert.Equal($"Entry 70/2026 26700001 was changed: {words}.", stop.Words);
        }
    }

    public static TheoryData<string, Func<SavedEntry, SavedEntry>> Whole =>
        new()
        {
            { "its date is 2026-03-02 now", entry => entry with { Period = 4 } },
            { "its lines are others now", entry => entry with { Lines = [] } },
            { "its lines are others now", entry => entry with { Lines = [entry.Lines[0] with { Net = 5m }] } },
            { "its lines are others now", entry => entry with { Lines = [entry.Lines[0] with { Vat = 5m }] } },
            { "its lines are others now", entry => entry with { Lines = [entry.Lines[0] with { VatCode = null }] } },
            { "its lines are others now", entry => entry with { Lines = [entry.Lines[0] with { Description = "x" }] } },
            {
                "its lines are others now",
                entry => entry with { Lines = [entry.Lines[0] with { LedgerAccount = Guid.Empty }] }
            },
            {
                "its lines are others now",
                entry =>
                    entry with
                    {
                        Lines =
                        [
                            entry.Lines[0] with
                            {
                                Other = new Dictionary<string, string> { ["CostCenter"] = "A" },
                            },
                        ],
                    }
            },
            { "its reference, text or terms are others now", entry => entry with { YourRef = "x" } },
            { "its reference, text or terms are others now", entry => entry with { PaymentReference = "x" } },
            { "its reference, text or terms are others now", entry => entry with { Description = "x" } },
            { "its reference, text or terms are others now", entry => entry with { Mark = "x" } },
            {
                "its reference, text or terms are others now",
                entry => entry with { DueDate = new DateOnly(2026, 5, 1) }
            },
            {
                "its reference, text or terms are others now",
                entry => entry with { Other = new Dictionary<string, string> { ["PaymentCondition"] = "30" } }
            },
            { "its attachments are others now", entry => entry with { Attachments = [new SavedFile("a.pdf", "00")] } },
        };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Whatever_a_saved_copy_would_put_back_otherwise_stops(
        string words,
        Func<SavedEntry, SavedEntry> change
    ) =>
        Assert.Equal(
            $"Entry 70/2026 26700001 was changed: {words}.",
            Preflight.Of(planned, Saved, Stands with { Entry = change(Saved) })!.Words
        );

    [Fact]
    public void The_order_of_lines_and_the_way_an_amount_is_written_do_not_count()
    {
        var lines = new[] { Saved.Lines[0] with { Net = 10.0m }, Saved.Lines[0] with { Net = 20m, Description = "b" } };
        var one = Saved with { Lines = lines };
        var other = Saved with { Lines = [lines[1], lines[0] with { Net = 10.00m }] };

        Assert.Empty(one.ChangesTo(other));
        Assert.NotEmpty(one.ChangesTo(one with { Lines = [lines[0], lines[0]] }));
    }

    [Theory]
    [InlineData(Matched.Fully)]
    [InlineData(Matched.Partly)]
    public void Undoing_a_matching_that_the_plan_knew_is_no_change(Matched matched) =>
        Assert.Null(
            Preflight.Of(
                planned with
                {
                    Matched = matched,
                },
                null,
                Stands with
                {
                    Entry = Saved with { ChangedAt = Then.AddHours(1) },
                }
            )
        );

    [Fact]
    public void An_instant_that_nobody_noted_is_not_compared() =>
        Assert.Null(Preflight.Of(planned with { ChangedAt = null }, null, Stands));

    [Theory]
    [InlineData(StopReason.Matched, "matched", Known.Yes, Known.No, Known.No, Known.Yes)]
    [InlineData(StopReason.PeriodClosed, "period", Known.No, Known.Yes, Known.No, Known.Yes)]
    [InlineData(StopReason.ReturnFiled, "VAT return", Known.No, Known.No, Known.Yes, Known.Yes)]
    [InlineData(StopReason.RightMissing, "may not", Known.Yes, Known.Yes, Known.Yes, Known.No)]
    [InlineData(StopReason.Matched, "matched", Known.Yes, Known.Yes, Known.Yes, Known.Yes)]
    [InlineData(StopReason.PeriodClosed, "period", Known.No, Known.Yes, Known.Yes, Known.Yes)]
    [InlineData(StopReason.Unknown, "its matching", Known.Unknown, Known.No, Known.No, Known.Yes)]
    [InlineData(StopReason.Unknown, "period is closed", Known.No, Known.Unknown, Known.No, Known.Yes)]
    [InlineData(StopReason.Unknown, "VAT return is filed", Known.No, Known.No, Known.Unknown, Known.Yes)]
    [InlineData(StopReason.Unknown, "the right", Known.No, Known.No, Known.No, Known.Unknown)]
    public void What_holds_an_entry_stops_and_so_does_not_knowing(
        StopReason reason,
        string words,
        Known matched,
        Known closed,
        Known filed,
        Known allowed
    )
    {
        var stop = Preflight.Of(
            planned,
            null,
            Stands with
            {
                IsMatched = matched,
                IsClosed = closed,
                IsFiled = filed,
                IsAllowed = allowed,
            }
        )!;

        Assert.Equal(reason, stop.Reason);
        Assert.Contains(words, stop.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_is_told_before_what_holds_the_entry_and_every_change_of_it()
    {
        var now = Stands with
        {
            Entry = Saved with { Amount = 1m, Account = Guid.Empty, ChangedAt = Then.AddHours(1) },
            IsMatched = Known.Yes,
        };

        Assert.Equal(
            new Stop(
                StopReason.Changed,
                "Entry 70/2026 26700001 was changed: its total is 1 EUR now, its relation is another now, changed 2026-03-02 10:00 UTC."
            ),
            Preflight.Of(planned, Saved, now)
        );
        Assert.Equal(
            new Removal.Raced("it was changed right before: its total is 1 EUR now, its relation is another now"),
            Removal.Of(Saved, new RemovalTrace { IsGone = Known.Yes, SeenLater = now.Entry })
        );
    }

    [Fact]
    public void What_slipped_in_before_a_deletion_is_found_against_the_saved_copy()
    {
        var gone = new RemovalTrace { IsGone = Known.Yes };

        Assert.IsType<Removal.Clean>(Removal.Of(Saved, gone));
        Assert.IsType<Removal.Clean>(Removal.Of(Saved, gone with { IsOurs = Known.Yes, SeenLater = Saved }));
        Assert.IsType<Removal.StillThere>(Removal.Of(Saved, gone with { IsGone = Known.No }));
        Assert.IsType<Removal.Unknown>(Removal.Of(Saved, gone with { IsGone = Known.Unknown }));
        Assert.Equal(
            new Removal.Raced("somebody else deleted it at the same moment"),
            Removal.Of(Saved, gone with { IsOurs = Known.No })
        );
        Assert.Equal(
            new Removal.Raced("it was changed right before: its total is 1 EUR now"),
            Removal.Of(Saved, gone with { SeenLater = Saved with { Amount = 1m } })
        );
        Assert.Equal(
            new Removal.Raced("a payment was matched with it right before"),
            Removal.Of(Saved, gone with { WasMatched = true })
        );
    }
}
