using Bookonce.Domain.Booking;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

public sealed class StepDeciderTests
{
    static readonly DateTimeOffset Now = Ledger.Now;
    static readonly TimeSpan Lateness = TimeSpan.FromMinutes(30);

    readonly Ledger ledger = new();
    readonly Entry entry;
    readonly DocumentRef document;
    readonly Link link;

    public StepDeciderTests()
    {
        document = DocumentRef.Of(ledger.Document("1", day: 5));
        entry = ledger.Booked("1", 11);
        link = ledger.Links[document.Id];
    }

    StepProgress Saved => new(StepState.Saved, StepState.Saved) { Saved = Applier.Saved(entry) };

    StepProgress Sent =>
        new(StepState.Sent, StepState.Sent)
        {
            Saved = Applier.Saved(entry),
            Sends = 1,
            Unanswered = [Now],
        };

    static StepMove Decide(RepairStep step, StepProgress progress, Seen seen) =>
        StepDecider.Decide(step, progress, seen, Now, Lateness);

    static StopReason Stopped(StepMove move)
    {
        var write = Assert.IsType<StepMove.Write>(move);
        Assert.Equal(StepState.Stopped, write.State);
        Assert.NotEmpty(write.Stop!.Words);
        return write.Stop.Reason;
    }

    static StepState Written(StepMove move) => Assert.IsType<StepMove.Write>(move).State;

    [Fact]
    public void An_entry_is_read_then_saved_then_sent_for_deletion()
    {
        var (step, there) = (new RepairStep.RemoveEntry(entry), new Seen { Entry = Applier.Reading(entry) });

        Assert.IsType<StepMove.ReadEntry>(Decide(step, StepProgress.None, new Seen()));
        var save = Assert.IsType<StepMove.Write>(Decide(step, StepProgress.None, there));
        Assert.Equal((StepState.Saved, entry.EntryId), (save.State, save.Saved!.EntryId));
        Assert.IsType<StepMove.Send>(Decide(step, Saved, there));
    }

    [Fact]
    public void An_entry_that_changed_since_it_was_saved_is_not_deleted()
    {
        var changed = entry with { Amount = 5m };

        Assert.Equal(
            StopReason.Changed,
            Stopped(Decide(new RepairStep.RemoveEntry(entry), Saved, new Seen { Entry = Applier.Reading(changed) }))
        );
        Assert.Equal(
            StopReason.Gone,
            Stopped(Decide(new RepairStep.RemoveEntry(entry), Saved, new Seen { Entry = new EntryReading.Gone() }))
        );
    }

    [Fact]
    public void A_deletion_is_believed_when_the_entry_is_gone_and_repeated_when_it_stands()
    {
        var step = new RepairStep.RemoveEntry(entry);

        Assert.Equal(StepState.Verified, Written(Decide(step, Sent, Trace(Known.Yes))));
        Assert.Equal(
            new StepMove.Write(StepState.Raced) { Words = "somebody else deleted it at the same moment" },
            Decide(step, Sent, Trace(Known.Yes, ours: Known.No))
        );
        Assert.Equal(StopReason.Unknown, Stopped(Decide(step, Sent, Trace(Known.Unknown))));
        Assert.Equal(StopReason.Unknown, Stopped(Decide(step, Sent, new Seen())));
        Assert.IsType<StepMove.ReadEntry>(Decide(step, Sent, Trace(Known.No)));
        Assert.IsType<StepMove.Send>(Decide(step, Sent, Trace(Known.No) with { Entry = Applier.Reading(entry) }));

        static Seen Trace(Known gone, Known ours = Known.Unknown) =>
            new()
            {
                Removal = new RemovalTrace { IsGone = gone, IsOurs = ours },
            };
    }

    [Fact]
    public void A_link_is_ended_only_while_it_is_the_one_that_the_plan_knew()
    {
        var step = new RepairStep.Release(document, link);

        Assert.Equal(StepState.Verified, Written(Decide(step, StepProgress.None, new Seen())));
        Assert.IsType<StepMove.Send>(Decide(step, StepProgress.None, new Seen { Link = link }));
        Assert.Equal(
            StopReason.Changed,
            Stopped(Decide(step, StepProgress.None, new Seen { Link = link with { EntryId = Some.Id() } }))
        );
    }

