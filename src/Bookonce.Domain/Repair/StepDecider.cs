using Bookonce.Domain.Booking;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>What was looked up for a step; only what its kind asks for is filled.</summary>
public sealed record Seen
{
    /// <summary>The entry that the step removes, changes or links to, read right now.</summary>
    public EntryReading? Entry { get; init; }

    /// <summary>What can be seen of an entry whose deletion was sent.</summary>
    public RemovalTrace? Removal { get; init; }

    /// <summary>Entries that stand under the number that the step gives, or carry the mark of what it makes.</summary>
    public IReadOnlyList<FoundEntry> Made { get; init; } = [];

    /// <summary>The document's link now.</summary>
    public Link? Link { get; init; }

    /// <summary>The intent of the document of which nobody knows yet what became; null when there is none.</summary>
    public Intent? Intent { get; init; }

    /// <summary>
    /// Whether it is done already: of a person's step by its check, of a change or of what was made by comparing, of our own
    /// records by reading them. Unknown of what was made: it may be it, changed since.
    /// </summary>
    public Known IsDone { get; init; }

    /// <summary>Whether Exact was seen to refuse a taken number in the series.</summary>
    public bool IsFenced { get; init; }
}

/// <summary>What to do about a step. A closed family.</summary>
public abstract record StepMove
{
    StepMove() { }

    /// <summary>Write this, and ask again.</summary>
    public sealed record Write(StepState State) : StepMove
    {
        /// <inheritdoc cref="StepRecord.Saved"/>
        public SavedEntry? Saved { get; init; }

        /// <inheritdoc cref="StepRecord.Made"/>
        public Guid? Made { get; init; }

        /// <inheritdoc cref="StepRecord.Number"/>
        public int? Number { get; init; }

        /// <inheritdoc cref="StepRecord.Stop"/>
        public Stop? Stop { get; init; }

        /// <inheritdoc cref="StepRecord.Words"/>
        public string? Words { get; init; }
    }

    /// <summary>Write that it is sent, then do it.</summary>
    public sealed record Send : StepMove;

    /// <summary>Read the entry itself before deciding: it was not seen to be gone.</summary>
    public sealed record ReadEntry : StepMove;

    /// <summary>The document's intent goes on by the rule of the fence.</summary>
    public sealed record FollowIntent(Intent Intent) : StepMove;

    /// <summary>A try may still take effect, and nothing would keep a second one out.</summary>
    public sealed record WaitUntil(DateTimeOffset At) : StepMove;

    /// <summary>A person has not done it yet.</summary>
    public sealed record Ask(RepairStep.Person Step) : StepMove;
}

/// <summary>
/// Decides about one step from what the journal says and what the books show. The books are believed before any answer, so a
/// step that is interrupted anywhere goes on without being done twice.
/// </summary>
public static class StepDecider
{
    /// <summary>How often an entry is brought to what it should say before a person is asked.</summary>
    const int MostCorrections = 3;

