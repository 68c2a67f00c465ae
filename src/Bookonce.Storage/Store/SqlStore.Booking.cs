using Bookonce.Domain.Booking;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task BeginIntent(Office office, Intent intent, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                Bulk.Insert(writing.Context, [IntentRow.Of(office.Administration, intent)]);
                writing.Note(
                    LogKind.IntentBegun,
                    intent.DocumentId,
                    ("intent", intent.Id),
                    ("journal", intent.Series.Journal),
                    ("year", intent.Series.Year),
                    ("number", intent.Number),
                    ("gross", intent.Gross),
                    ("bodyHash", Sha256.OfBytes(intent.Body.Span))
                );
                return Task.CompletedTask;
            },
            stop
        );

    public Task BeginTry(Office office, Guid intent, DateTimeOffset at, CancellationToken stop = default) =>
        ChangeIntent(
            office,
            intent,
            set =>
                set.SetProperty(row => row.Tries, row => row.Tries + 1)
                    .SetProperty(row => row.Unanswered, row => row.Unanswered + 1)
                    .SetProperty(row => row.LastTry, at),
            (writing, row) =>
                writing.Note(
                    LogKind.TryBegun,
                    row.DocumentId,
                    ("intent", intent),
                    ("tries", row.Tries),
                    ("unanswered", row.Unanswered),
                    ("at", at)
                ),
            stop
        );

    public Task AnswerTry(Office office, Guid intent, string refusal, CancellationToken stop = default) =>
        ChangeIntent(
            office,
            intent,
            set =>
                set.SetProperty(row => row.Unanswered, row => row.Unanswered > 0 ? row.Unanswered - 1 : 0)
                    .SetProperty(row => row.Refusal, refusal),
            (writing, row) =>
                writing.Note(
                    LogKind.TryAnswered,
                    row.DocumentId,
                    ("intent", intent),
                    ("unanswered", row.Unanswered),
                    ("refusalHash", Sha256.OfText(refusal))
                ),
            stop
        );

    public Task Confirm(
        Office office,
        Guid intent,
        Link link,
        NumberingMode? learned,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                var row = await EndIntent(writing, intent, IntentState.Confirmed, learned, stop);
                await AddLinks(writing, [link], stop);
                writing.Note(
                    LogKind.IntentConfirmed,
                    row.DocumentId,
                    [("intent", intent), ("learned", learned), .. InNumbers(link)]
                );
            },
            stop
        );

    public Task Refuse(Office office, Guid intent, NumberingMode? learned, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var row = await EndIntent(writing, intent, IntentState.Refused, learned, stop);
                writing.Note(
                    LogKind.IntentRefused,
                    row.DocumentId,
                    ("intent", intent),
                    ("unanswered", row.Unanswered),
                    ("learned", learned)
                );
            },
            stop
        );

    static async Task<IntentRow> EndIntent(
        Writing writing,
        Guid intent,
        IntentState state,
        NumberingMode? learned,
        CancellationToken stop
    )
    {
        var rows = await Unknown(writing, intent)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), stop);
        MustFind(rows, "unknown intent", intent);

        var row = await writing.Context.Intents.AsNoTracking().SingleAsync(row => row.Id == intent, stop);
        if (learned is { } numbering)
            Bulk.Upsert(
                writing.Context,
                [
                    new Rows.SeriesRow
                    {
                        AdministrationId = writing.Administration,
                        Journal = row.Journal,
                        Year = row.Year,
                        Numbering = numbering,
                    },
                ]
            );
        return row;
    }

    Task ChangeIntent(
        Office office,
        Guid intent,
        Action<UpdateSettersBuilder<IntentRow>> change,
        Action<Writing, IntentRow> note,
        CancellationToken stop
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                MustFind(await Unknown(writing, intent).ExecuteUpdateAsync(change, stop), "unknown intent", intent);
                note(writing, await writing.Context.Intents.AsNoTracking().SingleAsync(row => row.Id == intent, stop));
            },
            stop
        );

    static IQueryable<IntentRow> Unknown(Writing writing, Guid intent) =>
        writing.Context.Intents.Where(row =>
            row.Id == intent && row.AdministrationId == writing.Administration && row.State == IntentState.Unknown
        );
}
