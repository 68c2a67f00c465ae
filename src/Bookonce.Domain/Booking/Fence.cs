using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Booking;

/// <summary>An entry that the look found under the intent's number or with its mark, in any year.</summary>
/// <param name="EntryId">Exact's id.</param>
/// <param name="Series">Where it stands.</param>
/// <param name="Number">Its booking number.</param>
/// <param name="Mark">Its external link.</param>
/// <param name="Amount">Including VAT, in its currency, as the books count.</param>
public sealed record FoundEntry(Guid EntryId, SeriesKey Series, int Number, string? Mark, decimal Amount);

/// <summary>What to do with an intent whose answer was anything but "created". A closed family.</summary>
public abstract record FenceDecision
{
    FenceDecision() { }

    /// <summary>The entry is there: link it.</summary>
    public sealed record LinkFound(FoundEntry Entry) : FenceDecision;

    /// <summary>The entry is there more than once: link nothing, show all.</summary>
    public sealed record ShowTwice(IReadOnlyList<FoundEntry> Entries) : FenceDecision;

    /// <summary>The number belongs to something else: this attempt is over, the next number is due.</summary>
    public sealed record NumberHeld : FenceDecision;

    /// <summary>Every try was refused: a Problem, and the number goes back.</summary>
    public sealed record Refused : FenceDecision;

    /// <summary>Some try may still come through, and the number keeps a second one out: send the same bytes again.</summary>
    public sealed record Resend : FenceDecision;

    /// <summary>Another entry may be the document, and no try comes through any more: the attempt is over, the look decides.</summary>
    public sealed record GiveUp : FenceDecision;

    /// <summary>Some try may still come through, and nothing would keep a second one out: look again later.</summary>
    public sealed record WaitUntil(DateTimeOffset At) : FenceDecision;
}

/// <summary>
/// The rule by which nothing is booked twice. Exact has no idempotency key, but refuses a second entry with a number that
/// is taken, so the reserved number decides, and what stands in the books is believed before any error text.
/// </summary>
public static class Fence
{
    /// <summary>How late an unanswered request may still take effect, unless a setting says otherwise.</summary>
    public static readonly TimeSpan LongestLateness = TimeSpan.FromMinutes(30);

    /// <summary>Decides what a look means.</summary>
    /// <param name="intent">The intent, its tries counted.</param>
    /// <param name="numbering">What is known of its series.</param>
    /// <param name="found">Everything in any year that has its journal and number, or its mark.</param>
    /// <param name="mayBeThere">Whether somebody else's entry may be the document by now, so that sending again may book it twice.</param>
    /// <param name="now">The present instant.</param>
    public static FenceDecision Decide(
        Intent intent,
        NumberingMode numbering,
        IReadOnlyList<FoundEntry> found,
        bool mayBeThere,
        DateTimeOffset now
    )
    {
        var ours = found.Where(entry => entry.Mark == intent.Mark).DistinctBy(entry => entry.EntryId).ToArray();
        var isHeld =
            intent.Number is { } number && found.Any(entry => entry.Series == intent.Series && entry.Number == number);
        var isFenced = intent.Number is not null && numbering == NumberingMode.Fenced;
        // Unfenced, a late request may still come through under any number, so nothing is concluded before it is too late.
        var isTooLate = intent.Unanswered == 0 || now >= intent.LastTry + LongestLateness;
        var isSettled = isTooLate || (isFenced && !mayBeThere);

        return (ours, isSettled, isHeld) switch
        {
            ([var entry], _, _) => new FenceDecision.LinkFound(entry),
            ([_, _, ..], _, _) => new FenceDecision.ShowTwice(ours),
            (_, false, _) => new FenceDecision.WaitUntil(NextLook(intent.LastTry, now)),
            (_, _, true) => new FenceDecision.NumberHeld(),
            _ when intent.Unanswered == 0 => new FenceDecision.Refused(),
            _ when mayBeThere => new FenceDecision.GiveUp(),
            _ => new FenceDecision.Resend(),
        };
    }

    /// <summary>Looks fall 1, 5 and 30 minutes after the try.</summary>
    static DateTimeOffset NextLook(DateTimeOffset lastTry, DateTimeOffset now) =>
        new[] { TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), LongestLateness }
            .Select(wait => lastTry + wait)
            .First(at => at > now);
}
