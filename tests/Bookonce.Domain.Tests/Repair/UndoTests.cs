using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What undoing a repair does, step by step, and what it says beforehand.</summary>
public sealed class UndoTests
{
    readonly Ledger ledger = new();
    readonly Entry typed;
    readonly Entry booked;
    readonly SalesDocument document;
    readonly Link link;

    public UndoTests()
    {
        ledger.Foreign(10, day: 1);
        document = ledger.Document("1", day: 5);
        typed = ledger.Typed("1", 11);
        booked = ledger.Booked("1", 12);
        link = ledger.Links[document.Id];
    }

    RepairJournal Applied(RepairPlan plan)
    {
        var applier = new Applier(ledger, plan);
        Assert.IsType<NextMove.Finished>(applier.Run());
        return applier.Journal;
    }

    RepairJournal Rebuilt() => Applied(ledger.Plan(RepairKind.RebuildFromDate));

    RepairPlan Undone(RepairJournal journal) => Undo.Plan(journal, ledger.Books);

    static string[] Words(RepairPlan plan) => [.. plan.Steps.Select(step => step.Words)];

    [Fact]
    public void A_link_that_moved_to_the_survivor_moves_back()
    {
        ledger.Survivors[ledger.Found[0].Key] = typed.LineId;
        var journal = Applied(ledger.Plan(RepairKind.RemoveSurplus));
        var now = ledger.Links[document.Id];

        var undo = Undone(journal);

        Assert.Equal(
            [
                "End the link of invoice 2026 / 1 to 70/2026 11.",
                "Put entry 70/2026 12 back.",
                "Link invoice 2026 / 1 to 70/2026 12 again.",
            ],
            Words(undo)
        );
        Assert.Equal(new RepairStep.Release(DocumentRef.Of(document), now), undo.Steps[0]);
        Assert.Equal(new RepairStep.RestoreLink(DocumentRef.Of(document), link, booked.EntryId), undo.Steps[2]);
        Assert.Equal(["Entries that come back have new ids, and new instants of entering: 1."], undo.Notes);
        Assert.True(undo.CanApply);
    }

    [Fact]
    public void A_link_that_was_not_ended_yet_is_made_again_to_the_entry_that_comes_back()
    {
        var journal = Applied(
            ledger.Plan(RepairKind.RebuildFromDate) with
            {
                Steps = [new RepairStep.RemoveEntry(booked)],
            }
        );

        var restored = Assert.IsType<RepairStep.RestoreLink>(Undone(journal).Steps[^1]);

        Assert.Equal((link, link, booked.EntryId), (restored.Before, restored.Instead, restored.Entry));
        Assert.DoesNotContain(Undone(journal).Steps, step => step is RepairStep.Release);
    }

