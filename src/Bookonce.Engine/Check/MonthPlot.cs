using System.Globalization;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Pages;
using static Bookonce.Engine.Pages.PageText;

namespace Bookonce.Engine.Check;

/// <summary>Documents per month as bars, and the same as a table with totals.</summary>
static class MonthPlot
{
    const int Width = 900,
        Height = 220,
        Left = 40,
        Bottom = 30;

    /// <summary>More bars than this are years.</summary>
    const int MostMonths = 36;

    /// <summary>What a bar is made of, from below.</summary>
    static readonly (string Look, string Words, MatchVerdict[] Verdicts)[] Parts =
    [
        ("found", "found once", [MatchVerdict.Linked, MatchVerdict.Adopt]),
        ("book", "not in the books", [MatchVerdict.Book]),
        ("ask", "to ask about", [MatchVerdict.Ask]),
        ("twice", "twice in the books", [MatchVerdict.Twice]),
    ];

    sealed record Bar(string Name, int[] Counts, decimal Documents, decimal Entries)
    {
        public int Count => Counts.Sum();
    }

    public static void Write(LonePage page, CheckedLists lists)
    {
        if (lists.Documents.Rows.Count == 0)
            return;

        var bars = Bars(lists);
        page.Write("<h2>Documents by date</h2>\n<p class=\"legend\">");
        foreach (var (look, words, _) in Parts)
            page.Write($"<span><i class=\"{look}\"></i>{words}</span> ");
        page.Write("</p>\n");
        Plot(page, bars);
        Table(page, lists, bars);
    }

    static Bar[] Bars(CheckedLists lists)
    {
        var (documents, entries) = (lists.Documents.Rows, lists.Entries.Rows);
        var (first, last) = (documents.Min(document => document.Date), documents.Max(document => document.Date));
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        Func<DateOnly, int> slot =
            months > MostMonths
                ? date => date.Year - first.Year
                : date => (date.Year - first.Year) * 12 + date.Month - first.Month;
        var counts = new int[slot(last) + 1][];
        var (inList, inBooks) = (new decimal[counts.Length], new decimal[counts.Length]);
        for (var at = 0; at < counts.Length; at++)
            counts[at] = new int[Parts.Length];
        for (var place = 0; place < documents.Count; place++)
        {
            var verdict = lists.Check.VerdictOf(place);
            counts[slot(documents[place].Date)][Array.FindIndex(Parts, part => part.Verdicts.Contains(verdict))]++;
            inList[slot(documents[place].Date)] += SideBySide.InBooks(documents[place]);
        }
        foreach (var entry in entries)
            if (slot(entry.Date) is >= 0 and var at && at < counts.Length)
                inBooks[at] += entry.Amount;
        return
        [
            .. counts.Select(
                (count, at) =>
                    new Bar(
                        months > MostMonths ? $"{first.Year + at}" : first.AddMonths(at).ToString("yyyy-MM"),
                        count,
                        inList[at],
                        inBooks[at]
                    )
            ),
        ];
    }

    static void Plot(LonePage page, Bar[] bars)
    {
        var most = Math.Max(1, bars.Max(bar => bar.Count));
        var step = Math.Min(70.0, (double)(Width - Left) / bars.Length);
        page.Write(
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Documents by date, by what was found; the table below says the same\">\n"
        );
        foreach (var line in new[] { most, most / 2 }.Distinct().Where(line => line > 0))
            page.Write(
                $"<line x1=\"{Left}\" x2=\"{Width}\" y1=\"{Y(line)}\" y2=\"{Y(line)}\"/><text x=\"{Left - 6}\" y=\"{Y(line)}\" dy=\"4\" text-anchor=\"end\">{line}</text>\n"
            );
        var labels = (int)Math.Ceiling(bars.Length * 60.0 / (Width - Left));
        foreach (var (at, bar) in bars.Index())
        {
            var x = Left + at * step + step * 0.15;
            var below = 0;
            for (var part = 0; part < Parts.Length; below += bar.Counts[part++])
                if (bar.Counts[part] > 0)
                    page.Write(
                        $"<rect class=\"{Parts[part].Look}\" x=\"{Text(x)}\" y=\"{Y(below + bar.Counts[part])}\" width=\"{Text(step * 0.7)}\" height=\"{Text((Height - Bottom - 10.0) * bar.Counts[part] / most)}\"><title>{bar.Name}: {bar.Counts[part]} {Parts[part].Words}</title></rect>\n"
                    );
            if (at % labels == 0)
                page.Write(
                    $"<text x=\"{Text(x + step * 0.35)}\" y=\"{Height - 10}\" text-anchor=\"middle\">{bar.Name}</text>\n"
                );
        }
        page.Write("</svg>\n");

        string Y(int count) => Text(Height - Bottom - (Height - Bottom - 10.0) * count / most);
    }

    static void Table(LonePage page, CheckedLists lists, Bar[] bars)
    {
        var hasOneCurrency =
            lists
                .Documents.Rows.Select(document => document.Currency)
                .Concat(lists.Entries.Rows.Select(entry => entry.Currency))
                .OfType<string>()
                .Distinct()
                .Take(2)
                .Count() < 2;
        TableColumn[] totals = hasOneCurrency
            ? [new("Total of documents", "money"), new("Total of all entries", "money")]
            : [];
        page.Table(
            [
                new("Date", "day"),
                new("Documents", "money"),
                .. Parts.Select(part => new TableColumn(part.Words, "money")),
                .. totals,
            ],
            bars.Select(bar =>
                (string[])
                    [
                        bar.Name,
                        $"{bar.Count}",
                        .. bar.Counts.Select(count => count == 0 ? "" : $"{count}"),
                        .. hasOneCurrency ? (string[])[Money(bar.Documents), Money(bar.Entries)] : [],
                    ]
            )
        );
    }

    static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
