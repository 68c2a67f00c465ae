using Bookonce.Domain.Numbering;

namespace Bookonce.Output;

/// <summary>Booking numbers on the screen.</summary>
static class NumbersOutput
{
    public static void Text(string connection, IReadOnlyList<SeriesReport> reports, IReadOnlyList<NumberCheck> checks)
    {
        Screen.Line(connection);
        foreach (var report in reports)
        {
            Screen.Line(
                $"  {report.Series.Key}: {Standing(report)}, next {report.Next.Number?.ToString() ?? "unknown"}"
            );
            if (report.Next.Because is { Length: > 0 } because)
                Screen.Line($"    {because}");
            foreach (var gap in report.Gaps)
                Screen.Line(
                    $"    missing {(gap.Count == 1 ? $"{gap.From}" : $"{gap.From} to {gap.To}")}: {gap.Cause.InWords()}"
                );
        }
        if (reports.Count == 0)
            Screen.Line("  The books were not read yet: run 'bookonce preview' first.");
        foreach (var check in checks)
            Screen.Line(check.Words);
    }

    static string Standing(SeriesReport report) =>
        report switch
        {
            { Entries: 0 } => "no entry",
            { Entries: 1 } => $"1 entry, {report.Last}",
            _ => $"{report.Entries} entries, {report.First} to {report.Last}",
        };
}