    [Fact]
    public void A_document_is_linked_only_to_an_entry_that_stands_under_its_number()
    {
        var other = ledger.Typed("1", 12);
        var step = new RepairStep.LinkTo(document, other, link);

        Assert.IsType<StepMove.Send>(Decide(step, StepProgress.None, Now(other, link)));
        Assert.IsType<StepMove.Send>(Decide(step, StepProgress.None, Now(other, null)));
        Assert.Equal(
            StopReason.Changed,
            Stopped(Decide(step, StepProgress.None, Now(other with { Number = 13 }, link)))
        );
        Assert.Equal(StopReason.Gone, Stopped(Decide(step, StepProgress.None, Now(null, link))));
        Assert.Equal(StopReason.Unknown, Stopped(Decide(step, StepProgress.None, new Seen { Link = link })));
        Assert.Equal(
            StopReason.Changed,
            Stopped(Decide(step, StepProgress.None, Now(other, link with { EntryId = Some.Id() })))
        );
        Assert.Equal(
            StopReason.Changed,
            Stopped(Decide(step with { Before = null }, StepProgress.None, Now(other, link)))
        );

        static Seen Now(Entry? stands, Link? now) => new() { Entry = Applier.Reading(stands), Link = now };
    }

    [Fact]
    public void A_document_that_is_linked_already_is_not_linked_again()
    {
        var step = new RepairStep.LinkTo(document, entry, null);

        Assert.Equal(StepState.Verified, Written(Decide(step, StepProgress.None, new Seen { Link = link })));
        Assert.Equal(
            StepState.Verified,
            Written(Decide(step, StepProgress.None, new Seen { Link = link with { LineId = null } }))
        );
        var line = entry with { IsSales = false };
        Assert.Equal(
            StopReason.Unknown,
            Stopped(
                Decide(step with { Entry = line }, StepProgress.None, new Seen { Link = link with { LineId = null } })
            )
        );
    }

    [Theory]
    [InlineData(11)]
    [InlineData(null)]
    public void A_document_is_booked_once_whatever_became_of_the_answer(int? number)
    {
        var step = new RepairStep.BookAgain(document, Ledger.Invoices, number);

        Assert.IsType<StepMove.Send>(Decide(step, StepProgress.None, new Seen()));
        var done = Assert.IsType<StepMove.Write>(Decide(step, Sent, new Seen { Link = link }));
        Assert.Equal((StepState.Verified, entry.EntryId, 11), (done.State, done.Made!.Value, done.Number!.Value));
        var intent = ledger.Intent("1", 11, IntentState.Unknown, TimeSpan.Zero);
        Assert.Equal(new StepMove.FollowIntent(intent), Decide(step, Sent, new Seen { Intent = intent }));
    }

    [Theory]
    [InlineData("70", 2026, 12)]
    [InlineData("79", 2026, 11)]
    public void A_document_that_got_another_number_stops_the_plan(string journal, int year, int number) =>
        Assert.Equal(
            StopReason.NumberDiffers,
            Stopped(
                Decide(
                    new RepairStep.BookAgain(document, new SeriesKey(journal, year), number),
                    Sent,
                    new Seen { Link = link }
                )
            )
        );

    [Fact]
    public void An_entry_that_is_put_back_is_looked_for_before_it_is_sent_again()
    {
        var step = new RepairStep.PutBack(Applier.Saved(entry), Ledger.Invoices, 11);
        var found = new FoundEntry(Some.Id(), Ledger.Invoices, 11, null, entry.Amount);
        var there = new Seen { Made = [found], IsDone = Known.Yes };

        Assert.IsType<StepMove.Send>(Decide(step, Saved, new Seen()));
        Assert.Equal(StopReason.NumberTaken, Stopped(Decide(step, Saved, there)));
        Assert.Equal(StopReason.NumberTaken, Stopped(Decide(step, Sent, there with { IsDone = Known.No })));
        Assert.Equal(StopReason.Twice, Stopped(Decide(step, Sent, there with { Made = [found, found] })));
        var done = Assert.IsType<StepMove.Write>(Decide(step, Sent, there));
        Assert.Equal((StepState.Verified, found.EntryId, 11), (done.State, done.Made!.Value, done.Number!.Value));
    }

    [Fact]
    public void Where_no_number_keeps_a_second_one_out_a_lost_try_is_waited_for()
    {
        var step = new RepairStep.ReverseEntry(entry, Ledger.Invoices, 12, new DateOnly(2026, 4, 1));
        var fenced = new Seen { IsFenced = true };

        Assert.IsType<StepMove.Send>(Decide(step, Sent, fenced));
        Assert.Equal(new StepMove.WaitUntil(Now + Lateness), Decide(step, Sent, new Seen()));
        Assert.Equal(new StepMove.WaitUntil(Now + Lateness), Decide(step with { Number = null }, Sent, fenced));
        Assert.IsType<StepMove.Send>(Decide(step, Sent with { Unanswered = [Now - Lateness] }, new Seen()));
    }

