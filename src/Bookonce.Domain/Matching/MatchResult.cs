using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Matching;

/// <summary>What the matcher says of every document. Places are those of the lists that were given.</summary>
public sealed class MatchResult
{
    readonly MatchVerdict[] verdicts;
    readonly MatchCandidate[][] candidates;
    readonly Func<int, int, IReadOnlyList<string>> explain;

    internal MatchResult(
        MatchVerdict[] verdicts,
        MatchCandidate[][] candidates,
        int cut,
        Func<int, int, IReadOnlyList<string>> explain
    )
    {
        (this.verdicts, this.candidates, this.explain) = (verdicts, candidates, explain);
        CutDocuments = cut;
    }

    /// <summary>Documents for which not every near entry was weighed, because too many are alike.</summary>
    public int CutDocuments { get; }

    /// <summary>What is said of a document.</summary>
    public MatchVerdict VerdictOf(int document) => verdicts[document];

    /// <summary>Its entries: one of <c>Adopt</c>, every twin of <c>Twice</c>, of <c>Ask</c> the best first, else none.</summary>
    public IReadOnlyList<MatchCandidate> EntriesOf(int document) => candidates[document];

    /// <summary>What speaks for and against an entry being a document, the weightiest first, in words for a bookkeeper.</summary>
    public IReadOnlyList<string> Because(int document, int entry) => explain(document, entry);
}
