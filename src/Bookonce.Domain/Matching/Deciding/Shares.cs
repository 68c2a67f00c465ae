using System.Buffers;

namespace Bookonce.Domain.Matching.Deciding;

/// <summary>
/// How likely each edge is when every document has one entry and every entry is one document. Documents and entries tell
/// each other in turns how free they are (belief propagation); where the edges form no ring this is exact.
/// </summary>
sealed class Shares
{
    const int MostTurns = 40;

    /// <summary>When no message moves more than this, all is said.</summary>
    const double Still = 1e-7;

    /// <summary>Beyond this, more evidence changes nothing but the arithmetic.</summary>
    const double Surest = 60;

    readonly Graph graph;
    readonly double[] odds;
    readonly double[] freeDocument;
    readonly double[] freeEntry;

    public Shares(Graph graph)
    {
        this.graph = graph;
        odds = Array.ConvertAll(graph.Score, score => Math.Exp(Math.Min(Surest, (double)score)));
        freeDocument = new double[graph.Edges];
        freeEntry = new double[graph.Edges];
        Array.Fill(freeEntry, 1);
        for (var turn = 0; turn < MostTurns; turn++)
            if (Turn() < Still)
                break;
    }

    public double Odds(int edge) => odds[edge];

    /// <summary>How likely the entry of an edge is free for its document, as far as other documents go.</summary>
    public double FreeEntry(int edge) => freeEntry[edge];

    /// <summary>The probability of an edge.</summary>
    public double Of(int edge)
    {
        var weight = odds[edge] * freeDocument[edge] * freeEntry[edge];
        return weight / (1 + weight);
    }

    double Turn()
    {
        var moved = Ranges.Map(
            graph.Documents,
            (from, to) =>
            {
                var most = 0.0;
                for (var document = from; document < to; document++)
                    most = Math.Max(most, TellEntries(document));
                return most;
            }
        );
        Ranges.Each(
            graph.Entries,
            (from, to) =>
            {
                for (var entry = from; entry < to; entry++)
                    TellDocuments(entry);
            }
        );
        return moved.Max();
    }

    /// <summary>Tells each entry of a document how free the document is, as far as its other entries go.</summary>
    double TellEntries(int document)
    {
        var (start, end) = (graph.Start[document], graph.Start[document + 1]);
        var (before, most) = (0.0, 0.0);
        Span<double> sums = stackalloc double[16];
        for (var edge = start; edge < end; edge++)
        {
            sums[edge - start] = before;
            before += odds[edge] * freeEntry[edge];
        }
        var after = 0.0;
        for (var edge = end - 1; edge >= start; edge--)
        {
            var free = 1 / (1 + sums[edge - start] + after);
            most = Math.Max(most, Math.Abs(free - freeDocument[edge]));
            freeDocument[edge] = freeDocument[edge] == 0 ? free : (free + freeDocument[edge]) / 2;
            after += odds[edge] * freeEntry[edge];
        }
        return most;
    }

    /// <summary>Tells each document of an entry how free the entry is: a document that has its entry may still own this one as a twin.</summary>
    void TellDocuments(int entry)
    {
        var edges = graph.ByEntry.AsSpan(graph.EntryStart[entry]..graph.EntryStart[entry + 1]);
        var rented = edges.Length > 64 ? ArrayPool<double>.Shared.Rent(edges.Length) : null;
        var sums = rented ?? stackalloc double[64];
        var before = 0.0;
        for (var i = 0; i < edges.Length; i++)
        {
            sums[i] = before;
            before += Claim(edges[i]);
        }
        var after = 0.0;
        for (var i = edges.Length - 1; i >= 0; i--)
        {
            freeEntry[edges[i]] = 1 / (1 + sums[i] + after);
            after += Claim(edges[i]);
        }
        if (rented is not null)
            ArrayPool<double>.Shared.Return(rented);
    }

    double Claim(int edge)
    {
        var free = freeDocument[edge];
        return odds[edge] * (free + Weighing.Weights.Again * (1 - free));
    }
}
