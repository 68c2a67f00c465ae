using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Translations;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Follow;

/// <summary>Reads the documents of a company entity that are new or changed, each in full.</summary>
sealed class FollowTeamleader(IStore store, Office office, TeamleaderClient client, TimeProvider clock)
{
    /// <summary>Whether <c>updated_since</c> includes its bound, and how far apart two clocks are, is not known.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    const int Chunk = 50;

    /// <summary>Documents that a handful of calls lists.</summary>
    const int Few = 500;

    static readonly string[] Booked = ["outstanding", "matched"];

    /// <summary>Brings the documents up to date.</summary>
    public async Task Follow(
        Connection connection,
        IReadOnlyDictionary<Guid, SalesDocument> known,
        Action<RunProgress> report,
        CancellationToken stop
    )
    {
        var began = clock.GetUtcNow();
        var point = await store.TeamleaderPoint(connection.Id, stop);
        // The lists are read to their end before anything else, because pages shift while documents are added.
        var (invoices, notes) = await Changed(connection, Ranges(point, began, known.Count), known, stop);

        var done = 0;
        var total = invoices.Count + notes.Count;
        report(new RunProgress(RunStep.FollowTeamleader, done, total));
        await foreach (var chunk in InFull(invoices, notes, stop).Chunk(Chunk).WithCancellation(stop))
        {
            await store.SaveDocuments(office, connection.Id, [.. chunk.OfType<SalesDocument>()], stop);
            report(new RunProgress(RunStep.FollowTeamleader, done += chunk.Length, total));
        }

        await store.SaveTeamleaderPoint(office, connection.Id, began, stop);
    }

    /// <summary>Reads the documents from the start date on that are not known yet, and remembers none of them.</summary>
    public async Task<IReadOnlyList<SalesDocument>> ReadUnknown(
        Connection connection,
        IReadOnlySet<Guid> known,
        CancellationToken stop
    )
    {
        var (invoices, notes) = await Changed(connection, [null], new Dictionary<Guid, SalesDocument>(), stop);
        var documents = new List<SalesDocument>();
        await foreach (var document in InFull([.. invoices.Where(IsUnknown)], [.. notes.Where(IsUnknown)], stop))
            if (document is not null)
                documents.Add(document);
        return documents;

        bool IsUnknown(string id) => !known.Contains(Guid.Parse(id));
    }

    /// <summary>
    /// Since when changes are read; null stands for everything from the start date on. That leaves out a document whose date
    /// was just moved out of it, so the changes are read too.
    /// </summary>
    static DateTimeOffset?[] Ranges(DateTimeOffset? point, DateTimeOffset now, int known) =>
        point is not { } last ? [null]
        : IsAllDue(last, now, known) ? [null, last - Overlap]
        : [last - Overlap];

    /// <summary>
    /// Whether a change moves a document's time of change is not documented. So all are read in every run while they are
    /// few, and once a day when they are many.
    /// </summary>
    static bool IsAllDue(DateTimeOffset last, DateTimeOffset now, int known) =>
        known <= Few || last.UtcDateTime.Date < now.UtcDateTime.Date;

    IAsyncEnumerable<Invoice> Invoices(Connection connection, DateTimeOffset? since, CancellationToken stop) =>
        client.Invoices.List(
            new InvoiceFilter
            {
                DepartmentId = connection.Department.ToString(),
                Status = Booked,
                // A change may have moved the date, so changes are read whatever their date.
                InvoiceDateAfter = since is null ? connection.Settings.StartDate : null,
                UpdatedSince = since,
            },
            stop
        );

    IAsyncEnumerable<CreditNote> CreditNotes(Connection connection, DateTimeOffset? since, CancellationToken stop) =>
        client.CreditNotes.List(
            new CreditNoteFilter
            {
                DepartmentId = connection.Department.ToString(),
                CreditNoteDateAfter = since is null ? connection.Settings.StartDate : null,
                UpdatedSince = since,
            },
            stop
        );

    async IAsyncEnumerable<SalesDocument?> InFull(
        IReadOnlyList<string> invoices,
        IReadOnlyList<string> notes,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        foreach (var id in invoices)
            yield return FromTeamleader.Document(await client.Invoices.Info(id, stop));
        foreach (var id in notes)
            yield return FromTeamleader.Document(await client.CreditNotes.Info(id, stop));
    }

    /// <summary>The ids of invoices and of credit notes that are new or changed, each once.</summary>
    async Task<(IReadOnlyList<string> Invoices, IReadOnlyList<string> Notes)> Changed(
        Connection connection,
        DateTimeOffset?[] ranges,
        IReadOnlyDictionary<Guid, SalesDocument> known,
        CancellationToken stop
    )
    {
        var start = connection.Settings.StartDate;
        var (invoices, notes) = (new List<string>(), new List<string>());
        foreach (var since in ranges)
        {
            var (rows, noteRows) = (Invoices(connection, since, stop), CreditNotes(connection, since, stop));
            invoices.AddRange(await Changed(rows, known, start, FromTeamleader.Document, stop));
            notes.AddRange(await Changed(noteRows, known, start, FromTeamleader.Document, stop));
        }
        return ([.. invoices.Distinct(StringComparer.Ordinal)], [.. notes.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>
    /// What moves <c>updated_at</c> is not documented, so a row that shows other facts is read again whatever its time.
    /// </summary>
    static async Task<IReadOnlyList<string>> Changed<T>(
        IAsyncEnumerable<T> rows,
        IReadOnlyDictionary<Guid, SalesDocument> known,
        DateOnly start,
        Func<T, SalesDocument?> translate,
        CancellationToken stop
    )
        where T : Document
    {
        var changed = new List<string>();
        await foreach (var row in rows.WithCancellation(stop))
            if (translate(row) is { } seen && IsNews(seen, known.GetValueOrDefault(seen.Id), start))
                changed.Add(row.Id);
        return changed;
    }

    static bool IsNews(SalesDocument seen, SalesDocument? known, DateOnly start) =>
        known is null
            ? seen.Date >= start
            : (known.ChangedAt, known.Number, known.Date, known.Net, known.Gross, known.IsPaid)
                != (seen.ChangedAt, seen.Number, seen.Date, seen.Net, seen.Gross, seen.IsPaid);
}