    [Fact]
    public void What_was_changed_before_anybody_saw_it_made_is_shown_to_a_person_and_not_made_again()
    {
        var step = new RepairStep.PutBack(Applier.Saved(entry), Ledger.Invoices, 11);
        var changed = new FoundEntry(Some.Id(), Ledger.Invoices, 11, null, 1m);
        var there = new Seen { Made = [changed], IsDone = Known.Unknown };

        var move = Assert.IsType<StepMove.Write>(Decide(step, Sent, there));

        Assert.Equal((StepState.Raced, changed.EntryId, 11), (move.State, move.Made!.Value, move.Number!.Value));
        Assert.Equal(
            "70/2026 11 stands there, but says something else than what was sent: it was changed since",
            move.Words
        );
        Assert.Equal(StopReason.NumberTaken, Stopped(Decide(step, Saved, there)));
    }

    [Fact]
    public void What_was_refused_made_nothing_so_whatever_looks_like_it_is_something_else()
    {
        var step = new RepairStep.PutBack(Applier.Saved(entry), Ledger.Invoices, 11);
        var alike = new FoundEntry(Some.Id(), Ledger.Invoices, 11, null, entry.Amount);
        var refused = Sent with { State = StepState.Stopped, Unanswered = [] };

        Assert.IsType<StepMove.Send>(Decide(step, refused, new Seen()));
        Assert.Equal(
            StopReason.NumberTaken,
            Stopped(Decide(step, refused, new Seen { Made = [alike], IsDone = Known.Yes }))
        );
    }

    [Fact]
    public void What_is_gone_cannot_get_back_what_it_said()
    {
        var step = new RepairStep.RestoreContent(Applier.Saved(entry));

        Assert.Equal(StopReason.Gone, Stopped(Decide(step, Saved, new Seen { Entry = new EntryReading.Gone() })));
        Assert.Equal(StopReason.Unknown, Stopped(Decide(step, Saved, new Seen())));
    }

    [Fact]
    public void An_entry_is_saved_before_it_is_corrected_and_compared_afterwards()
    {
        var (step, there) = (new RepairStep.CorrectEntry(document, entry), new Seen { Entry = Applier.Reading(entry) });

        Assert.IsType<StepMove.ReadEntry>(Decide(step, StepProgress.None, new Seen()));
        Assert.Equal(StepState.Saved, Written(Decide(step, StepProgress.None, there)));
        Assert.IsType<StepMove.Send>(Decide(step, Saved, there));
        Assert.Equal(
            StopReason.Changed,
            Stopped(Decide(step, Saved, new Seen { Entry = Applier.Reading(entry with { Amount = 1m }) }))
        );
        var done = Assert.IsType<StepMove.Write>(Decide(step, Sent, new Seen { IsDone = Known.Yes }));
        Assert.Equal((StepState.Verified, entry.EntryId), (done.State, done.Made!.Value));
        Assert.Equal(StopReason.Unknown, Stopped(Decide(step, Sent, new Seen())));
    }

    [Fact]
    public void An_entry_that_does_not_become_what_it_should_is_left_to_a_person()
    {
        var step = new RepairStep.RestoreContent(Applier.Saved(entry));
        var not = new Seen { IsDone = Known.No };

        Assert.IsType<StepMove.Send>(Decide(step, StepProgress.None, not));
        Assert.IsType<StepMove.Send>(Decide(step, Sent with { Sends = 2 }, not));
        Assert.Equal(StopReason.Refused, Stopped(Decide(step, Sent with { Sends = 3 }, not)));
    }

    [Fact]
    public void A_person_is_asked_until_it_is_seen_to_be_done()
    {
        var step = new RepairStep.Person(Phase.Before, "Do it.", new PersonCheck.Said());

        Assert.Equal(new StepMove.Ask(step), Decide(step, StepProgress.None, new Seen()));
        Assert.Equal(new StepMove.Ask(step), Decide(step, StepProgress.None, new Seen { IsDone = Known.No }));
        Assert.Equal(StepState.Verified, Written(Decide(step, StepProgress.None, new Seen { IsDone = Known.Yes })));
    }

    [Fact]
    public void Our_own_records_are_written_once()
    {
        var step = new RepairStep.ContinueAt(Ledger.Invoices, 11, 12);

        Assert.IsType<StepMove.Send>(Decide(step, StepProgress.None, new Seen { IsDone = Known.No }));
        Assert.Equal(StepState.Verified, Written(Decide(step, Sent, new Seen { IsDone = Known.Yes })));
    }
}
