namespace Bookonce.Simulation.Worlds;

/// <summary>What can go wrong by itself; each kind can be left out of a world.</summary>
enum Mischief
{
    /// <summary>A call is lost before it takes effect.</summary>
    LostBefore,

    /// <summary>It takes effect, the answer is lost.</summary>
    LostAfter,

    /// <summary>The answer is lost, and the call takes effect up to thirty minutes later.</summary>
    Late,

    /// <summary>429 instead of an answer.</summary>
    TooMany,

    /// <summary>503 instead of an answer, with or without effect.</summary>
    Unavailable,

    /// <summary>408 instead of an answer, with or without effect.</summary>
    TimedOut,

    /// <summary>It takes effect, and the connection breaks in the middle of the answer.</summary>
    Reset,

    /// <summary>Right before an entry is sent, somebody types the same document.</summary>
    TypedMeanwhile,

    /// <summary>Right before an entry is sent, somebody takes the next booking number for something else.</summary>
    NumberTaken,

    /// <summary>Right before an entry is sent, its document is changed in Teamleader.</summary>
    ChangedMeanwhile,

    /// <summary>Right before an entry is deleted, somebody changes, matches or deletes it.</summary>
    Raced,

    /// <summary>The engine's process is killed.</summary>
    Crash,

    /// <summary>After a crash an older copy of the database is put back.</summary>
    Restore,

    /// <summary>A second engine is started beside the first.</summary>
    Twin,

    /// <summary>The clock of the engine's machine is set forward or back.</summary>
    ClockJump,

    /// <summary>All access to a service is withdrawn.</summary>
    TokenDeath,

    /// <summary>A service behaves otherwise where its documentation says nothing.</summary>
    Switches,
}
