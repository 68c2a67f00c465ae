namespace Bookonce.Domain.Repair;

/// <summary>How far a step is.</summary>
public enum StepState
{
    /// <summary>Nothing was done.</summary>
    Pending,

    /// <summary>What it will change is saved.</summary>
    Saved,

    /// <summary>It is about to be done, or was: only looking tells.</summary>
    Sent,

    /// <summary>It was seen to be done.</summary>
    Verified,

    /// <summary>Something that must hold does not; nothing was done since.</summary>
    Stopped,

    /// <summary>It is done, but somebody slipped in between.</summary>
    Raced,

    /// <summary>It was done, and another plan undid it.</summary>
    Undone,

    /// <summary>It was not done, and a person said that it need not be.</summary>
    GivenUp,
}

/// <summary>A line of the journal: written before what it announces, and after what it reports.</summary>
/// <param name="Step">The step's place in the plan, from 0.</param>
/// <param name="State">How far it is from here on.</param>
/// <param name="At">When, UTC.</param>
public sealed record StepRecord(int Step, StepState State, DateTimeOffset At)
{
    /// <summary>The entry as it was, with <see cref="StepState.Saved"/>.</summary>
    public SavedEntry? Saved { get; init; }

    /// <summary>The entry that the step made or changed, with <see cref="StepState.Verified"/>.</summary>
    public Guid? Made { get; init; }

    /// <summary>
    /// Its booking number. With <see cref="StepState.Sent"/>, where Exact numbers: the highest that stood there before, because
    /// what the step makes gets a higher one.
    /// </summary>
    public int? Number { get; init; }

    /// <summary>Why it stopped, with <see cref="StepState.Stopped"/>.</summary>
    public Stop? Stop { get; init; }

    /// <summary>What slipped in between, with <see cref="StepState.Raced"/>.</summary>
    public string? Words { get; init; }
}

/// <summary>What the journal says of one step.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Reached">The furthest of pending, saved and sent; where a step that stopped goes on.</param>
public sealed record StepProgress(StepState State, StepState Reached)
{
    /// <summary>A step of which nothing is written.</summary>
    public static StepProgress None { get; } = new(StepState.Pending, StepState.Pending);

    /// <summary>The entry as it was saved.</summary>
    public SavedEntry? Saved { get; init; }

    /// <summary>The entry that was made or changed.</summary>
    public Guid? Made { get; init; }

