using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Synchronise;

/// <summary>One intent on its way.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Kind">Of its document.</param>
/// <param name="EarlierRefusal">Why the same entry was refused before.</param>
/// <param name="TriesLeft">In this run.</param>
/// <param name="IsLate">Whether every try of earlier runs is too old to come through any more.</param>
/// <param name="MayBeThere">Whether somebody else's entry may be the document by now.</param>
sealed record Attempt(
    Intent Intent,
    DocumentKind Kind,
    EarlierRefusal EarlierRefusal,
    int TriesLeft,
    bool IsLate = false,
    bool MayBeThere = false
);

/// <summary>Exact's no, in its own words; certain only when the words are known to be a refusal.</summary>
sealed record Refusal(string Text, bool IsCertain)
{
    /// <summary>For the end of a sentence.</summary>
    public string Said => $" To another try Exact said: {Text}";
}

/// <summary>How sending ended. Closed.</summary>
abstract record Ending
{
    public sealed record Over(DocumentOutcome Outcome) : Ending;

    public sealed record NumberHeld(bool WasRefused) : Ending;

    public sealed record Refused(string Text, bool IsCertain) : Ending;

    public sealed record GivenUp : Ending;
}
