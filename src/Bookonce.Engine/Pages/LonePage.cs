using System.Text;

namespace Bookonce.Engine.Pages;

/// <summary>How many of something there are, large.</summary>
/// <param name="Count">The number.</param>
/// <param name="Words">Of what.</param>
/// <param name="Look">A colour's name: <c>found</c>, <c>book</c>, <c>ask</c>, <c>twice</c> or none.</param>
readonly record struct Tile(int Count, string Words, string Look = "");

/// <summary>A column of a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Look">How its cells are set: <c>money</c>, <c>day</c>, or as text.</param>
readonly record struct TableColumn(string Header, string Look = "");

/// <summary>A page that stands alone: nothing is loaded, nothing is run, and it can be printed.</summary>
sealed class LonePage
{
    readonly TextWriter writer;

    LonePage(TextWriter writer) => this.writer = writer;

    /// <summary>Writes a whole page as UTF-8.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="title">The title.</param>
    /// <param name="subtitle">What was compared, below the title.</param>
    /// <param name="body">Writes everything else.</param>
    public static void Write(Stream stream, string title, string subtitle, Action<LonePage> body)
    {
        using var utf8 = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        var page = new LonePage(utf8);
        page.Write(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{PageText.Safe(title)}</title>
            <style>{PageStyle.Css}</style>
            </head>
            <body>
            <h1>{PageText.Safe(title)}</h1>
            <p class="files">{PageText.Safe(subtitle)}</p>

            """
        );
        body(page);
        page.Write("</body>\n</html>\n");
    }

    /// <summary>Writes markup as it is.</summary>
    public void Write(string markup) => writer.Write(markup);

    public void Tiles(params IEnumerable<Tile> tiles)
    {
        Write("<ul class=\"tiles\">\n");
        foreach (var tile in tiles)
            Write($"<li class=\"{tile.Look}\"><b>{tile.Count}</b> {tile.Words}</li>\n");
        Write("</ul>\n");
    }

    /// <summary>Begins a list that may be empty.</summary>
    public void Heading(string heading, int count, string words) =>
        Write($"<h2>{heading} <small>{count}</small></h2>\n<p>{(count == 0 ? "None." : words)}</p>\n");

    /// <summary>Writes a table; the cells are markup.</summary>
    public void Table(IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Write("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var column in columns)
            Write($"<th{Look(column)}>{column.Header}</th>");
        Write("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            Write("<tr>");
            foreach (var (place, cell) in row.Index())
                Write($"<td{Look(columns[place])}>{cell}</td>");
            Write("</tr>\n");
        }
        Write("</tbody></table></div>\n");
    }

    static string Look(TableColumn column) => column.Look is "" ? "" : $" class=\"{column.Look}\"";
}
