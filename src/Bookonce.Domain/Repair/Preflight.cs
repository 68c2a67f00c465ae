using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>What Exact says of an entry right now. A closed family: a failure is never taken for "gone".</summary>
public abstract record EntryReading
{
    EntryReading() { }

    /// <summary>It stands there.</summary>
    /// <param name="Entry">All of it.</param>
    public sealed record Stands(SavedEntry Entry) : EntryReading
    {
        /// <summary>Whether any of it is matched.</summary>
        public Known IsMatched { get; init; }

        /// <summary>Whether its period is closed for its journal.</summary>
        public Known IsClosed { get; init; }

        /// <summary>Whether the VAT return of its period is filed.</summary>
        public Known IsFiled { get; init; }

        /// <summary>Whether Exact lets us delete and change sales entries.</summary>
        public Known IsAllowed { get; init; }
    }

    /// <summary>A filter by its id found nothing.</summary>
    public sealed record Gone : EntryReading;

    /// <summary>The question was not answered.</summary>
    /// <param name="Why">What went wrong.</param>
    public sealed record Unreadable(string Why) : EntryReading;
}

/// <summary>Why a step stopped.</summary>
public enum StopReason
{
    /// <summary>The entry is not as it was planned or saved.</summary>
    Changed,

    /// <summary>It is matched.</summary>
    Matched,

    /// <summary>Its period is closed.</summary>
    PeriodClosed,

    /// <summary>Its VAT return is filed.</summary>
    ReturnFiled,

    /// <summary>The right is missing.</summary>
    RightMissing,

    /// <summary>It is gone already, not by us.</summary>
    Gone,

    /// <summary>Something could not be found out.</summary>
    Unknown,

    /// <summary>The booking number is held by something else.</summary>
    NumberTaken,

    /// <summary>It got another booking number than planned.</summary>
    NumberDiffers,

    /// <summary>Exact refused.</summary>
    Refused,

    /// <summary>It stands there more than once.</summary>
    Twice,
}

/// <summary>Where and why a plan stands still.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Words">The same in a sentence.</param>
public sealed record Stop(StopReason Reason, string Words);

/// <summary>What must still hold right before an entry is deleted or changed.</summary>
public static class Preflight
{
    /// <summary>Why not to go on; null to go on.</summary>
    /// <param name="planned">The entry as the plan knows it.</param>
    /// <param name="saved">Its saved copy; null while there is none.</param>
    /// <param name="now">What was read right now.</param>
    public static Stop? Of(Entry planned, SavedEntry? saved, EntryReading now)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var name = $"Entry {planned.Series} {planned.Number}";
        return now switch
        {
            EntryReading.Unreadable(var why) => new Stop(StopReason.Unknown, $"{name} could not be read: {why}"),
            EntryReading.Gone => new Stop(StopReason.Gone, $"{name} is gone, and not by this plan."),
            EntryReading.Stands stands => Changed(name, planned, saved, stands.Entry) ?? Held(name, stands),
            _ => throw new ArgumentOutOfRangeException(nameof(now), now, "The family is closed."),
        };
    }

    static Stop? Changed(string name, Entry planned, SavedEntry? saved, SavedEntry now)
    {
        var changes = saved is null ? Changes(planned, now) : [.. saved.ChangesTo(now), .. Later(saved.ChangedAt, now)];
        return changes is []
            ? null
            : new Stop(StopReason.Changed, $"{name} was changed: {string.Join(", ", changes)}.");
    }

    static string[] Changes(Entry planned, SavedEntry now)
    {
        string?[] changes =
        [
            (planned.Series, planned.Number) != (now.Series, now.Number)
                ? $"it is {now.Series} {now.Number} now"
                : null,
            planned.Date != now.Date ? $"its date is {now.Date:yyyy-MM-dd} now" : null,
            (planned.Amount, planned.Currency) != (now.Amount, now.Currency)
                ? $"its total is {now.Amount} {now.Currency} now"
                : null,
            planned.AccountId is { } account && account != now.Account ? "its relation is another now" : null,
            // Undoing a matching, as the plan asked for, may count as a change too.
            .. planned.Matched is Entries.Matched.Fully or Entries.Matched.Partly ? [] : Later(planned.ChangedAt, now),
        ];
        return [.. changes.OfType<string>()];
    }

    /// <summary>What was changed need not be among what we look at.</summary>
    static IEnumerable<string> Later(DateTimeOffset? then, SavedEntry now) =>
        then is { } known && now.ChangedAt is { } changed && changed != known
            ? [$"changed {changed:yyyy-MM-dd HH:mm} UTC{(now.Changer is { } person ? $" by {person}" : "")}"]
            : [];

    static Stop? Held(string name, EntryReading.Stands stands) =>
        Of(
            stands.IsAllowed == Known.Unknown ? Known.Unknown
                : stands.IsAllowed == Known.Yes ? Known.No
                : Known.Yes,
            StopReason.RightMissing,
            "The connected user may not change or delete sales entries in Exact.",
            "the right to change it"
        )
        ?? Of(stands.IsMatched, StopReason.Matched, $"{name} is matched.", "its matching")
        ?? Of(
            stands.IsClosed,
            StopReason.PeriodClosed,
            $"The period of {name} is closed.",
            "whether its period is closed"
        )
        ?? Of(
            stands.IsFiled,
            StopReason.ReturnFiled,
            $"The VAT return of {name} is filed.",
            "whether its VAT return is filed"
        );

    static Stop? Of(Known holds, StopReason reason, string words, string what) =>
        holds switch
        {
            Known.Yes => new Stop(reason, words),
            Known.Unknown => new Stop(StopReason.Unknown, $"Exact did not say {what}."),
            _ => null,
        };
}
