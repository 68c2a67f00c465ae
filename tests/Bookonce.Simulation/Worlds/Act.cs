namespace Bookonce.Simulation.Worlds;

/// <summary>What people do in a world.</summary>
enum ActKind
{
    Invoice,
    CreditNote,
    EditDocument,
    DeleteDocument,
    RenumberDocument,
    TypeCopy,
    TypeForeign,
    EditEntry,
    DeleteEntry,
    RenumberEntry,
    MatchPayment,
    ClosePeriod,
    OpenPeriod,
    AnswerQuestions,
    PressButton,
    Backup,
    Restore,
    Twin,
    ClockJump,
    Revoke,
    Repair,
    Release,
    TypeTwin,
    ChangeAmount,
    AttachFile,
    FileReturn,
}

/// <summary>One thing that somebody does.</summary>
/// <param name="Number">What its own chances hang on, whatever else is left out.</param>
/// <param name="At">After the world began.</param>
sealed record Act(int Number, TimeSpan At, ActKind Kind);
