using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Tests.Booking;

public sealed class FenceTests
{
    const string Mark = "https://focus.teamleader.eu/invoice_detail.php?id=1";
    static readonly DateTimeOffset Sent = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    static readonly SeriesKey Series = new("70", 2026);

    static Intent Intent(int? number = 26700012, int unanswered = 1) =>
        new()
        {
            Id = Some.Id(),
            DocumentId = Some.Id(),
            Series = Series,
            Number = number,
            Mark = Mark,
            YourRef = "2026 / 14",
            Document = DocumentFacts.Of(Some.Invoice()),
            Entry = new EntryFacts(new DateOnly(2026, 3, 2), 121m, Some.Id()),
            Body = default,
            Unanswered = unanswered,
            LastTry = Sent,
        };

    static FoundEntry Found(int number, string? mark, int year = 2026) =>
        new(Some.Id(), Series with { Year = year }, number, mark, 121m);

    static FenceDecision Decide(
        Intent intent,
        NumberingMode numbering,
        FoundEntry[] found,
        int minutes = 0,
        bool mayBeThere = false
    ) => Fence.Decide(intent, numbering, found, mayBeThere, Sent.AddMinutes(minutes));

    [Fact]
    public void An_entry_with_our_mark_is_linked_whatever_its_number()
    {
        var entry = Found(26700099, Mark);

        Assert.Equal(new FenceDecision.LinkFound(entry), Decide(Intent(), NumberingMode.Fenced, [entry]));
        Assert.Equal(
            new FenceDecision.LinkFound(entry),
            Decide(Intent(number: null), NumberingMode.ExactNumbers, [entry])
        );
    }

    [Fact]
    public void Two_entries_with_our_mark_are_shown_and_none_is_linked() =>
        Assert.IsType<FenceDecision.ShowTwice>(
            Decide(Intent(), NumberingMode.Fenced, [Found(1, Mark), Found(2, Mark)])
        );

    [Fact]
    public void A_number_held_by_something_else_is_over_but_in_another_year_it_is_another_number()
    {
        Assert.IsType<FenceDecision.NumberHeld>(Decide(Intent(), NumberingMode.Fenced, [Found(26700012, null)]));
        Assert.IsType<FenceDecision.Refused>(
            Decide(Intent(unanswered: 0), NumberingMode.Fenced, [Found(26700012, "other", year: 2025)])
        );
    }

    [Fact]
    public void A_free_number_whose_every_try_was_refused_goes_back() =>
        Assert.IsType<FenceDecision.Refused>(Decide(Intent(unanswered: 0), NumberingMode.Fenced, []));

    [Fact]
    public void An_unanswered_try_behind_the_fence_is_sent_again() =>
        Assert.IsType<FenceDecision.Resend>(Decide(Intent(), NumberingMode.Fenced, []));

    [Fact]
    public void A_number_held_by_something_else_ends_nothing_while_an_unfenced_try_may_come_through()
    {
        var held = Found(26700012, null);

        Assert.IsType<FenceDecision.WaitUntil>(Decide(Intent(), NumberingMode.Untried, [held]));
        Assert.IsType<FenceDecision.NumberHeld>(Decide(Intent(), NumberingMode.Untried, [held], minutes: 30));
        Assert.IsType<FenceDecision.NumberHeld>(Decide(Intent(unanswered: 0), NumberingMode.Untried, [held]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    [InlineData(7, 30)]
    public void An_unanswered_try_without_a_fence_is_waited_out(int minutes, int nextLook)
    {
        Assert.Equal(
            new FenceDecision.WaitUntil(Sent.AddMinutes(nextLook)),
            Decide(Intent(number: null), NumberingMode.ExactNumbers, [], minutes)
        );
        Assert.Equal(
            new FenceDecision.WaitUntil(Sent.AddMinutes(nextLook)),
            Decide(Intent(), NumberingMode.Untried, [], minutes)
        );
    }

    [Fact]
    public void After_the_longest_lateness_an_unfenced_try_is_sent_again() =>
        Assert.IsType<FenceDecision.Resend>(Decide(Intent(number: null), NumberingMode.ExactNumbers, [], minutes: 30));

    [Fact]
    public void Nothing_is_sent_again_while_somebody_elses_entry_may_be_the_document()
    {
        Assert.IsType<FenceDecision.WaitUntil>(Decide(Intent(), NumberingMode.Fenced, [], 1, mayBeThere: true));
        Assert.IsType<FenceDecision.GiveUp>(Decide(Intent(), NumberingMode.Fenced, [], 30, mayBeThere: true));
        Assert.IsType<FenceDecision.Resend>(Decide(Intent(), NumberingMode.Fenced, [], 30));
    }

    [Fact]
    public void Our_own_entry_is_linked_though_somebody_elses_may_be_the_document_too()
    {
        var entry = Found(26700012, Mark);

        Assert.Equal(
            new FenceDecision.LinkFound(entry),
            Decide(Intent(), NumberingMode.Fenced, [entry], 1, mayBeThere: true)
        );
    }
}
