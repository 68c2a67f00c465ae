namespace Bookonce.Domain.Matching.Deciding;

/// <summary>The pairs worth a thought, as edges between documents and entries, in order of document and entry.</summary>
sealed class Graph
{
    /// <summary>Where the edges of a document begin; one more than documents.</summary>
    public required int[] Start { get; init; }

    /// <summary>The entry of every edge.</summary>
    public required int[] Entry { get; init; }

    /// <summary>What the evidence of every edge is worth: the logarithm of odds.</summary>
    public required float[] Score { get; init; }

    /// <summary>Documents for which a near entry found no place.</summary>
    public required int Cut { get; init; }

    /// <summary>The edges by entry: where those of an entry begin in <see cref="ByEntry"/>.</summary>
    public required int[] EntryStart { get; init; }

    /// <summary>Edge numbers by entry, in order of document.</summary>
    public required int[] ByEntry { get; init; }

    /// <summary>The document of every edge.</summary>
    public required int[] Document { get; init; }

    public int Documents => Start.Length - 1;

    public int Entries => EntryStart.Length - 1;

    public int Edges => Entry.Length;

    /// <summary>Puts the edges that ranges of documents found together.</summary>
    public static Graph Of(int documents, int entries, IReadOnlyList<Found> ranges)
    {
        var count = ranges.Sum(range => range.Edges.Count);
        var start = new int[documents + 1];
        var (document, entry, score) = (new int[count], new int[count], new float[count]);
        var at = 0;
        foreach (var range in ranges)
        foreach (var edge in range.Edges)
        {
            (document[at], entry[at], score[at]) = (edge.Document, edge.Entry, edge.Score);
            start[edge.Document + 1] = ++at;
        }
        for (var row = 1; row <= documents; row++)
            start[row] = Math.Max(start[row], start[row - 1]);

        var entryStart = new int[entries + 1];
        foreach (var row in entry)
            entryStart[row + 1]++;
        for (var row = 0; row < entries; row++)
            entryStart[row + 1] += entryStart[row];
        var (next, byEntry) = ((int[])entryStart.Clone(), new int[count]);
        for (var edge = 0; edge < count; edge++)
            byEntry[next[entry[edge]]++] = edge;

        return new Graph
        {
            Start = start,
            Document = document,
            Entry = entry,
            Score = score,
            EntryStart = entryStart,
            ByEntry = byEntry,
            Cut = ranges.Sum(range => range.Cut),
        };
    }

    /// <summary>What one range of documents found.</summary>
    public sealed class Found
    {
        public List<(int Document, int Entry, float Score)> Edges { get; } = [];

        public int Cut { get; set; }
    }
}
