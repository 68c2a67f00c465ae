using System.Net;
using System.Text;

namespace Bookonce.Simulation.Running;

/// <summary>The plot of a comparison: one bar each, readable in light and dark.</summary>
static class Plot
{
    const int Row = 34;
    const int Left = 260;
    const int Longest = 420;

    public static string Of(IReadOnlyList<Standing> standings)
    {
        var most = Math.Max(1, standings.Max(one => one.PerTenThousand));
        var height = (standings.Count * Row) + 60;
        var svg = new StringBuilder();
        svg.AppendLine(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {height}" role="img" aria-label="Documents booked twice, per 10,000" font-family="system-ui, sans-serif" font-size="14">"""
        );
        svg.AppendLine(
            "<style>text{fill:#24292f}.bar{fill:#c0392b}.none{fill:#2e7d32}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.bar{fill:#ff7b72}.none{fill:#7ee787}}</style>"
        );
        svg.AppendLine(
            """<text x="10" y="26" font-size="16" font-weight="600">Documents booked twice, per 10,000</text>"""
        );
        foreach (var (i, one) in standings.Index())
        {
            var y = 48 + (i * Row);
            var width = Math.Max(2, Longest * one.PerTenThousand / most);
            var kind = one.BookedTwice + one.Unfenced == 0 ? "none" : "bar";
            var name = WebUtility.HtmlEncode(Table.InWords(one.Contender).Trim('*'));
            svg.AppendLine($"""<text x="{Left - 10}" y="{y + 16}" text-anchor="end">{name}</text>""");
            svg.AppendLine($"""<rect class="{kind}" x="{Left}" y="{y}" width="{width:F0}" height="22" rx="3"/>""");
            svg.AppendLine($"""<text x="{Left + width + 8:F0}" y="{y + 16}">{one.PerTenThousand:N0}</text>""");
        }
        return svg.AppendLine("</svg>").ToString();
    }
}
