using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Previews;
using Bookonce.Web.Api.Json;

namespace Bookonce.Output;

/// <summary>What the next run would do, on the screen and as JSON.</summary>
static class PreviewOutput
{
    /// <summary>What stands in JSON behind the counts of the run.</summary>
    public static object Of(Preview preview) =>
        new
        {
            preview.StartDate,
            Verdicts = preview.Documents.Select(Row),
            ForeignEntries = preview.Foreign.Select(EntryJson.Of),
            LeftOut = preview.LeftOut.Select(document => document.Number),
            Series = preview.Series.Select(Series),
            Months = preview.Months.Select(Month),
        };

    /// <summary>What comes below the counts of the run.</summary>
    public static void Text(Preview preview)
    {
        Screen.Line($"From {preview.StartDate:yyyy-MM-dd} on, by month:");
        Screen.Line("  month        linked   adopt    book     ask   twice           total");
        foreach (var month in preview.Months)
            Screen.Line(
                $"  {month.Month:yyyy-MM}{string.Concat(Verdicts.InOrder.Select(verdict => $"{month.Count(verdict), 8}")), 42}{month.Gross, 16:N2} {month.Currency}"
            );
        foreach (var series in preview.Series)
            Screen.Line($"  {InWords(series)}");
        Screen.Line(
            $"  {Screen.Count(preview.Foreign.Count, "entry belongs to no document and is", "entries belong to no document and are")} left alone"
        );
        if (preview.LeftOut.Count > 0)
            Screen.Line(
                $"  {Screen.Count(preview.LeftOut.Count, "document lies before the start date and is", "documents lie before the start date and are")} left out"
            );
    }

    static string InWords(PreviewSeries series)
    {
        var report = series.Report;
        var last = report.Last is { } number ? $"last {number}" : "no entry yet";
        var next = report.Next.Number is { } given ? $"next {given}" : "next unknown";
        var toBook = series.ToBook == 0 ? "" : $", {series.ToBook} to book";
        var gaps =
            report.Gaps.Count == 0
                ? ""
                : $", missing: {string.Join(", ", report.Gaps.Select(gap => gap.From == gap.To ? $"{gap.From}" : $"{gap.From} to {gap.To}"))}";
        return $"{report.Series.Key}: {last}, {next}{toBook}{gaps}";
    }

    static object Row(PreviewRow row) =>
        new
        {
            Document = row.Document.Number,
            row.Document.Id,
            row.Document.Kind,
            row.Document.Date,
            Customer = row.Document.Customer.Name,
            Currency = row.Document.Currency.Code,
            Total = row.Document.SignedGross,
            row.Verdict,
            row.Status,
            Problem = row.Problem?.Code,
            Entry = row.Link is { } link
                ? new
                {
                    link.Series.Journal,
                    link.Series.Year,
                    Number = link.BookingNumber,
                    link.Origin,
                }
                : null,
            Entries = row.Entries.Select(EntryJson.Of),
        };

    static object Series(PreviewSeries series) =>
        new
        {
            series.Report.Series.Key.Journal,
            series.Report.Series.Key.Year,
            series.Report.Entries,
            series.Report.First,
            series.Report.Last,
            Next = series.Report.Next.Number,
            NextBecause = series.Report.Next.Because,
            series.ToBook,
            series.LastGiven,
            Gaps = series.Report.Gaps.Select(gap => new
            {
                gap.From,
                gap.To,
                gap.Cause,
            }),
        };

    static object Month(PreviewMonth month) =>
        new
        {
            Month = month.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
            Currency = month.Currency.Code,
            month.Documents,
            Total = month.Gross,
            Verdicts = Verdicts.InOrder.Select(verdict => new
            {
                Verdict = verdict,
                Documents = month.Count(verdict),
                Total = month.Tallies.FirstOrDefault(tally => tally.Verdict == verdict)?.Gross ?? 0m,
            }),
        };
}
