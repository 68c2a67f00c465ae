using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Pages;
using static Bookonce.Engine.Pages.PageText;

namespace Bookonce.Engine.Repair;

/// <summary>A plan as one page that stands alone, for whoever has to approve it or asks later what was done.</summary>
public sealed class RepairPage
{
    readonly RepairSheet sheet;
    readonly LonePage page;

    RepairPage(RepairSheet sheet, LonePage page) => (this.sheet, this.page) = (sheet, page);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(Stream stream, RepairSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var (connection, administration) = (sheet.Connection, sheet.Connection.Administration);
        LonePage.Write(
            stream,
            $"{connection.Name}: {sheet.Plan.Title}",
            $"Teamleader Focus, {connection.DepartmentName}, and Exact Online, {administration.Name} ({administration.Division})",
            page => new RepairPage(sheet, page).Body()
        );
    }

    void Body()
    {
        var plan = sheet.Plan;
        page.Write($"<p><b>{Safe(sheet.Standing)}</b> {Safe(sheet.Because)}</p>\n");
        List("What is wrong", sheet.Cases);
        List("What stands against it", [.. plan.Obstacles.Select(obstacle => obstacle.Words)]);
        Costs(plan.Cost);
        Numbers();
        page.Heading(
            "Step by step",
            plan.Steps.Count,
            "In this order; it stops where something does not hold any more."
        );
        page.Table(
            [new("", "money"), new("Step"), new("How it stands")],
            plan.Steps.Index()
                .Select(step =>
                    (string[])
                        [
                            $"{step.Index + 1}",
                            Safe(step.Item.Words),
                            Safe(StepWords.Of(step.Item, sheet.Steps?[step.Index])),
                        ]
                )
        );
        List("What to know before approving", plan.Notes);
        page.Write($"<p class=\"files\">Seal of the plan: <code>{Safe(plan.Seal)}</code></p>\n");
    }

    void Costs(RepairCost cost)
    {
        page.Write("<h2>What it costs</h2>\n");
        page.Tiles(
            HarmOrder.Rows.Select(row => new Tile((int)row.Of(cost), row.Name, row.Of(cost) == 0 ? "found" : "ask"))
        );
        List("Numbers that change", [.. cost.Changes.Select(change => $"{change}")]);
        List("Numbers that will be missing", [.. cost.Gaps.Select(gap => $"{gap}")]);
        List("Payments to match again", [.. cost.Payments.Select(Lost)]);
        List("Corrections that are lost", [.. cost.Corrections.Select(Lost)]);
    }

    static string Lost(Loss loss) =>
        $"{loss.Entry.Series} {loss.Entry.Number} of {loss.Entry.Date:yyyy-MM-dd}, {Money(loss.Entry.Amount)} {loss.Entry.Currency}{(loss.Holds == Known.Unknown ? ", if it has any" : "")}";

    /// <summary>The journal before and after as a row of numbers.</summary>
    void Numbers()
    {
        if (sheet.Plan.Rows is [])
            return;
        page.Write(
            "<h2>The journals before and after</h2>\n<p>Above what stands there before, below what stands there after.</p>\n"
        );
        foreach (var row in sheet.Plan.Rows)
        {
            page.Write($"<h3>{Safe($"{row.Series}")}</h3>\n<ol class=\"numbers\">\n");
            int? last = null;
            foreach (var cell in row.Cells)
            {
                if (last is { } before && cell.Number > before + 1)
                    page.Write("<li class=\"more\">…</li>\n");
                last = cell.Number;
                page.Write(
                    $"<li class=\"{cell.Look}\"><b>{cell.Number}</b><span>{Safe(cell.Before ?? "free")}</span><span>{Safe(cell.After ?? "free")}</span></li>\n"
                );
            }
            page.Write("</ol>\n");
        }
    }

    void List(string heading, IReadOnlyList<string> lines)
    {
        if (lines is [])
            return;
        page.Write($"<h2>{heading} <small>{lines.Count}</small></h2>\n<ul>\n");
        foreach (var line in lines)
            page.Write($"<li>{Safe(line)}</li>\n");
        page.Write("</ul>\n");
    }
}
