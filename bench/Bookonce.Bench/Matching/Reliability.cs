using System.Text;
using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>Said probability against truth: of the pairs said to be 80 % likely, four of five should be true.</summary>
sealed class Reliability
{
    const int Size = 360,
        Margin = 50;

    /// <summary>Where one bin ends and the next begins.</summary>
    static readonly double[] Ends = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.01];

    readonly (int Count, int True, double Said)[] bins = new (int, int, double)[Ends.Length];

    /// <summary>Adds every pair that a result names.</summary>
    public void Add(World world, MatchResult result)
    {
        for (var document = 0; document < world.Documents.Length; document++)
            foreach (var (entry, probability) in result.EntriesOf(document))
            {
                ref var bin = ref bins[Array.FindIndex(Ends, end => probability < end)];
                bin = (bin.Count + 1, bin.True + (world.DocumentOf[entry] == document ? 1 : 0), bin.Said + probability);
            }
    }

    /// <summary>The plot: a circle per bin, larger for more pairs, with the numbers as its title.</summary>
    public string Svg()
    {
        var svg = new StringBuilder();
        var whole = Size + 2 * Margin;
        svg.AppendLine(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" font-size="12" role="img">"""
        );
        svg.AppendLine("<title>Said probability against truth</title>");
        svg.AppendLine($"""<rect width="{whole}" height="{whole}" fill="#fff"/>""");
        svg.AppendLine(
            $"""<path d="M{X(0)} {Y(0)}H{X(1)}V{Y(1)}H{X(0)}Z" fill="none" stroke="#999"/><path d="M{X(0)} {Y(0)}L{X(1)} {Y(1)}" stroke="#bbb" stroke-dasharray="4"/>"""
        );
        for (var tick = 0; tick <= 10; tick += 2)
            svg.AppendLine(
                $"""<text x="{X(tick / 10.0)}" y="{Y(0) + 18}" text-anchor="middle">{tick * 10} %</text><text x="{X(0) - 6}" y="{Y(tick / 10.0) + 4}" text-anchor="end">{tick * 10} %</text>"""
            );
        svg.AppendLine($"""<text x="{whole / 2}" y="{whole - 10}" text-anchor="middle">said</text>""");
        svg.AppendLine($"""<text x="{X(0)}" y="{Y(1) - 10}">true</text>""");
        foreach (var (count, right, said) in bins.Where(bin => bin.Count > 0))
            svg.AppendLine(
                $"""<circle cx="{X(said / count)}" cy="{Y(right / (double)count)}" r="{2 + Math.Log2(count) / 1.6:F1}" fill="#1f6feb" fill-opacity=".6"><title>{count} pairs said {said / count:P1}, true {right / (double)count:P1}</title></circle>"""
            );
        svg.AppendLine("</svg>");
        return svg.ToString();
    }

    /// <summary>The same as text: pairs, said, true.</summary>
    public IEnumerable<(int Count, double Said, double True)> Bins() =>
        bins.Where(bin => bin.Count > 0).Select(bin => (bin.Count, bin.Said / bin.Count, bin.True / (double)bin.Count));

    static double X(double share) => Math.Round(Margin + share * Size, 1);

    static double Y(double share) => Math.Round(Margin + (1 - share) * Size, 1);
}
