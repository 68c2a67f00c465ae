using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Bench.Matching;

/// <summary>How good pairs of document and entry are, beside the truth.</summary>
/// <param name="Precision">Of the pairs found, the share that is true.</param>
/// <param name="Recall">Of the true pairs, the share that was found.</param>
sealed record Score(double Precision, double Recall)
{
    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Scores pairs of places.</summary>
    public static Score Of(IEnumerable<(int Document, int Entry)> pairs, World world)
    {
        var (found, right) = (0, 0);
        foreach (var (document, entry) in pairs)
        {
            found++;
            right += world.DocumentOf[entry] == document ? 1 : 0;
        }
        var all = world.DocumentOf.Count(document => document >= 0);
        return new Score(found == 0 ? 1 : right / (double)found, all == 0 ? 1 : right / (double)all);
    }

    /// <summary>The pairs that a look decides: the entry of Adopt, every twin of Twice, and the best candidate of Ask.</summary>
    public static IEnumerable<(int Document, int Entry)> Decided(MatchResult result, int documents) =>
        Automatic(result, documents)
            .Concat(
                from document in Enumerable.Range(0, documents)
                where result.VerdictOf(document) == MatchVerdict.Ask
                select (document, result.EntriesOf(document)[0].Entry)
            );

    /// <summary>The pairs that need nobody.</summary>
    public static IEnumerable<(int Document, int Entry)> Automatic(MatchResult result, int documents) =>
        from document in Enumerable.Range(0, documents)
        where result.VerdictOf(document) is MatchVerdict.Adopt or MatchVerdict.Twice
        from candidate in result.EntriesOf(document)
        select (document, candidate.Entry);
}
