using Bookonce.Domain.Matching.Sheets;
using Bookonce.Domain.Matching.Weighing;

namespace Bookonce.Domain.Matching.Deciding;

/// <summary>
/// Settles what is asked among documents: each gets a first candidate of its own; documents that nothing tells apart, with
/// as many entries that nothing tells apart, are adopted in order, because any order is as right.
/// </summary>
static class Alike
{
    public static void Settle(
        Decider.Decision[] decisions,
        Graph graph,
        DocumentSheet documents,
        EntrySheet entries,
        Scale scale
    )
    {
        int[] asked =
        [
            .. Enumerable.Range(0, decisions.Length).Where(row => decisions[row].Verdict == MatchVerdict.Ask),
        ];
        foreach (var (document, edge) in Assignment.Of(graph, asked))
            decisions[document] = FirstOf(decisions[document], graph.Entry[edge]);

        foreach (
            var group in asked
                .GroupBy(row =>
                    (documents.Party[row], documents.Gross[row], documents.Day[row], documents.Currency[row])
                )
                .Where(group => group.Skip(1).Any())
        )
            Adopt([.. group], decisions, entries, scale);
    }

    static Decider.Decision FirstOf(Decider.Decision decision, int entry)
    {
        var own = Array.FindIndex(decision.Entries, candidate => candidate.Entry == entry);
        if (own <= 0 || decision.Entries[0].Probability >= 0.5)
            return decision;

        var (first, rest) = (decision.Entries[own], decision.Entries.Where((_, at) => at != own));
        return decision with { Entries = [first, .. rest] };
    }

    static void Adopt(int[] group, Decider.Decision[] decisions, EntrySheet entries, Scale scale)
    {
        int[] alike =
        [
            .. group.SelectMany(row => decisions[row].Entries).Select(candidate => candidate.Entry).Distinct().Order(),
        ];
        var isAlike =
            alike.Length == group.Length
            && alike.All(entry =>
                entries.Day[entry] == entries.Day[alike[0]]
                && entries.Amount[entry] == entries.Amount[alike[0]]
                && entries.Account[entry] == entries.Account[alike[0]]
                && scale.Weigh(group[0], entry) is { Number: NumberLevel.Missing, Amount: AmountLevel.Equal }
            );
        double Together(int row) => decisions[row].Entries.Sum(candidate => candidate.Probability);
        if (!isAlike || !group.All(row => Together(row) >= Thresholds.Certain))
            return;

        for (var at = 0; at < group.Length; at++)
            decisions[group[at]] = new Decider.Decision(
                MatchVerdict.Adopt,
                [new MatchCandidate(alike[at], Math.Min(1, Together(group[at])))]
            );
    }
}
