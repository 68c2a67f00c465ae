using Bookonce.Domain.Numbering;

namespace Bookonce.Web.Api.Json;

/// <summary>Booking numbers, as <c>numbers.schema.json</c> says them.</summary>
public static class NumbersJson
{
    /// <summary>The object.</summary>
    public static object Of(string connection, IReadOnlyList<SeriesReport> reports, IReadOnlyList<NumberCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(checks);
        return new
        {
            Connection = connection,
            Series = reports.Select(report => new
            {
                report.Series.Key.Journal,
                report.Series.Key.Year,
                report.Entries,
                report.First,
                report.Last,
                Next = report.Next.Number,
                report.Next.Because,
                Gaps = report.Gaps.Select(gap => new
                {
                    gap.From,
                    gap.To,
                    gap.Count,
                    gap.Cause,
                }),
            }),
            Checks = checks.Select(check => new { check.Agrees, check.Words }),
        };
    }
}