    /// <summary>Its booking number.</summary>
    public int? Number { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Sends { get; init; }

    /// <summary>
    /// When the tries were sent that may have made something, UTC, the newest last. One that was refused is none of them: that is
    /// written only when nothing was seen in the books after it.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Unanswered { get; init; } = [];

    /// <summary>Why it stopped.</summary>
    public Stop? Stop { get; init; }

    /// <summary>What slipped in between.</summary>
    public string? Words { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone => State is StepState.Verified or StepState.Undone or StepState.GivenUp;

    /// <summary>Whether something was done, or may have been.</summary>
    public bool HasEffect =>
        State is StepState.Verified or StepState.Raced
        || (Reached == StepState.Sent && State is not (StepState.Undone or StepState.GivenUp));

    internal StepProgress With(StepRecord record) =>
        this with
        {
            State = record.State,
            Reached =
                record.State is StepState.Saved or StepState.Sent && record.State > Reached ? record.State : Reached,
            Saved = record.Saved ?? Saved,
            Made = record.Made ?? Made,
            Number = record.Number ?? Number,
            Sends = Sends + (record.State == StepState.Sent ? 1 : 0),
            Unanswered = record switch
            {
                { State: StepState.Sent } => [.. Unanswered, record.At],
                { Stop.Reason: StopReason.Refused } => [.. Unanswered.SkipLast(1)],
                _ => Unanswered,
            },
            Stop = record.Stop,
            Words = record.Words ?? Words,
        };
}

/// <summary>A plan that is being applied, and everything written about it.</summary>
public sealed class RepairJournal
{
    readonly StepProgress[] steps;

    /// <summary>Reads the journal of a plan.</summary>
    /// <param name="plan">The plan as it was approved.</param>
    /// <param name="records">What was written, in order.</param>
    public RepairJournal(RepairPlan plan, IEnumerable<StepRecord> records)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(records);
        Plan = plan;
        steps = [.. plan.Steps.Select(_ => StepProgress.None)];
        foreach (var record in records)
            Note(record);
    }

    /// <summary>The plan.</summary>
    public RepairPlan Plan { get; }

    /// <summary>How far each step is.</summary>
    public IReadOnlyList<StepProgress> Steps => steps;

    /// <summary>Calls that are still to be made, as far as they were reckoned.</summary>
    public int CallsLeft => Plan.Steps.Zip(steps).Where(step => !step.Second.IsDone).Sum(step => step.First.Calls);

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsOver => steps.All(step => step.IsDone);

    /// <summary>Takes up a line that was written.</summary>
    public void Note(StepRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        steps[record.Step] = steps[record.Step].With(record);
    }

    /// <summary>Says what comes next.</summary>
    /// <param name="resume">
    /// Whether a step that stopped is tried again. One that was raced goes on only when a person's word is written as verified.
    /// </param>
    public NextMove Next(bool resume = false)
    {
        var unseen = new List<int>();
        for (var at = 0; at < steps.Length; at++)
        {
            var (step, progress) = (Plan.Steps[at], steps[at]);
            if (progress.IsDone)
                continue;
            if (step is RepairStep.RemoveEntry && progress.State == StepState.Sent)
            {
                unseen.Add(at);
                if (unseen.Count == Costing.EntriesAtOnce)
                    return new NextMove.SeeGone(unseen);
                continue;
            }
            // Nothing is linked or booked before all that should be gone is seen to be.
            if (unseen.Count > 0 && step is not RepairStep.RemoveEntry)
                return new NextMove.SeeGone(unseen);
            Stop? halt = progress.State switch
            {
                StepState.Raced => new Stop(StopReason.Changed, progress.Words ?? ""),
                StepState.Stopped when !resume => progress.Stop,
                _ => null,
            };
            if (halt is null)
                return new NextMove.Look(at);
            // What was sent behind it is seen too, or nobody could ever give the rest up.
            unseen.AddRange(SentBehind(at));
            return unseen.Count > 0 ? new NextMove.SeeGone(unseen) : new NextMove.Halted(at, halt);
        }
        return unseen.Count > 0 ? new NextMove.SeeGone(unseen) : new NextMove.Finished();
    }

    IEnumerable<int> SentBehind(int at) =>
        Enumerable
            .Range(at + 1, steps.Length - at - 1)
            .Where(behind => Plan.Steps[behind] is RepairStep.RemoveEntry && steps[behind].State == StepState.Sent)
            .Take(Costing.EntriesAtOnce);
}

/// <summary>What comes next. A closed family.</summary>
public abstract record NextMove
{
    NextMove() { }

    /// <summary>Look at what the step is about, and let <see cref="StepDecider"/> decide.</summary>
    public sealed record Look(int Step) : NextMove;

    /// <summary>Look by one filter which of these removed entries are gone, and let <see cref="StepDecider"/> decide each.</summary>
    public sealed record SeeGone(IReadOnlyList<int> Steps) : NextMove
    {
        /// <inheritdoc/>
        public bool Equals(SeeGone? other) => other is not null && Steps.SequenceEqual(other.Steps);

        /// <inheritdoc/>
        public override int GetHashCode() => Steps.Count;
    }

    /// <summary>It stands still until a person resumes or undoes it.</summary>
    public sealed record Halted(int Step, Stop Why) : NextMove;

    /// <summary>Everything is done and seen.</summary>
    public sealed record Finished : NextMove;
}
