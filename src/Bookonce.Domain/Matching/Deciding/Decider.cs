using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Weighing;

namespace Bookonce.Domain.Matching.Deciding;

/// <summary>Turns probabilities into verdicts.</summary>
sealed class Decider(Graph graph, Shares shares, Scale scale, Func<int, bool> isLinked)
{
    /// <summary>What was decided of one document, entries as rows.</summary>
    public readonly record struct Decision(MatchVerdict Verdict, MatchCandidate[] Entries);

    static readonly MatchCandidate[] None = [];

    public Decision[] Decide()
    {
        var decisions = new Decision[graph.Documents];
        Ranges.Each(
            graph.Documents,
            (from, to) =>
            {
                for (var document = from; document < to; document++)
                    decisions[document] = Decide(document);
            }
        );
        return decisions;
    }

    Decision Decide(int document)
    {
        var (start, end) = (graph.Start[document], graph.Start[document + 1]);
        var linked = isLinked(document);
        var (best, any) = (-1, 0.0);
        for (var edge = start; edge < end; edge++)
        {
            any += Claim(edge);
            if (best < 0 || shares.Of(edge) > shares.Of(best))
                best = edge;
        }
        if (linked)
            return OfLinked(document, start, end);
        if (Calibration.Of(any / (1 + any)) < Thresholds.Doubt)
            return new Decision(MatchVerdict.Book, None);

        // The best alone: how likely it is, if the others were not there.
        var first = Calibration.Of(Odds(Claim(best)));
        if (first < Thresholds.Certain || !IsIdentified(document, best))
            return Ask(start, end);

        var (twins, doubtful) = (
            new List<MatchCandidate> { new(graph.Entry[best], first) },
            new List<MatchCandidate>()
        );
        var isNamed = IsNamed(scale.Weigh(document, graph.Entry[best]));
        for (var edge = start; edge < end; edge++)
        {
            if (edge == best)
                continue;
            var again = Odds(Claim(edge) * Weights.Again / Weights.InBooks);
            if (again >= Thresholds.CertainTwin && IsIdentified(document, edge))
                twins.Add(new MatchCandidate(graph.Entry[edge], again));
            else if (again >= Thresholds.PerhapsTwin || !isNamed && Odds(Claim(edge)) >= Thresholds.Rival)
                doubtful.Add(new MatchCandidate(graph.Entry[edge], again));
        }
        if (twins.Count > 1)
            return new Decision(MatchVerdict.Twice, [.. twins]);

        if (doubtful.Count > 0)
            return new Decision(MatchVerdict.Ask, [.. twins, .. doubtful]);

        var share = Calibration.Of(shares.Of(best));
        return share < Thresholds.Certain
            ? Ask(start, end)
            : new Decision(MatchVerdict.Adopt, [new MatchCandidate(graph.Entry[best], share)]);
    }

    Decision OfLinked(int document, int start, int end)
    {
        var twins = new List<MatchCandidate>();
        for (var edge = start; edge < end; edge++)
            if (Odds(Claim(edge)) is >= Thresholds.CertainTwin and var again && IsIdentified(document, edge))
                twins.Add(new MatchCandidate(graph.Entry[edge], again));
        return twins.Count > 0 ? new Decision(MatchVerdict.Twice, [.. twins]) : new Decision(MatchVerdict.Linked, None);
    }

    Decision Ask(int start, int end)
    {
        var candidates = new List<MatchCandidate>();
        for (var edge = start; edge < end; edge++)
            candidates.Add(new MatchCandidate(graph.Entry[edge], Calibration.Of(shares.Of(edge))));
        candidates.Sort(
            (one, other) =>
                other.Probability.CompareTo(one.Probability) is not 0 and var order
                    ? order
                    : one.Entry.CompareTo(other.Entry)
        );
        var shown = candidates
            .Where((candidate, at) => at == 0 || candidate.Probability >= Thresholds.Shown)
            .Take(Thresholds.MostShown);
        return new Decision(MatchVerdict.Ask, [.. shown]);
    }

    /// <summary>The odds of an edge as far as other documents leave the entry.</summary>
    double Claim(int edge) => shares.Odds(edge) * shares.FreeEntry(edge);

    static double Odds(double odds) => odds / (1 + odds);

    /// <summary>
    /// An amount and a date are no identity, nor is a customer's entry that carries another reference, and another amount is not
    /// the whole document: all of these are asked.
    /// </summary>
    bool IsIdentified(int document, int edge)
    {
        var evidence = scale.Weigh(document, graph.Entry[edge]);
        var isTheirs =
            evidence.Who >= Who.Partly && evidence.Number is <= NumberLevel.Missing or NumberLevel.OneSlipOther;
        return evidence.IsMarked || evidence.Amount < AmountLevel.Incomparable && (IsNamed(evidence) || isTheirs);
    }

    /// <summary>Whether the entry names the document, not only its customer and amount.</summary>
    static bool IsNamed(in Evidence evidence) =>
        evidence.IsMarked
        || evidence.IsBookingNumber
        || evidence.Number <= NumberLevel.OneSlip
        || evidence.Reference == ReferenceLevel.Equal;
}
