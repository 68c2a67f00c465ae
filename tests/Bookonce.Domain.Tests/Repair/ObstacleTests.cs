using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>Why a plan cannot be applied, in the words that a person reads.</summary>
public sealed class ObstacleTests
{
    readonly Ledger ledger = new();
    readonly SalesDocument document;
    readonly Entry typed;
    readonly Entry booked;

    public ObstacleTests()
    {
        ledger.Foreign(10, day: 1);
        document = ledger.Document("1", day: 5);
        typed = ledger.Typed("1", 11);
        booked = ledger.Booked("1", 12);
        ledger.Foreign(13, day: 9);
    }

    RepairCase Edited => new RepairCase.Edited(document, ledger.Links[document.Id], booked);

    IEnumerable<string> Words(RepairKind kind, params IReadOnlyList<RepairCase> cases) =>
        ledger.Plan(kind, cases).Obstacles.Select(found => found.Words);

    [Fact]
    public void A_missing_right_and_a_missing_period_are_told()
    {
        ledger.MayDelete = Known.No;
        ledger.ReverseOn = null;

        Assert.Equal(["The connected user may not delete sales entries in Exact."], Words(RepairKind.RemoveSurplus));
        Assert.Equal(["No open period is known for an entry that takes another back."], Words(RepairKind.Reverse));
    }

    [Fact]
    public void A_closed_period_and_a_filed_return_are_told_with_the_entry()
    {
        ledger.Closed.Add(new ClosedPeriod("70", 2026, 3));
        ledger.Returns.Add(new VatReturn(2026, 3, ReturnFrequency.Monthly, IsFiled: true));

        Assert.Equal(2, Words(RepairKind.RemoveSurplus).Count());
        Assert.Contains("70/2026 11: period 2026 - 3 is closed.", Words(RepairKind.RemoveSurplus));
        Assert.Contains(
            Words(RepairKind.Correct, Edited),
            said => said.StartsWith("70/2026 12: the VAT return of", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_stands_in_no_sales_journal_is_left_to_a_person()
    {
        var balance = booked with { IsSales = false, Series = new SeriesKey("90", 2026) };
        ledger.Change(booked, _ => balance);

        Assert.Equal(
            ["90/2026 12 stands in no sales journal; only a person can change it."],
            Words(RepairKind.Correct, new RepairCase.Edited(document, ledger.Links[document.Id], balance))
        );
    }

    [Fact]
    public void What_shares_an_entry_with_other_receivables_is_not_changed()
    {
        ledger.Entries.Add(booked with { LineId = Some.Id(), Amount = 5m });

        Assert.Equal(["70/2026 12: other receivables stand in the same entry."], Words(RepairKind.Correct, Edited));
    }

    [Fact]
    public void In_Watch_nothing_is_corrected_and_no_number_is_guessed()
    {
        ledger.Mode = Mode.Watch;

        Assert.Equal(["Another integration books here, so a person must do it."], Words(RepairKind.Correct, Edited));
        Assert.Equal(
            ["70/2026 11: not known whether another integration holds its number."],
            Words(RepairKind.RemoveSurplus)
        );
    }

    [Fact]
    public void A_document_that_cannot_be_booked_is_told_with_what_is_wrong()
    {
        ledger.Unbookable[document.Id] = new Problem("vatCodeMissing", "No VAT code stands for 21 %.", "Map it.");
        string[] words = ["invoice 2026 / 1 cannot be booked: No VAT code stands for 21 %."];

        Assert.Equal(words, Words(RepairKind.RebuildFromDate));
        Assert.Equal(words, Words(RepairKind.BookAgain, Edited));
    }

    [Fact]
    public void An_entry_that_would_stay_for_one_document_and_go_for_another_is_chosen_by_a_person()
    {
        var other = ledger.Document("2", day: 8);
        ledger.Delete(ledger.Booked("2", 14));
        var twins = (Finding.Twins)((RepairCase.Found)ledger.Found[0]).Finding;
        var replacement = twins.Of.Single(twin => twin.Entry.Number == 11);
        var gone = new Finding.EntryGone(other, ledger.Links[other.Id], [replacement]);

        Assert.Equal(
            [
                new Obstacle(
                    ObstacleReason.NotChosen,
                    "Entry 70/2026 11 would stay for invoice 2026 / 2 and go for another: say which of the entries stays."
                ),
            ],
            ledger.Plan(RepairKind.RemoveSurplus, new RepairCase.Found(twins), new RepairCase.Found(gone)).Obstacles
        );
    }

    [Fact]
    public void What_nobody_knows_yet_is_told_with_the_document_and_its_series()
    {
        ledger.Intents.Add(ledger.Intent("1", 14, IntentState.Unknown, TimeSpan.FromHours(5)));

        Assert.Equal(
            ["Nobody knows yet whether 2026 / 1 in 70/2026 was booked. Let a run settle it first."],
            Words(RepairKind.RemoveSurplus)
        );
    }

    [Fact]
    public void A_try_that_may_still_take_effect_is_told_with_the_last_moment()
    {
        ledger.Intents.Add(ledger.Intent("1", 99, IntentState.Confirmed, TimeSpan.FromMinutes(10)));

        Assert.Equal(
            ["A try to book 2026 / 1 in 70/2026 was never answered, and may take effect until 2026-04-01 09:20 UTC."],
            Words(RepairKind.RemoveSurplus)
        );
    }

    [Fact]
    public void A_series_does_not_go_on_at_a_number_that_a_try_may_still_take()
    {
        ledger.Entries.RemoveAll(entry => entry.Number == 13);
        ledger.Change(ledger.Entries[^1], entry => entry with { Number = 14 });
        ledger.Document("2", day: 9);
        ledger.Intents.Add(ledger.Intent("2", 12, IntentState.Refused, TimeSpan.FromMinutes(10)));
        ledger.Survivors[ledger.Found[0].Key] = typed.LineId;

        Assert.Equal(ObstacleReason.YoungTry, Assert.Single(ledger.Plan(RepairKind.RemoveSurplus).Obstacles).Reason);
    }

    [Fact]
    public void What_belongs_to_another_connection_is_named()
    {
        ledger.Others.Add(document.Id);

        Assert.Equal(["invoice 2026 / 1 belongs to another connection."], Words(RepairKind.RemoveSurplus));
    }

    [Fact]
    public void What_no_document_explains_is_asked_with_every_entry()
    {
        foreach (var entry in new[] { ledger.Foreign(20, day: 9), ledger.Foreign(21, day: 9) })
            ledger.Change(entry, found => found with { YourRef = "WEB-88", Amount = 50 });
        var typedTwice = ledger.Found.Single(one => one.Documents is []);

        Assert.Equal(
            "Say which of these entries stays, or that they are different things: 70/2026 20 (2026-03-09, 50 EUR, Somebody Else NV, WEB-88), 70/2026 21 (2026-03-09, 50 EUR, Somebody Else NV, WEB-88).",
            Assert.Single(ledger.Plan(RepairKind.Checklist, typedTwice).Steps).Words
        );
        Assert.Equal(
            ["They belong to no document, so a person must say which of them stays."],
            Words(RepairKind.RemoveSurplus, typedTwice)
        );
    }

    [Fact]
    public void A_person_corrects_by_hand_what_is_named() =>
        Assert.Equal(
            "Correct entry 70/2026 12 in Exact to what invoice 2026 / 1 says.",
            Assert.Single(ledger.Plan(RepairKind.Checklist, Edited).Steps).Words
        );
}
