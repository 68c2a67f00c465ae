using System.Text;
using Bookonce.Simulation.Contenders;

namespace Bookonce.Simulation.Running;

/// <summary>The table of a comparison, in Markdown.</summary>
static class Table
{
    const string Begin = "<!-- table -->";
    const string End = "<!-- end of table -->";

    public static string Of(IReadOnlyList<Standing> standings, IReadOnlyList<int> seeds)
    {
        var text = new StringBuilder();
        text.AppendLine($"Seeds {seeds[0]} to {seeds[^1]}, {standings[0].Documents:N0} documents each:");
        text.AppendLine();
        text.AppendLine(
            "| who books | booked twice per 10,000 | of them fenced | unfenced | relations twice | first seen in seed |"
        );
        text.AppendLine("|---|--:|--:|--:|--:|--:|");
        foreach (var one in standings)
            text.AppendLine(
                $"| {InWords(one.Contender)} | {one.PerTenThousand:N0} | {one.BookedTwice:N0} | {one.Unfenced:N0} | {one.RelationsTwice:N0} | {one.FirstSeen?.ToString() ?? "none"} |"
            );
        return text.ToString();
    }

    public static string InWords(Contender contender) =>
        (contender.Strategy, contender.Without) switch
        {
            (Strategy.Bookonce, Part.None) => "**Bookonce**",
            (Strategy.Bookonce, Part.Fence) => "Bookonce without the fence",
            (Strategy.Bookonce, Part.Look) => "Bookonce without the look",
            (Strategy.Bookonce, Part.Intent) => "Bookonce without intents",
            (Strategy.Bookonce, Part.Epoch) => "Bookonce without the epoch",
            (Strategy.RetryOnError, _) => "sends again on errors",
            (Strategy.CheckFailsOpen, _) => "takes a failed check for \"absent\"",
            (Strategy.RecordAfterPost, _) => "notes it after the answer",
            (Strategy.NumberEqualCheck, _) => "checks for the very same number",
            _ => contender.Name,
        };

    /// <summary>Between the two marks of a page that is there, else as a page of its own.</summary>
    public static void PutInto(FileInfo file, string table)
    {
        var page = file.Exists ? File.ReadAllText(file.FullName) : $"{Begin}\n{End}\n";
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{file.Name} has no place for the table: {Begin} and {End}.");
        File.WriteAllText(file.FullName, $"{page[..from]}{Begin}\n\n{table}\n{page[to..]}");
    }
}
