using System.Text;
using Bookonce.Engine.Check;

namespace Bookonce.Web.Check;

/// <summary>What a comparison came to; the lists themselves are let go.</summary>
sealed record CheckResult(CheckSummary Summary, byte[] Report, byte[] Json)
{
    /// <summary>A browser shows more, but no person reads it.</summary>
    const int LongestShown = 3_000_000;

    /// <summary>The report as text; null when it is too long to be shown.</summary>
    public string? Shown { get; } = Report.Length <= LongestShown ? Encoding.UTF8.GetString(Report) : null;

    public static CheckResult Of(CheckedLists lists)
    {
        using var report = new MemoryStream();
        CheckReport.Write(report, lists);
        using var json = new MemoryStream();
        CheckJson.Write(json, lists);
        return new CheckResult(CheckSummary.Of(lists), report.ToArray(), json.ToArray());
    }
}
