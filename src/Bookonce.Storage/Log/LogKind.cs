namespace Bookonce.Storage.Log;

/// <summary>What a line of the log records.</summary>
internal enum LogKind
{
    ConnectionAdded,
    SettingsSaved,
    OfficeTaken,
    OutcomeChanged,
    Adopted,
    Accepted,
    LinkEnded,
    DocumentGone,
    Paused,
    WentOn,
    Restored,
    Rests,
    LineSeen,
    Denied,
    SetAside,
    TakenBack,
    IntentBegun,
    TryBegun,
    TryAnswered,
    IntentConfirmed,
    IntentRefused,
    RelationLinked,
    RelationBegun,
    RelationTryBegun,
    RelationConfirmed,
    RelationRefused,
    RunBegun,
    RunEnded,
}
