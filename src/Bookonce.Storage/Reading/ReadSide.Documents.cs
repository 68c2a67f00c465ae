using System.Linq.Expressions;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Store;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using DocumentRow = Bookonce.Engine.Store.DocumentRow;

namespace Bookonce.Storage.Reading;

internal sealed partial class ReadSide
{
    /// <summary>A document and its link, before they become a row on screen.</summary>
    sealed class Linked
    {
        public required Rows.DocumentRow Document { get; init; }
        public required LinkRow? Link { get; init; }
    }

    public Task<Page<DocumentRow>> Documents(DocumentQuery query, CancellationToken stop = default) =>
        transactions.Read(
            async context =>
            {
                var found = Found(context, query);
                var rows = await Sorted(found, query.Sort, query.Descending)
                    .Skip(query.Skip)
                    .Take(query.Take)
                    .Select(row => new
                    {
                        row.Document.Id,
                        row.Document.Number,
                        row.Document.Date,
                        row.Document.DueDate,
                        row.Document.Customer,
                        row.Document.Currency,
                        row.Document.Net,
                        row.Document.Gross,
                        row.Document.IsPaid,
                        row.Document.Status,
                        row.Document.Problem,
                        row.Link,
                    })
                    .ToListAsync(stop);
                var matched = await Matched(context, [.. rows.Select(row => row.Link).OfType<LinkRow>()], stop);
                return new Page<DocumentRow>(
                    rows.ConvertAll(row => new DocumentRow(
                        row.Id,
                        row.Number,
                        row.Date,
                        row.DueDate,
                        row.Customer,
                        row.Currency.Code,
                        Cents.At(row.Net, row.Currency),
                        Cents.At(row.Gross, row.Currency),
                        row.IsPaid,
                        row.Status,
                        row.Problem,
                        row.Link?.BookingNumber,
                        row.Link is { } link ? new SeriesKey(link.Journal, link.Year) : null,
                        row.Link?.Origin,
                        row.Link?.LineId is { } line && matched.Contains(line)
                    )),
                    await found.CountAsync(stop)
                );
            },
            stop
        );

    /// <summary>The receivable lines of links that Exact has matched in full.</summary>
    static Task<HashSet<Guid>> Matched(BookonceContext context, IReadOnlyList<LinkRow> links, CancellationToken stop)
    {
        var administrations = links.Select(link => link.AdministrationId).Distinct().ToArray();
        var lines = links.Select(link => link.LineId).OfType<Guid>().ToArray();
        return context
            .Entries.Where(entry => administrations.Contains(entry.AdministrationId) && lines.Contains(entry.LineId))
            .Where(entry => entry.Matched == Domain.Entries.Matched.Fully)
            .Select(entry => entry.LineId)
            .ToHashSetAsync(stop);
    }

    static IQueryable<Linked> Found(BookonceContext context, DocumentQuery query)
    {
        var documents = context.Documents.Where(row => row.ConnectionId == query.Connection && row.Kind == query.Kind);
        if (query.From is { } from)
            documents = documents.Where(row => row.Date >= from);
        if (query.To is { } to)
            documents = documents.Where(row => row.Date <= to);
        if (query.Status is { } status)
            documents = documents.Where(row => row.Status == status);

        var rows = documents.LeftJoin(
            context.Links,
            document => new { document.AdministrationId, DocumentId = document.Id },
            link => new { link.AdministrationId, link.DocumentId },
            (document, link) => new Linked { Document = document, Link = link }
        );
        if (query.Search?.Trim().ToUpperInvariant() is { Length: > 0 } search)
            rows = rows.Where(row =>
                row.Document.SearchText.Contains(search)
                || (row.Link != null && row.Link.BookingNumber.ToString().Contains(search))
            );
        return rows;
    }

    static IQueryable<Linked> Sorted(IQueryable<Linked> rows, DocumentSort sort, bool descending)
    {
        var first = sort switch
        {
            DocumentSort.Date => By(rows, row => row.Document.Date, descending),
            DocumentSort.Number => By(rows, row => row.Document.NumberKey, descending),
            DocumentSort.Customer => By(rows, row => row.Document.CustomerKey, descending),
            DocumentSort.Net => By(rows, row => row.Document.Net, descending),
            DocumentSort.Gross => By(rows, row => row.Document.Gross, descending),
            DocumentSort.Status => By(rows, row => row.Document.Status, descending),
            DocumentSort.BookingNumber => ThenBy(
                // In either direction a document without a number is not what the reader looks for first.
                rows.OrderBy(row => row.Link == null),
                row => (int?)row.Link!.BookingNumber,
                descending
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
        };
        return descending
            ? first
                .ThenByDescending(row => row.Document.Date)
                .ThenByDescending(row => row.Document.NumberKey)
                .ThenByDescending(row => row.Document.Id)
            : first
                .ThenBy(row => row.Document.Date)
                .ThenBy(row => row.Document.NumberKey)
                .ThenBy(row => row.Document.Id);
    }

    static IOrderedQueryable<Linked> By<TKey>(
        IQueryable<Linked> rows,
        Expression<Func<Linked, TKey>> key,
        bool descending
    ) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    static IOrderedQueryable<Linked> ThenBy<TKey>(
        IOrderedQueryable<Linked> rows,
        Expression<Func<Linked, TKey>> key,
        bool descending
    ) => descending ? rows.ThenByDescending(key) : rows.ThenBy(key);
}