    /// <summary>Decides.</summary>
    /// <param name="step">The step.</param>
    /// <param name="progress">What the journal says.</param>
    /// <param name="seen">What was looked up just now.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="lateness">How late an unanswered try may still take effect.</param>
    public static StepMove Decide(
        RepairStep step,
        StepProgress progress,
        Seen seen,
        DateTimeOffset now,
        TimeSpan lateness
    )
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(seen);
        return step switch
        {
            RepairStep.RemoveEntry(var entry) => Remove(entry, progress, seen),
            RepairStep.CorrectEntry(_, var entry) => Correct(entry, progress, seen),
            RepairStep.RestoreContent => Restore(progress, seen),
            RepairStep.BookAgain again => Book(again, seen),
            RepairStep.ReverseEntry(_, var series, var number, _) => Make(
                series,
                number,
                progress,
                seen,
                now,
                lateness
            ),
            RepairStep.PutBack(_, var series, var number) => Make(series, number, progress, seen, now, lateness),
            RepairStep.LinkTo(_, var entry, var before) => LinkTo(entry, before, seen),
            RepairStep.Release(_, var before) => seen.Link is null ? Done() : Own(seen.Link, before.EntryId),
            RepairStep.Person person => seen.IsDone == Known.Yes ? Done() : new StepMove.Ask(person),
            _ => seen.IsDone == Known.Yes ? Done() : new StepMove.Send(),
        };
    }

    static StepMove Remove(Entry entry, StepProgress progress, Seen seen)
    {
        if (progress.Reached == StepState.Sent)
            switch (Removal.Of(progress.Saved!, seen.Removal ?? new RemovalTrace { IsGone = Known.Unknown }))
            {
                case Removal.Clean:
                    return Done();
                case Removal.Raced(var words):
                    return new StepMove.Write(StepState.Raced) { Words = words };
                case Removal.Unknown:
                    return Halt(
                        new Stop(
                            StopReason.Unknown,
                            $"Nobody can say whether entry {entry.Series} {entry.Number} is gone."
                        )
                    );
            }

        return seen.Entry is not { } reading ? new StepMove.ReadEntry()
            : Preflight.Of(entry, progress.Saved, reading) is { } stop ? Halt(stop)
            : progress.Saved is null ? Save(reading)
            : new StepMove.Send();
    }

    static StepMove Correct(Entry entry, StepProgress progress, Seen seen)
    {
        if (progress.Reached == StepState.Sent)
            return Corrected(progress, seen, entry.EntryId);
        return seen.Entry is not { } reading ? new StepMove.ReadEntry()
            : Preflight.Of(entry, progress.Saved, reading) is { } stop ? Halt(stop)
            : progress.Saved is null ? Save(reading)
            : new StepMove.Send();
    }

    static StepMove Restore(StepProgress progress, Seen seen) => Corrected(progress, seen, null);

    /// <summary>Lines are compared anew each time, so what is missing is added and what is too many removed.</summary>
    static StepMove Corrected(StepProgress progress, Seen seen, Guid? entry) =>
        seen.IsDone switch
        {
            Known.Yes => new StepMove.Write(StepState.Verified) { Made = entry },
            Known.No when progress.Sends < MostCorrections => new StepMove.Send(),
            Known.No => Halt(new Stop(StopReason.Refused, "The entry does not become what it should say.")),
            _ when seen.Entry is EntryReading.Gone => Halt(new Stop(StopReason.Gone, "The entry is gone.")),
            _ => Halt(new Stop(StopReason.Unknown, "Nobody can say what the entry says now.")),
        };

    static StepMove Book(RepairStep.BookAgain step, Seen seen) =>
        (seen.Link, seen.Intent) switch
        {
            ({ } link, _) when step.Number is null || (link.Series, link.BookingNumber) == (step.Series, step.Number) =>
                new StepMove.Write(StepState.Verified) { Made = link.EntryId, Number = link.BookingNumber },
            ({ } link, _) => Halt(
                new Stop(
                    StopReason.NumberDiffers,
                    $"{step.Document} is {link.Series} {link.BookingNumber} and not {step.Series} {step.Number}."
                )
            ),
            (_, { } intent) => new StepMove.FollowIntent(intent),
            _ => new StepMove.Send(),
        };

    static StepMove Make(
        SeriesKey series,
        int? number,
        StepProgress progress,
        Seen seen,
        DateTimeOffset now,
        TimeSpan lateness
    )
    {
        return seen.Made switch
        {
            [var made] when progress.Unanswered is not [] && seen.IsDone == Known.Yes => new StepMove.Write(
                StepState.Verified
            )
            {
                Made = made.EntryId,
                Number = made.Number,
            },
            // A second one under another number would be worse than asking.
            [var made] when progress.Unanswered is not [] && seen.IsDone == Known.Unknown => new StepMove.Write(
                StepState.Raced
            )
            {
                Made = made.EntryId,
                Number = made.Number,
                Words =
                    $"{series} {made.Number} stands there, but says something else than what was sent: it was changed since",
            },
            [_, _, ..] when seen.IsDone == Known.Yes => Halt(
                new Stop(StopReason.Twice, "It stands in the books more than once.")
            ),
            [_, ..] => Halt(new Stop(StopReason.NumberTaken, $"Number {series} {number} is held by something else.")),
            // The number keeps a second one out, as it does for a document.
            _ when progress.Unanswered is [.., var last]
                    && now < last + lateness
                    && !(seen.IsFenced && number is not null) => new StepMove.WaitUntil(last + lateness),
            _ => new StepMove.Send(),
        };
    }

    static StepMove LinkTo(Entry entry, Link? before, Seen seen)
    {
        if (seen.Link is { } link && IsTo(link, entry))
            return Done();
        return seen.Entry switch
        {
            EntryReading.Stands(var stands) when (stands.Series, stands.Number) == (entry.Series, entry.Number) =>
                seen.Link is null ? new StepMove.Send() : Own(seen.Link, before?.EntryId),
            EntryReading.Stands => Halt(
                new Stop(StopReason.Changed, $"Entry {entry.Series} {entry.Number} has another number now.")
            ),
            EntryReading.Gone => Halt(new Stop(StopReason.Gone, $"Entry {entry.Series} {entry.Number} is gone.")),
            _ => Halt(new Stop(StopReason.Unknown, $"Entry {entry.Series} {entry.Number} could not be read.")),
        };
    }

    static bool IsTo(Link link, Entry entry) =>
        link.LineId is { } line ? line == entry.LineId : entry.IsSales && link.EntryId == entry.EntryId;

    /// <summary>Only the link that the plan knew is ended or replaced.</summary>
    static StepMove Own(Link link, Guid? before) =>
        link.EntryId == before
            ? new StepMove.Send()
            : Halt(new Stop(StopReason.Changed, $"It is linked to {link.Series} {link.BookingNumber} by now."));

    static StepMove.Write Done() => new(StepState.Verified);

    static StepMove Save(EntryReading reading) =>
        new StepMove.Write(StepState.Saved) { Saved = ((EntryReading.Stands)reading).Entry };

    static StepMove.Write Halt(Stop stop) => new(StepState.Stopped) { Stop = stop };
}
