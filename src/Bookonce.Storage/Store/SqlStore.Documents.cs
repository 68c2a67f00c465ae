using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using DocumentRow = Bookonce.Storage.Rows.DocumentRow;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task SaveDocuments(
        Office office,
        Guid connection,
        IReadOnlyList<SalesDocument> documents,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                var former = await Former(writing, connection, documents, stop);
                Bulk.Upsert(
                    writing.Context,
                    documents.Select(document =>
                        DocumentRow.Of(office.Administration, connection, document, [.. former[document.Id]])
                    ),
                    kept: [nameof(DocumentRow.Status), nameof(DocumentRow.Problem)]
                );
            },
            stop
        );

    /// <summary>What the documents said before, with what they said last where that is other now: people type what they see.</summary>
    static async Task<ILookup<Guid, SalesDocument>> Former(
        Writing writing,
        Guid connection,
        IReadOnlyList<SalesDocument> documents,
        CancellationToken stop
    )
    {
        var changed = documents.ToDictionary(document => document.Id);
        var ids = changed.Keys.Order().ToArray();
        var rows = await writing
            .Context.Documents.Where(row => row.ConnectionId == connection && ids.Contains(row.Id))
            .OrderBy(row => row.Id)
            .Select(row => new { row.Content, row.Former })
            .ToListAsync(stop);
        return rows.Select(row =>
                (
                    Last: StorageJson.Read<SalesDocument>(row.Content),
                    Before: row.Former is { } json ? StorageJson.Read<IReadOnlyList<SalesDocument>>(json) : []
                )
            )
            .SelectMany(row => IsOther(row.Last, changed[row.Last.Id]) ? row.Before.Append(row.Last) : row.Before)
            .ToLookup(document => document.Id);
    }

    static bool IsOther(SalesDocument last, SalesDocument now) =>
        (last.Number, last.Gross, last.PaymentReference) != (now.Number, now.Gross, now.PaymentReference);

    public Task SetGone(
        Office office,
        Guid connection,
        IReadOnlyList<Guid> documents,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                foreach (var chunk in documents.Chunk(Chunk))
                    await writing
                        .Context.Documents.Where(row => row.ConnectionId == connection && chunk.Contains(row.Id))
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsGone, true), stop);
                foreach (var document in documents)
                    writing.Note(LogKind.DocumentGone, document);
            },
            stop
        );

    public Task Accept(Office office, Link link, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var own = writing.Context.Links.Where(row =>
                    row.AdministrationId == writing.Administration && row.DocumentId == link.DocumentId
                );
                MustFind(await own.ExecuteDeleteAsync(stop), "link", link.DocumentId);
                await AddLinks(writing, [link], stop);
                writing.Note(LogKind.Accepted, link.DocumentId, InNumbers(link));
            },
            stop
        );

    public Task SaveOutcomes(
        Office office,
        IReadOnlyList<DocumentOutcome> outcomes,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                foreach (var chunk in outcomes.Chunk(Chunk))
                    await SaveChanged(writing, chunk, stop);
            },
            stop
        );

    public Task Adopt(Office office, IReadOnlyList<Link> links, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                foreach (var chunk in links.Chunk(Chunk))
                {
                    await EndLinksOfGone(writing, chunk, stop);
                    await AddLinks(writing, chunk, stop);
                    foreach (var link in chunk)
                        writing.Note(LogKind.Adopted, link.DocumentId, InNumbers(link));
                }
            },
            stop
        );

    public Task Deny(Office office, IReadOnlyList<Denial> denials, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                foreach (var denial in denials)
                {
                    Bulk.InsertIfNew(writing.Context, DenialRow.Of(office.Administration, denial));
                    writing.Note(LogKind.Denied, denial.DocumentId, ("line", denial.LineId));
                }
                return Task.CompletedTask;
            },
            stop
        );

    public Task ForgetDenials(Office office, IReadOnlyList<Guid> lines, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                await writing
                    .Context.Denials.Where(row =>
                        row.AdministrationId == writing.Administration && lines.Contains(row.LineId)
                    )
                    .ExecuteDeleteAsync(stop);
                foreach (var line in lines)
                    writing.Note(LogKind.DenialsForgotten, line);
            },
            stop
        );

    public Task SetAside(Office office, Guid document, bool isSetAside, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                if (isSetAside)
                    Bulk.InsertIfNew(
                        writing.Context,
                        new SetAsideRow { AdministrationId = writing.Administration, DocumentId = document }
                    );
                else
                    await writing
                        .Context.SetAsides.Where(row =>
                            row.AdministrationId == writing.Administration && row.DocumentId == document
                        )
                        .ExecuteDeleteAsync(stop);
                writing.Note(isSetAside ? LogKind.SetAside : LogKind.TakenBack, document);
            },
            stop
        );

    public Task TellApart(Office office, IReadOnlyList<NotTheSame> pairs, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                foreach (var pair in pairs)
                {
                    Bulk.InsertIfNew(writing.Context, NotTheSameRow.Of(office.Administration, pair));
                    writing.Note(LogKind.ToldApart, subject: null, ("line", pair.One), ("other", pair.Other));
                }
                return Task.CompletedTask;
            },
            stop
        );

    static async Task SaveChanged(Writing writing, DocumentOutcome[] outcomes, CancellationToken stop)
    {
        var ids = Array.ConvertAll(outcomes, outcome => outcome.DocumentId);
        var rows = await writing
            .Context.Documents.Where(row => row.AdministrationId == writing.Administration && ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                row.Status,
                row.Problem,
            })
            .ToListAsync(stop);
        var known = rows.ToLookup(row => row.Id, row => (row.Status, row.Problem));

        var changed = new List<DocumentOutcome>();
        foreach (var outcome in outcomes)
        {
            MustFind(known[outcome.DocumentId].Count(), "document", outcome.DocumentId);
            if (known[outcome.DocumentId].Any(was => was != (outcome.Status, outcome.Problem)))
                changed.Add(outcome);
        }

        SetOutcomes(writing, changed);
        foreach (var outcome in changed)
            writing.Note(
                LogKind.OutcomeChanged,
                outcome.DocumentId,
                ("status", outcome.Status),
                ("problem", outcome.Problem?.Code)
            );
    }

    public Task Release(Office office, IReadOnlyList<Guid> documents, CancellationToken stop = default) =>
        transactions.Write(office, writing => EndLinks(writing, documents, stop), stop);

    static async Task EndLinks(Writing writing, IReadOnlyList<Guid> documents, CancellationToken stop)
    {
        foreach (var chunk in documents.Chunk(Chunk))
        {
            var ended = await writing
                .Context.Links.Where(row =>
                    row.AdministrationId == writing.Administration && chunk.Contains(row.DocumentId)
                )
                .ExecuteDeleteAsync(stop);
            MustFind(ended == chunk.Length ? 1 : 0, "link", chunk[0]);
            foreach (var document in chunk)
                writing.Note(LogKind.LinkEnded, document);
        }
        SetOutcomes(writing, documents.Select(document => new DocumentOutcome(document, DocumentStatus.New)));
    }

    /// <summary>Only a deleted document lets go of its entry; a living one makes the unique index refuse.</summary>
    static async Task EndLinksOfGone(Writing writing, IReadOnlyList<Link> made, CancellationToken stop)
    {
        var lines = made.Select(link => link.LineId).ToArray();
        var links = writing.Context.Links.Where(row =>
            row.AdministrationId == writing.Administration && lines.Contains(row.LineId)
        );
        var ended = await links
            .Where(row =>
                writing.Context.Documents.Any(document =>
                    document.AdministrationId == row.AdministrationId
                    && document.Id == row.DocumentId
                    && document.IsGone
                )
            )
            .OrderBy(row => row.DocumentId)
            .Select(row => row.DocumentId)
            .ToListAsync(stop);
        await links.Where(row => ended.Contains(row.DocumentId)).ExecuteDeleteAsync(stop);
        foreach (var document in ended)
            writing.Note(LogKind.LinkEnded, document);
    }

    static async Task AddLinks(Writing writing, IReadOnlyList<Link> links, CancellationToken stop)
    {
        var lines = links.Select(link => link.LineId).OfType<Guid>().ToArray();
        var isSales = lines is []
            ? []
            : await writing
                .Context.Entries.Where(row =>
                    row.AdministrationId == writing.Administration && lines.Contains(row.LineId)
                )
                .Select(row => new { row.LineId, row.IsSales })
                .ToDictionaryAsync(row => row.LineId, row => row.IsSales, stop);

        // What the mirror has not seen was just booked, and that is only done in sales journals.
        var rows = links.Select(link =>
            LinkRow.Of(
                writing.Administration,
                link,
                link.LineId is not { } line || isSales.GetValueOrDefault(line, true)
            )
        );
        Bulk.Insert(writing.Statements, rows);
        SetOutcomes(writing, links.Select(link => new DocumentOutcome(link.DocumentId, DocumentStatus.Linked)));
    }

    static void SetOutcomes(Writing writing, IEnumerable<DocumentOutcome> outcomes) =>
        Bulk.Update<DocumentRow>(
            writing.Statements,
            set: [nameof(DocumentRow.Status), nameof(DocumentRow.Problem)],
            by: [nameof(DocumentRow.AdministrationId), nameof(DocumentRow.Id)],
            outcomes.Select(outcome =>
                new object?[] { outcome.Status, outcome.Problem, writing.Administration, outcome.DocumentId }
            )
        );

    static (string, object?)[] InNumbers(Link link) =>
        [
            ("kind", link.Kind),
            ("entry", link.EntryId),
            ("line", link.LineId),
            ("journal", link.Series.Journal),
            ("year", link.Series.Year),
            ("number", link.BookingNumber),
            ("origin", link.Origin),
        ];
}
