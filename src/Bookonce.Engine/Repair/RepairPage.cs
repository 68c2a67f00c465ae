using System.Net;
using System.Text;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Check;

namespace Bookonce.Engine.Repair;

/// <summary>A plan as one page that stands alone: nothing is loaded, nothing is run, and it can be printed.</summary>
public sealed class RepairPage
{
    readonly RepairSheet sheet;
    readonly TextWriter page;

    RepairPage(RepairSheet sheet, TextWriter page) => (this.sheet, this.page) = (sheet, page);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(Stream stream, RepairSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        new RepairPage(sheet, writer).Write();
    }

    void Write()
    {
        var plan = sheet.Plan;
        var title = Safe($"{sheet.Connection.Name}: {plan.Title}");
        page.Write(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>{ReportStyle.Css}{NumberRowStyle.Css}</style>
            </head>
            <body>
            <h1>{title}</h1>
            <p class="files">Teamleader Focus, {Safe(sheet.Connection.DepartmentName)}, and Exact Online, {Safe(
                sheet.Connection.Administration.Name
            )} ({sheet.Connection.Administration.Division})</p>
            <p><b>{Safe(Standing)}</b>{(sheet.Because is { } because ? $" {Safe(because)}" : "")}</p>

            """
        );
        List("What is wrong", sheet.Cases);
        List("What stands against it", [.. plan.Obstacles.Select(obstacle => obstacle.Words)]);
        Costs(plan.Cost);
        Numbers();
        Steps();
        List("What to know before approving", plan.Notes);
        page.Write($"<p class=\"files\">Seal of the plan: <code>{Safe(plan.Seal)}</code></p>\n</body>\n</html>\n");
    }

    string Standing =>
        sheet.Repair is not { } repair
            ? sheet.Plan.CanApply
                ? "A plan. Nothing is done yet."
                : "A plan that cannot be applied now."
            : sheet.Steps!.Any(step => step.State == StepState.Undone)
                ? "Undone."
                : repair.IsOpen
                    ? $"Approved {repair.ApprovedAt:yyyy-MM-dd HH:mm} UTC, and not through yet."
                    : $"Approved {repair.ApprovedAt:yyyy-MM-dd HH:mm} UTC, and through.";

    void Costs(RepairCost cost)
    {
        page.Write("<h2>What it costs</h2>\n<ul class=\"tiles\">\n");
        foreach (var row in HarmOrder.Rows)
            page.Write(
                $"<li class=\"{(row.Of(cost) == 0 ? "found" : "ask")}\"><b>{row.Of(cost)}</b> {Safe(row.Name)}</li>\n"
            );
        page.Write("</ul>\n");
        List("Numbers that change", [.. cost.Changes.Select(change => $"{change}")]);
        List("Numbers that will be missing", [.. cost.Gaps.Select(gap => $"{gap}")]);
        List("Payments to match again", [.. cost.Payments.Select(Lost)]);
        List("Corrections that are lost", [.. cost.Corrections.Select(Lost)]);
    }

    static string Lost(Loss loss) =>
        $"{loss.Entry.Series} {loss.Entry.Number} of {loss.Entry.Date:yyyy-MM-dd}, {loss.Entry.Amount} {loss.Entry.Currency}{(loss.Holds == Domain.Duplicates.Known.Unknown ? ", if it has any" : "")}";

    /// <summary>The journal before and after as a row of numbers.</summary>
    void Numbers()
    {
        if (sheet.Plan.Rows is [])
            return;
        page.Write("<h2>The journals before and after</h2>\n");
        foreach (var row in sheet.Plan.Rows)
        {
            page.Write($"<h3>{Safe($"{row.Series}")}</h3>\n<ol class=\"numbers\">\n");
            var last = (int?)null;
            foreach (var cell in row.Cells)
            {
                if (last is { } before && cell.Number > before + 1)
                    page.Write("<li class=\"more\">…</li>\n");
                last = cell.Number;
                var look =
                    cell.IsKept ? "kept"
                    : cell.After is null ? "gone"
                    : cell.Before is null ? "made"
                    : "moved";
                page.Write(
                    $"<li class=\"{look}\"><b>{cell.Number}</b><span>{Safe(cell.Before ?? "free")}</span><span>{Safe(cell.After ?? "free")}</span></li>\n"
                );
            }
            page.Write("</ol>\n");
        }
        page.Write("<p class=\"files\">Above what stands there now, below what will stand there.</p>\n");
    }

    void Steps()
    {
        page.Write(
            "<h2>Step by step</h2>\n<div class=\"wide\"><table>\n<thead><tr><th></th><th>Step</th><th>How it stands</th></tr></thead>\n<tbody>\n"
        );
        foreach (var (at, step) in sheet.Plan.Steps.Index())
            page.Write(
                $"<tr><td class=\"money\">{at + 1}</td><td>{Safe(step.Words)}</td><td>{Safe(StepWords.Of(step, sheet.Steps?[at]))}</td></tr>\n"
            );
        page.Write("</tbody></table></div>\n");
    }

    void List(string heading, IReadOnlyList<string> lines)
    {
        if (lines is [])
            return;
        page.Write($"<h2>{Safe(heading)} <small>{lines.Count}</small></h2>\n<ul>\n");
        foreach (var line in lines)
            page.Write($"<li>{Safe(line)}</li>\n");
        page.Write("</ul>\n");
    }

    static string Safe(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>How the row of numbers looks.</summary>
static class NumberRowStyle
{
    public const string Css = """

        h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
        .numbers { list-style: none; display: flex; flex-wrap: wrap; gap: 4px; padding: 0; margin: 0 0 .5rem; }
        .numbers li { border: 1px solid var(--line); border-radius: 4px; padding: .15rem .5rem; font-size: .8rem; min-width: 5.5rem; }
        .numbers b { display: block; font-variant-numeric: tabular-nums; }
        .numbers span { display: block; }
        .numbers .more { border: 0; min-width: 0; align-self: center; }
        .numbers .gone { border-color: var(--twice); } .numbers .gone span:nth-of-type(1) { text-decoration: line-through; color: var(--twice); }
        .numbers .made { border-color: var(--found); } .numbers .made span:nth-of-type(2) { color: var(--found); font-weight: 600; }
        .numbers .moved { border-color: var(--ask); } .numbers .moved span:nth-of-type(2) { font-weight: 600; }
        """;
}
