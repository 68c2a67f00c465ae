using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Numbers;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Previews;

/// <summary>Draws a preview from what is known of both sides.</summary>
sealed class Draw(
    Connection connection,
    Books books,
    IReadOnlyList<SpentNumber> spent,
    DateOnly startDate,
    DateTimeOffset now
)
{
    readonly LinkedEntries linked = new(books.Links, books.Entries);

    public Preview Preview(IReadOnlyList<StoredDocument> all, IReadOnlyList<StoredDocument> others)
    {
        var tried = books.Intents.Select(intent => intent.DocumentId).ToHashSet();
        var own = all.Where(document => !document.IsGone)
            .OrderBy(document => document.Content, DocumentOrder.OldestFirst)
            .ToLookup(document =>
                document.Content.Date >= startDate
                || linked.LinkOf(document.Content.Id) is not null
                || tried.Contains(document.Content.Id)
            );
        StoredDocument[] inRange = [.. own[true]];
        var look = new Verdicts(
            books,
            [.. inRange, .. all.Where(document => document.IsGone)],
            others,
            connection,
            now
        );
        PreviewRow[] rows = [.. inRange.Select(document => Row(document, look))];
        return new Preview
        {
            StartDate = startDate,
            Documents = rows,
            Foreign = Foreign(look),
            Series = [.. Series(rows, NumberReports.GoneOf([.. all, .. others]))],
            LeftOut = [.. own[false].Select(document => document.Content)],
        };
    }

    PreviewRow Row(StoredDocument stored, Verdicts look)
    {
        var document = stored.Content;
        var (verdict, entries) = look.Of(document.Id) switch
        {
            Verdict.Adopt(var candidate) => (MatchVerdict.Adopt, [candidate]),
            Verdict.Ask(var candidates) => (MatchVerdict.Ask, candidates),
            Verdict.Twice(var twins) => (MatchVerdict.Twice, twins),
            Verdict.Linked => (MatchVerdict.Linked, look.Candidates(document.Id)),
            _ => (MatchVerdict.Book, (IReadOnlyList<Candidate>)[]),
        };
        return new PreviewRow(
            document,
            verdict,
            books.SetAside.Contains(document.Id) && verdict is not (MatchVerdict.Linked or MatchVerdict.Twice)
                ? DocumentStatus.SetAside
                : StatusOf(verdict, stored.Outcome.Status),
            stored.Outcome.Problem,
            linked.LinkOf(document.Id),
            entries
        )
        {
            IsMatched = linked.LinkOf(document.Id) is { } link && linked.EntryOf(link) is { Matched: Matched.Fully },
        };
    }

    /// <summary>Only what the last run found out beyond the look outweighs it: a customer that is unclear, a code that is missing.</summary>
    static DocumentStatus StatusOf(MatchVerdict verdict, DocumentStatus last) =>
        verdict switch
        {
            MatchVerdict.Linked => DocumentStatus.Linked,
            _ when last is DocumentStatus.Waiting => last,
            MatchVerdict.Adopt => DocumentStatus.Adopt,
            MatchVerdict.Ask => DocumentStatus.Ask,
            MatchVerdict.Twice => DocumentStatus.Twice,
            _ when last is DocumentStatus.Ask or DocumentStatus.Problem or DocumentStatus.NothingToBook => last,
            _ => DocumentStatus.Book,
        };

    Entry[] Foreign(Verdicts look)
    {
        var named = look.Named.Select(candidate => candidate.Entry.LineId).ToHashSet();
        return
        [
            .. books
                .Entries.Where(entry =>
                    entry.Date >= startDate && !linked.IsLinked(entry) && !named.Contains(entry.LineId)
                )
                .OrderBy(entry => entry.Date)
                .ThenBy(entry => entry.Series.Journal, StringComparer.Ordinal)
                .ThenBy(entry => entry.Number)
                .ThenBy(entry => entry.LineId),
        ];
    }

    IEnumerable<PreviewSeries> Series(PreviewRow[] rows, IReadOnlySet<Guid> gone)
    {
        var toBook = rows.Where(row => row.WillBeBooked).CountBy(row => SeriesOf(row.Document)).ToDictionary();
        var reports = NumberReports
            .Of(books, spent, connection.Settings, gone)
            .ToDictionary(report => report.Series.Key);
        var book = new SeriesBook(books, connection.Settings);
        foreach (var empty in toBook.Keys.Where(key => !reports.ContainsKey(key)))
            reports[empty] = SeriesReport.Of(book.Of(empty), [], new Dictionary<int, GapCause>());
        return reports
            .Values.OrderBy(report => report.Series.Key.Journal, StringComparer.Ordinal)
            .ThenBy(report => report.Series.Key.Year)
            .Select(report => new PreviewSeries(report, toBook.GetValueOrDefault(report.Series.Key)));
    }

    SeriesKey SeriesOf(SalesDocument document) =>
        new(
            connection.Settings.JournalOf(document.Kind),
            books.Masters?.PeriodOf(document.Date)?.Year ?? document.Date.Year
        );
}
