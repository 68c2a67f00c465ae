namespace Bookonce.Simulation.Audit;

/// <summary>What must not happen, and how often it did.</summary>
enum Counter
{
    /// <summary>A request of the engine made a second entry of a document that had one when the engine looked.</summary>
    BookedTwice,

    /// <summary>A person typed the document between the engine's look and its entry. Reported within a run, else unexplained.</summary>
    TypedMeanwhile,

    /// <summary>A person deleted our entry while an unanswered try was on its way, which then landed.</summary>
    Revived,

    /// <summary>Long after everything is calm, a document has neither link nor question nor problem.</summary>
    Lost,

    /// <summary>A request of the engine changed or deleted an entry.</summary>
    ForeignTouched,

    /// <summary>The engine made a second relation of a customer.</summary>
    RelationsTwice,

    /// <summary>Our series skipped a number, and the log or a person's deletion says why.</summary>
    NumberGaps,

    /// <summary>
    /// Somebody changed, matched or deleted an entry between the last look of an approved repair and its deletion: Exact has
    /// nothing to keep that out.
    /// </summary>
    Raced,

    /// <summary>Anything else in which books, truth and log disagree.</summary>
    Unexplained,
}

/// <summary>Something that an auditor found.</summary>
sealed record Finding(Counter Counter, string What)
{
    /// <summary>Whether it must never happen. What people do at the same moment, and an explained gap, may.</summary>
    public bool IsFailure =>
        Counter is not (Counter.TypedMeanwhile or Counter.Revived or Counter.NumberGaps or Counter.Raced);
}
