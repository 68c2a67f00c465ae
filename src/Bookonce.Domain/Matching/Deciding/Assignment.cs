namespace Bookonce.Domain.Matching.Deciding;

/// <summary>
/// Gives each document that is asked about an entry of its own, so that the best candidates of a group add up: an auction
/// in which documents bid for entries. Documents that are interchangeable get theirs in order of date.
/// </summary>
sealed class Assignment
{
    /// <summary>The step of a bid: pairs that differ by less are the same.</summary>
    const double Step = 0.02;

    /// <summary>Bids per document after which the rest is dealt in order of date.</summary>
    const int MostBids = 200;

    /// <summary>What an edge is worth beside none: edges below are not kept.</summary>
    const double Least = -7;

    readonly Graph graph;
    readonly int[] documents;
    readonly Dictionary<int, double> prices = [];
    readonly Dictionary<int, int> edgeOf = [];
    readonly Dictionary<int, int> ownerOf = [];

    Assignment(Graph graph, int[] documents) => (this.graph, this.documents) = (graph, documents);

    /// <summary>The edge of each document that gets one.</summary>
    /// <param name="graph">All edges.</param>
    /// <param name="documents">The documents that are asked about, in order.</param>
    public static IReadOnlyDictionary<int, int> Of(Graph graph, int[] documents)
    {
        var assignment = new Assignment(graph, documents);
        assignment.Bid();
        assignment.Deal();
        assignment.Uncross();
        return assignment.edgeOf;
    }

    void Bid()
    {
        var waiting = new Queue<int>(documents);
        for (var bids = (long)documents.Length * MostBids; bids > 0 && waiting.TryDequeue(out var document); bids--)
        {
            var (best, bestGain, second) = (-1, 0.0, 0.0);
            for (var edge = graph.Start[document]; edge < graph.Start[document + 1]; edge++)
            {
                var gain = Worth(edge) - prices.GetValueOrDefault(graph.Entry[edge]);
                if (gain > bestGain)
                    (best, bestGain, second) = (edge, gain, bestGain);
                else if (gain > second)
                    second = gain;
            }
            if (best < 0)
                continue;

            var entry = graph.Entry[best];
            prices[entry] = prices.GetValueOrDefault(entry) + bestGain - second + Step;
            if (ownerOf.Remove(entry, out var outbid))
            {
                edgeOf.Remove(outbid);
                waiting.Enqueue(outbid);
            }
            Take(document, best);
        }
    }

    /// <summary>Where bidding would take too long, documents and entries are alike, and are dealt in their order.</summary>
    void Deal()
    {
        foreach (var document in documents)
        {
            if (edgeOf.ContainsKey(document))
                continue;
            var best = -1;
            for (var edge = graph.Start[document]; edge < graph.Start[document + 1]; edge++)
                if (!ownerOf.ContainsKey(graph.Entry[edge]) && (best < 0 || graph.Score[edge] > graph.Score[best]))
                    best = edge;
            if (best >= 0)
                Take(document, best);
        }
    }

    /// <summary>Swaps neighbours whose entries stand in the other order, if nothing is lost by it.</summary>
    void Uncross()
    {
        foreach (var document in documents)
        {
            if (!edgeOf.TryGetValue(document, out var mine))
                continue;
            for (var edge = graph.Start[document]; edge < graph.Start[document + 1]; edge++)
            {
                if (
                    graph.Entry[edge] >= graph.Entry[mine]
                    || !ownerOf.TryGetValue(graph.Entry[edge], out var other)
                    || other <= document
                    || EdgeBetween(other, graph.Entry[mine]) is not (>= 0 and var back)
                )
                    continue;
                var theirs = edgeOf[other];
                if (Worth(edge) + Worth(back) < Worth(mine) + Worth(theirs))
                    continue;
                Take(document, edge);
                Take(other, back);
                mine = edge;
            }
        }
    }

    void Take(int document, int edge) => (edgeOf[document], ownerOf[graph.Entry[edge]]) = (edge, document);

    double Worth(int edge) => graph.Score[edge] - Least;

    int EdgeBetween(int document, int entry)
    {
        for (var edge = graph.Start[document]; edge < graph.Start[document + 1]; edge++)
            if (graph.Entry[edge] == entry)
                return edge;
        return -1;
    }
}
