using System.Data.Common;
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
                Bulk.Insert(writing.Statements, [IntentRow.Of(office.Administration, intent)]);
                writing.Note(
                    LogKind.IntentBegun,
                    intent.DocumentId,
                    ("intent", intent.Id),
                    ("journal", intent.Series.Journal),
                    ("year", intent.Series.Year),
                    ("number", intent.Number),
                    ("gross", intent.Entry.Amount),
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
        bool isAnswered,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                var ended = EndIntent(writing, intent, IntentState.Confirmed, isAnswered);
                await AddLinks(writing, [link], stop);
                RaiseHighest(writing, [(link.Series, link.BookingNumber)]);
                Learn(writing, ended.Series, learned);
                writing.Note(
                    LogKind.IntentConfirmed,
                    ended.DocumentId,
                    [("intent", intent), ("learned", learned), .. InNumbers(link)]
                );
            },
            stop
        );

    public Task Refuse(Office office, Guid intent, NumberingMode? learned, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                var ended = EndIntent(writing, intent, IntentState.Refused, isAnswered: false);
                Learn(writing, ended.Series, learned);
                writing.Note(
                    LogKind.IntentRefused,
                    ended.DocumentId,
                    ("intent", intent),
                    ("unanswered", ended.Unanswered),
                    ("learned", learned)
                );
                return Task.CompletedTask;
            },
            stop
        );

    public async Task<Place> FindPlace(Guid administration, Guid document, CancellationToken stop = default) =>
        await transactions.Read(
            async context =>
            {
                var link = await context.Links.SingleOrDefaultAsync(
                    row => row.AdministrationId == administration && row.DocumentId == document,
                    stop
                );
                var intent = await context.Intents.SingleOrDefaultAsync(
                    row =>
                        row.AdministrationId == administration
                        && row.DocumentId == document
                        && row.State == IntentState.Unknown,
                    stop
                );
                return new Place(link?.ToLink(), intent?.ToIntent());
            },
            stop
        );

    public async Task<IReadOnlyList<Intent>> LoadUnanswered(
        Guid administration,
        DateTimeOffset since,
        CancellationToken stop = default
    ) =>
        await transactions.Read(
            async context =>
            {
                var rows = await context
                    .Intents.Where(row =>
                        row.AdministrationId == administration && row.Unanswered > 0 && row.LastTry >= since
                    )
                    .OrderBy(row => row.LastTry)
                    .ThenBy(row => row.Id)
                    .ToListAsync(stop);
                return (IReadOnlyList<Intent>)rows.ConvertAll(row => row.ToIntent());
            },
            stop
        );

    /// <summary>What the log and the series need to know of an intent that is over.</summary>
    sealed record EndedIntent(Guid DocumentId, SeriesKey Series, int Unanswered)
    {
        public static EndedIntent Read(DbDataReader row) =>
            new(row.GetGuid(0), new SeriesKey(row.GetString(1), row.GetInt32(2)), row.GetInt32(3));
    }

    static EndedIntent EndIntent(Writing writing, Guid intent, IntentState state, bool isAnswered) =>
        writing.Statements.First(
            "UPDATE intents SET state = @p0, unanswered = max(0, unanswered - @p3)"
                + " WHERE id = @p1 AND administration_id = @p2 AND state = 'Unknown'"
                + " RETURNING document_id, journal, year, unanswered",
            EndedIntent.Read,
            state.ToString(),
            intent,
            writing.Administration,
            isAnswered ? 1 : 0
        ) ?? throw Missing("unknown intent", intent);

    static void Learn(Writing writing, SeriesKey series, NumberingMode? learned)
    {
        if (learned is { } numbering)
            writing.Statements.Run(
                "INSERT INTO series (administration_id, journal, year, numbering) VALUES (@p0, @p1, @p2, @p3)"
                    + " ON CONFLICT (administration_id, journal, year) DO UPDATE SET numbering = excluded.numbering",
                writing.Administration,
                series.Journal,
                series.Year,
                numbering.ToString()
            );
    }

    /// <summary>Remembers the highest number of each series for good, also when its entry is deleted.</summary>
    static void RaiseHighest(Writing writing, IEnumerable<(SeriesKey Series, int Number)> seen)
    {
        foreach (var numbers in seen.GroupBy(pair => pair.Series, pair => pair.Number))
            writing.Statements.Run(
                "INSERT INTO series (administration_id, journal, year, numbering, highest)"
                    + " VALUES (@p0, @p1, @p2, @p3, @p4)"
                    + " ON CONFLICT (administration_id, journal, year)"
                    + " DO UPDATE SET highest = max(coalesce(highest, 0), excluded.highest)",
                writing.Administration,
                numbers.Key.Journal,
                numbers.Key.Year,
                nameof(NumberingMode.Untried),
                numbers.Max()
            );
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