    [Fact]
    public void Where_no_link_was_none_is_made_again()
    {
        ledger.Links.Clear();
        var journal = Applied(ledger.Plan(RepairKind.RemoveSurplus));

        Assert.Equal(
            ["End the link of invoice 2026 / 1 to 70/2026 11.", "Put entry 70/2026 12 back."],
            Words(Undone(journal)).Where(said => !said.StartsWith("Let", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_link_to_an_entry_that_is_not_there_comes_back_and_that_is_said()
    {
        ledger.Delete(booked);
        var journal = Applied(ledger.Plan(RepairKind.Relink));

        var undo = Undone(journal);

        Assert.Equal(
            ["End the link of invoice 2026 / 1 to 70/2026 11.", "Link invoice 2026 / 1 to 70/2026 12 again."],
            Words(undo)
        );
        Assert.Equal(["invoice 2026 / 1 shows 70/2026 12 again, though no such entry is there."], undo.Notes);
    }

    [Fact]
    public void An_acceptance_is_taken_back_where_the_link_stands()
    {
        var journal = Applied(ledger.Plan(RepairKind.Accept, new RepairCase.Edited(document, link, booked)));
        var accepted = ledger.Links[document.Id];

        var undo = Undone(journal);

        var restored = Assert.IsType<RepairStep.RestoreLink>(Assert.Single(undo.Steps));
        Assert.Equal((link, accepted), (restored.Before, restored.Instead));
        Assert.Empty(undo.Notes);
    }

    [Fact]
    public void An_undone_rebuild_has_the_old_numbers_and_the_series_goes_on_after_them()
    {
        ledger.Document("C1", day: 6);
        ledger.Typed("C1", 30);
        ledger.Booked("C1", 31);

        Assert.Equal(
            [
                "Save and delete entry 71/2026 30.",
                "Save and delete entry 70/2026 11.",
                "End the link of invoice 2026 / 1 to 70/2026 11.",
                "End the link of credit note CN 2026 / 1 to 71/2026 30.",
                "Let 71/2026 go on at 32 instead of 31.",
                "Let 70/2026 go on at 13 instead of 12.",
                "Put entry 70/2026 11 back.",
                "Put entry 70/2026 12 back.",
                "Put entry 71/2026 30 back.",
                "Put entry 71/2026 31 back.",
                "Link invoice 2026 / 1 to 70/2026 12 again.",
                "Link credit note CN 2026 / 1 to 71/2026 31 again.",
            ],
            Words(Undone(Rebuilt()))
        );
    }

    [Fact]
    public void A_series_that_goes_on_where_it_did_is_not_told_to()
    {
        ledger.Delete(typed);
        var edited = new RepairCase.Edited(document, link, booked);
        var journal = Applied(ledger.Plan(RepairKind.BookAgain, edited));

        Assert.DoesNotContain(Undone(journal).Steps, step => step is RepairStep.ContinueAt);
    }

    [Fact]
    public void Entries_whose_numbers_are_taken_come_back_after_the_last_each_under_its_own()
    {
        ledger.Document("2", day: 9);
        ledger.Typed("2", 14);
        ledger.Booked("2", 15);
        ledger.Foreign(20, day: 10);
        var journal = Applied(ledger.Plan(RepairKind.RemoveSurplus));
        ledger.Foreign(11, day: 10);
        ledger.Foreign(14, day: 10);

        var undo = Undone(journal);

        Assert.Equal([21, 22], undo.Steps.OfType<RepairStep.PutBack>().Select(step => step.Number!.Value));
        Assert.Equal("Entry 70/2026 14 comes back as 70/2026 22: its number is held by something else.", undo.Notes[1]);
    }

    [Fact]
    public void A_number_that_a_lost_try_holds_stays_free_and_the_series_goes_on_after_all()
    {
        ledger.Document("2", day: 9);
        ledger.Booked("2", 13);
        var journal = Rebuilt();
        ledger.Document("3", day: 20);
        ledger.Intents.Add(ledger.Intent("3", 13, IntentState.Unknown, TimeSpan.FromHours(1)));

        var undo = Undone(journal);

        Assert.Equal([11, 12, 14], undo.Steps.OfType<RepairStep.PutBack>().Select(step => step.Number!.Value));
        Assert.Equal(15, Assert.Single(undo.Steps.OfType<RepairStep.ContinueAt>()).Next);
    }

    [Fact]
    public void A_correction_and_an_acceptance_are_undone_too()
    {
        var entry = ledger.Entries[^1];
        ledger.Change(entry, one => one with { Amount = 99m });
        entry = ledger.Entries[^1];
        var edited = new RepairCase.Edited(document, ledger.Links[document.Id], entry);
        foreach (var kind in new[] { RepairKind.Correct, RepairKind.Accept })
        {
            var before = (ledger.Show(), ledger.Links[document.Id]);
            var applier = new Applier(ledger, ledger.Plan(kind, edited));
            applier.Run();
            var undo = Undo.Plan(applier.Journal, ledger.Books);
            Assert.IsType<NextMove.Finished>(new Applier(ledger, undo).Run());
            Assert.Equal(before.Item1, ledger.Show());
            Assert.Equal(before.Item2 with { BookingNumber = 12 }, ledger.Links[document.Id]);
        }
    }

    [Fact]
    public void What_stands_there_again_already_is_not_put_back_a_second_time()
    {
        var journal = Rebuilt();
        // The memory was put back from a copy that knows nothing of an undo, or somebody has typed it again.
        var forgotten = new Ledger();
        var again = booked with { LineId = Some.Id(), EntryId = Some.Id(), Mark = null };
        forgotten.Entries.AddRange([.. ledger.Entries.Where(entry => entry.Number < 11), again]);
        forgotten.Documents.Add("1", document);

        var undo = Undo.Plan(
            new RepairJournal(
                journal.Plan with
                {
                    Steps =
                    [
                        new RepairStep.RemoveEntry(booked),
                        new RepairStep.Release(DocumentRef.Of(document), link),
                    ],
                },
                [
                    new StepRecord(0, StepState.Saved, Ledger.Now) { Saved = Applier.Saved(booked) },
                    new StepRecord(0, StepState.Sent, Ledger.Now),
                    new StepRecord(0, StepState.Verified, Ledger.Now),
                    new StepRecord(1, StepState.Verified, Ledger.Now),
                ]
            ),
            forgotten.Books
        );

        Assert.Equal(["Link invoice 2026 / 1 to entry 70/2026 12."], Words(undo));
        Assert.Equal(["Entry 70/2026 12 stands there already as it was saved, and is left as it is."], undo.Notes);
    }

    [Fact]
    public void What_was_refused_each_time_does_not_stand_against_undoing_the_rest()
    {
        var plan = ledger.Plan(RepairKind.RebuildFromDate) with
        {
            Steps =
            [
                new RepairStep.RemoveEntry(booked),
                new RepairStep.BookAgain(DocumentRef.Of(document), Ledger.Invoices, 12),
            ],
        };
        ledger.Delete(booked);
        StepRecord[] records =
        [
            new(0, StepState.Saved, Ledger.Now) { Saved = Applier.Saved(booked) },
            new(0, StepState.Sent, Ledger.Now),
            new(0, StepState.Verified, Ledger.Now),
            new(1, StepState.Sent, Ledger.Now),
        ];
        StepRecord Stopped(StopReason reason) => new(1, StepState.Stopped, Ledger.Now) { Stop = new Stop(reason, "") };

        Assert.True(Undone(new RepairJournal(plan, [.. records, Stopped(StopReason.Refused)])).CanApply);
        Assert.False(Undone(new RepairJournal(plan, [.. records, Stopped(StopReason.Unknown)])).CanApply);
        Assert.False(Undone(new RepairJournal(plan, records)).CanApply);
    }

    [Fact]
    public void What_an_entry_said_is_not_given_back_once_somebody_deleted_it()
    {
        var plan = ledger.Plan(RepairKind.RebuildFromDate) with
        {
            Steps = [new RepairStep.CorrectEntry(DocumentRef.Of(document), booked)],
        };
        StepRecord[] records =
        [
            new(0, StepState.Saved, Ledger.Now) { Saved = Applier.Saved(booked) },
            new(0, StepState.Sent, Ledger.Now),
            new(0, StepState.Verified, Ledger.Now),
        ];
        var journal = new RepairJournal(plan, records);
        Assert.IsType<RepairStep.RestoreContent>(Assert.Single(Undone(journal).Steps));
        ledger.Delete(booked);

        var undo = Undone(journal);

        Assert.Empty(undo.Steps);
        Assert.Equal(["Entry 70/2026 12 was deleted since, so it does not get back what it said."], undo.Notes);
    }

    [Fact]
    public void What_took_an_entry_back_does_not_come_back_once_a_document_is_linked_to_that_entry()
    {
        var saved = Applier.Saved(booked) with
        {
            EntryId = Some.Id(),
            Number = 13,
            Amount = -booked.Amount,
            Description = TakingBack.Words(booked.Series, booked.Number),
        };
        var gone = booked with { LineId = Some.Id(), EntryId = saved.EntryId, Number = 13 };
        var journal = new RepairJournal(
            ledger.Plan(RepairKind.RebuildFromDate) with
            {
                Steps = [new RepairStep.RemoveEntry(gone)],
            },
            [
                new StepRecord(0, StepState.Saved, Ledger.Now) { Saved = saved },
                new StepRecord(0, StepState.Sent, Ledger.Now),
                new StepRecord(0, StepState.Verified, Ledger.Now),
            ]
        );

        var undo = Undone(journal);

        Assert.Empty(undo.Steps);
        Assert.Equal(
            ["Entry 70/2026 13 cannot come back: it took back 70/2026 12, and a document is linked to that by now."],
            undo.Notes
        );
        ledger.Links.Clear();
        Assert.Equal(["Put entry 70/2026 13 back."], Words(Undone(journal)));
    }
}
