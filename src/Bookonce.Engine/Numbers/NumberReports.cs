using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Numbers;

/// <summary>Tells of every series of an administration where its booking numbers stand, and which are missing and why.</summary>
public sealed class NumberReports(IStore store)
{
    /// <summary>The series of the journals in which the connection books, by journal and year.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<IReadOnlyList<SeriesReport>> Of(Connection connection, CancellationToken stop = default)
    {
        var books = await store.LoadBooks(connection.Administration.Id, stop);
        var spent = await store.LoadSpentNumbers(connection.Administration.Id, stop);
        return Of(books, spent, connection.Settings, await Gone(connection, books, stop));
    }

    /// <summary>What Exact shows, held against what is expected.</summary>
    /// <exception cref="CannotBeDoneException">Nothing is known of a series.</exception>
    public static IReadOnlyList<NumberCheck> Check(IReadOnlyList<SeriesReport> reports, IEnumerable<ShownNext> shown) =>
        [
            .. shown.Select(said =>
                reports.FirstOrDefault(report => report.Series.Key == said.Series)?.Check(said.Number)
                ?? throw new CannotBeDoneException(
                    new Problem(
                        "unknownSeries",
                        $"Nothing is known of the booking numbers of {said.Series}.",
                        "Run 'bookonce numbers' to see the series."
                    )
                )
            ),
        ];

    /// <summary>Documents whose entry was deleted before the mirror saw it: the link alone does not tell.</summary>
    async Task<IReadOnlySet<Guid>> Gone(Connection connection, Books books, CancellationToken stop)
    {
        if (books.Links.All(link => link.LineId is not null))
            return new HashSet<Guid>();
        return GoneOf([
            .. await store.LoadDocuments(connection.Id, stop),
            .. await store.LoadNeighboursDocuments(connection, stop),
        ]);
    }

    internal static IReadOnlySet<Guid> GoneOf(IEnumerable<StoredDocument> documents) =>
        documents
            .Where(document => document.Outcome.Problem is { Code: "entryGone" or "entryReplaced" })
            .Select(document => document.Content.Id)
            .ToHashSet();

    internal static IReadOnlyList<SeriesReport> Of(
        Books books,
        IReadOnlyList<SpentNumber> spent,
        ConnectionSettings settings,
        IReadOnlySet<Guid> gone
    )
    {
        var series = new SeriesBook(books, settings);
        // What was booked since the mirror was read stands there too.
        var booked = books.Links.Where(link => link.LineId is null && !gone.Contains(link.DocumentId));
        var used = books
            .Entries.Where(entry => entry.IsSales)
            .Select(entry => (entry.Series, entry.Number))
            .Concat(booked.Select(link => (link.Series, Number: link.BookingNumber)))
            .ToLookup(pair => pair.Series, pair => pair.Number);
        var causes = spent
            .Concat(
                books
                    .Intents.Where(intent => intent.Number is not null)
                    .Select(intent => new SpentNumber(intent.Series, intent.Number!.Value, GapCause.Reserved))
            )
            .ToLookup(number => number.Series);
        return
        [
            .. used.Select(group => group.Key)
                .Union(books.Series.Select(known => known.Key))
                .Union(settings.SeriesStarts.Select(start => start.Series))
                .Where(key => key.Journal == settings.InvoiceJournal || key.Journal == settings.CreditNoteJournal)
                .OrderBy(key => key.Journal, StringComparer.Ordinal)
                .ThenBy(key => key.Year)
                .Select(key => SeriesReport.Of(series.Of(key), used[key].ToHashSet(), Causes(causes[key]))),
        ];
    }

    static Dictionary<int, GapCause> Causes(IEnumerable<SpentNumber> numbers) =>
        numbers
            .GroupBy(number => number.Number, number => number.Cause)
            .ToDictionary(group => group.Key, Gaps.Foremost);
}
