using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Weighs every document's candidates and keeps the best.</summary>
sealed class PairFinder(Candidates candidates, Scale scale, Ties ties)
{
    /// <summary>What is less likely than this is not kept: about one in a thousand.</summary>
    const double Least = -7;

    /// <summary>The most entries kept for a document.</summary>
    const int Most = 12;

    public Graph Find(int documents, int entries) => Graph.Of(documents, entries, Ranges.Map(documents, InRange));

    Graph.Found InRange(int from, int to)
    {
        var found = new Graph.Found();
        Span<int> room = stackalloc int[Candidates.Room];
        Span<(float Score, int Entry)> kept = stackalloc (float, int)[Candidates.Room];
        for (var document = from; document < to; document++)
        {
            var (count, isCut) = candidates.Find(document, room);
            var keep = 0;
            foreach (var entry in room[..count])
                if (!ties.IsRuledOut(document, entry) && scale.Weigh(document, entry).Sum is > Least and var sum)
                    kept[keep++] = (-(float)sum, entry);
            kept[..keep].Sort();
            var best = kept[..Math.Min(keep, Most)];
            best.Sort((one, other) => one.Entry.CompareTo(other.Entry));
            foreach (var (score, entry) in best)
                found.Edges.Add((document, entry, -score));
            found.Cut += isCut || keep > Most ? 1 : 0;
        }
        return found;
    }
}
