using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Output;

/// <summary>Verdicts on the screen.</summary>
static class Verdicts
{
    /// <summary>In the order in which people read them.</summary>
    public static IReadOnlyList<MatchVerdict> InOrder { get; } =
    [MatchVerdict.Linked, MatchVerdict.Adopt, MatchVerdict.Book, MatchVerdict.Ask, MatchVerdict.Twice];
}
