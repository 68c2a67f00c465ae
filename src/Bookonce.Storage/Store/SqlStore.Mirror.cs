using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task SaveMasters(Office office, Masters masters, DateTimeOffset readAt, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                var row = new MastersRow
                {
                    AdministrationId = office.Administration,
                    Content = masters,
                    ReadAt = readAt,
                };
                Bulk.Upsert(writing.Context, [row]);
                return Task.CompletedTask;
            },
            stop
        );

    public Task SaveEntries(
        Office office,
        IReadOnlyList<Entry> changed,
        IReadOnlyList<Guid> vanishedLines,
        ExactPoint point,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                var context = writing.Context;
                foreach (var lines in vanishedLines.Chunk(Chunk))
                {
                    var vanished = context.Entries.Where(row =>
                        row.AdministrationId == office.Administration && lines.Contains(row.LineId)
                    );
                    var sales = await vanished.Where(row => row.IsSales).AsNoTracking().ToListAsync(stop);
                    Bulk.Upsert(context, sales.Select(VanishedRow.Of));
                    await vanished.ExecuteDeleteAsync(stop);
                }
                Bulk.Upsert(
                    context,
                    changed.Select(entry => EntryRow.Of(office.Administration, entry)),
                    kept: [nameof(EntryRow.Matched)]
                );
                if (changed.Count > 0)
                    FillInLines(writing);
                RaiseHighest(
                    writing,
                    changed.Where(entry => entry.IsSales).Select(entry => (entry.Series, entry.Number))
                );
                await MovePoint(context, office.Administration, point, stop);
            },
            stop
        );

    public async Task<IReadOnlyList<SpentNumber>> LoadSpentNumbers(
        Guid administration,
        CancellationToken stop = default
    ) =>
        await transactions.Read(
            async context =>
            {
                var vanished = await context
                    .VanishedEntries.Where(row => row.AdministrationId == administration)
                    .Select(row => new SpentNumber(
                        new SeriesKey(row.Journal, row.Year),
                        row.Number,
                        GapCause.DeletedByPerson
                    ))
                    .ToListAsync(stop);
                var refused = await context
                    .Intents.Where(row =>
                        row.AdministrationId == administration && row.State == IntentState.Refused && row.Number != null
                    )
                    .Select(row => new SpentNumber(
                        new SeriesKey(row.Journal, row.Year),
                        row.Number!.Value,
                        GapCause.Refused
                    ))
                    .ToListAsync(stop);
                // The mirror may never have seen an entry of ours that was deleted soon after.
                var booked = await context
                    .Intents.Where(row =>
                        row.AdministrationId == administration
                        && row.State == IntentState.Confirmed
                        && row.Number != null
                        && !context.Series.Any(series =>
                            series.AdministrationId == administration
                            && series.Journal == row.Journal
                            && series.Year == row.Year
                            && series.Numbering == NumberingMode.ExactNumbers
                        )
                    )
                    .Select(row => new SpentNumber(
                        new SeriesKey(row.Journal, row.Year),
                        row.Number!.Value,
                        GapCause.DeletedByPerson
                    ))
                    .ToListAsync(stop);
                return (IReadOnlyList<SpentNumber>)[.. vanished, .. refused, .. booked];
            },
            stop
        );

    public Task SavePayments(
        Office office,
        IReadOnlyList<Payment> changed,
        ExactPoint point,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                // A sales entry is matched as a whole, the others line by line.
                Bulk.Update<EntryRow>(
                    writing.Context,
                    set: [nameof(EntryRow.Matched)],
                    by: [nameof(EntryRow.AdministrationId), nameof(EntryRow.EntryId), nameof(EntryRow.IsSales)],
                    changed.Select(payment =>
                        new object?[] { payment.Matched, office.Administration, payment.EntryId, true }
                    )
                );
                Bulk.Update<EntryRow>(
                    writing.Context,
                    set: [nameof(EntryRow.Matched)],
                    by: [nameof(EntryRow.AdministrationId), nameof(EntryRow.LineId)],
                    changed
                        .Where(payment => payment.LineId is not null)
                        .Select(payment => new object?[] { payment.Matched, office.Administration, payment.LineId })
                );
                await MovePoint(writing.Context, office.Administration, point, stop);
            },
            stop
        );

    public Task SaveRelations(
        Office office,
        IReadOnlyList<Relation> changed,
        IReadOnlyList<Guid> vanished,
        ExactPoint point,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                Bulk.Upsert(
                    writing.Context,
                    changed.Select(relation => RelationRow.Of(office.Administration, relation))
                );
                foreach (var chunk in vanished.Chunk(Chunk))
                {
                    await writing
                        .Context.Relations.Where(row =>
                            row.AdministrationId == writing.Administration && chunk.Contains(row.Id)
                        )
                        .ExecuteDeleteAsync(stop);
                    await writing
                        .Context.RelationLinks.Where(row =>
                            row.AdministrationId == writing.Administration && chunk.Contains(row.Account)
                        )
                        .ExecuteDeleteAsync(stop);
                }
                await MovePoint(writing.Context, office.Administration, point, stop);
            },
            stop
        );

    /// <summary>
    /// Names the receivable line of a linked sales entry once the mirror has seen it, also when Exact replaced the line.
    /// </summary>
    static void FillInLines(Writing writing)
    {
        var seen = writing.Statements.All(
            "UPDATE links SET line_id = (SELECT min(entry.line_id) FROM entries AS entry"
                + " WHERE entry.administration_id = links.administration_id AND entry.entry_id = links.entry_id AND entry.is_sales)"
                + " WHERE administration_id = @p0 AND is_sales"
                + " AND (line_id IS NULL OR NOT EXISTS (SELECT 1 FROM entries AS held"
                + " WHERE held.administration_id = links.administration_id AND held.line_id = links.line_id))"
                + " AND EXISTS (SELECT 1 FROM entries AS entry"
                + " WHERE entry.administration_id = links.administration_id AND entry.entry_id = links.entry_id AND entry.is_sales)"
                + " RETURNING document_id, line_id",
            row => (Document: row.GetGuid(0), Line: row.GetGuid(1)),
            writing.Administration
        );
        foreach (var (document, line) in seen.OrderBy(link => link.Document))
            writing.Note(LogKind.LineSeen, document, ("line", line));
    }

    static Task<int> MovePoint(
        BookonceContext context,
        Guid administration,
        ExactPoint point,
        CancellationToken stop
    ) =>
        context
            .Administrations.Where(row => row.Id == administration)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.LinesPoint, point.Lines)
                        .SetProperty(row => row.DeletedPoint, point.Deleted)
                        .SetProperty(row => row.RelationsPoint, point.Relations)
                        .SetProperty(row => row.PaymentsPoint, point.Payments)
                        .SetProperty(row => row.LastLine, point.LastLine)
                        .SetProperty(row => row.FollowedAt, point.FollowedAt)
                        .SetProperty(row => row.FilledFrom, point.FilledFrom),
                stop
            );
}
