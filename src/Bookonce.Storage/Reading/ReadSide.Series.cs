using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Reading;

internal sealed partial class ReadSide
{
    public Task<IReadOnlyList<SeriesRow>> Series(Guid connection, CancellationToken stop = default) =>
        transactions.Read(context => Series(context, connection, stop), stop);

    async Task<IReadOnlyList<SeriesRow>> Series(BookonceContext context, Guid connection, CancellationToken stop)
    {
        var administration = await context
            .Connections.Where(row => row.Id == connection)
            .Select(row => row.AdministrationId)
            .SingleAsync(stop);
        var seen = await Seen(context, administration, stop);
        var learned = await context
            .Series.Where(row => row.AdministrationId == administration)
            .ToDictionaryAsync(row => new SeriesKey(row.Journal, row.Year), row => row.Numbering, stop);
        var settings = await context
            .Connections.Where(row => row.AdministrationId == administration)
            .Select(row => row.Settings)
            .ToListAsync(stop);
        var masters = await context
            .Masters.Where(row => row.AdministrationId == administration)
            .Select(row => row.Content)
            .SingleOrDefaultAsync(stop);

        var used = settings
            .SelectMany(one => new[] { one.InvoiceJournal, one.CreditNoteJournal })
            .ToHashSet(StringComparer.Ordinal);
        var descriptions = (masters?.Journals ?? []).ToDictionary(
            journal => journal.Code,
            journal => journal.Description,
            StringComparer.Ordinal
        );
        return
        [
            .. seen
                .Keys.Union(
                    CurrentYear(masters) is { } year ? used.Select(journal => new SeriesKey(journal, year)) : []
                )
                .Union(learned.Keys)
                .OrderBy(series => series.Journal, StringComparer.Ordinal)
                .ThenBy(series => series.Year)
                .Select(series => new SeriesRow(
                    series,
                    descriptions.GetValueOrDefault(series.Journal, ""),
                    used.Contains(series.Journal),
                    seen.GetValueOrDefault(series).Entries,
                    seen.GetValueOrDefault(series).First,
                    seen.GetValueOrDefault(series).Last,
                    learned.GetValueOrDefault(series, NumberingMode.Untried)
                )),
        ];
    }

    /// <summary>Entries of sales journals: those in the mirror, and those just booked that it has not seen yet.</summary>
    static async Task<Dictionary<SeriesKey, (int Entries, int? First, int? Last)>> Seen(
        BookonceContext context,
        Guid administration,
        CancellationToken stop
    )
    {
        var mirrored = context
            .Entries.Where(row => row.AdministrationId == administration && row.IsSales)
            .Select(row => new
            {
                row.Journal,
                row.Year,
                row.EntryId,
                row.Number,
            });
        var booked = context
            .Links.Where(row => row.AdministrationId == administration && row.IsSales && row.LineId == null)
            .Select(row => new
            {
                row.Journal,
                row.Year,
                row.EntryId,
                Number = row.BookingNumber,
            });
        var groups = await mirrored
            .Union(booked)
            .GroupBy(row => new { row.Journal, row.Year })
            .Select(group => new
            {
                group.Key.Journal,
                group.Key.Year,
                Entries = group.Select(row => row.EntryId).Distinct().Count(),
                First = group.Min(row => row.Number),
                Last = group.Max(row => row.Number),
            })
            .OrderBy(group => group.Journal)
            .ThenBy(group => group.Year)
            .ToListAsync(stop);
        return groups.ToDictionary(
            group => new SeriesKey(group.Journal, group.Year),
            group => (group.Entries, (int?)group.First, (int?)group.Last)
        );
    }

    int? CurrentYear(Masters? masters) => masters?.PeriodOf(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))?.Year;
}
