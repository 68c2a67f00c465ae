using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task<Books> LoadBooks(Guid administration, CancellationToken stop = default) =>
        transactions.Read(context => LoadBooks(context, administration, stop), stop);

    static async Task<Books> LoadBooks(BookonceContext context, Guid administration, CancellationToken stop)
    {
        var own = await context.Administrations.SingleAsync(row => row.Id == administration, stop);
        var entries = await context
            .Entries.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.Date)
            .ThenBy(row => row.LineId)
            .ToListAsync(stop);
        var links = await context
            .Links.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.DocumentId)
            .ToListAsync(stop);
        var denials = await context
            .Denials.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.DocumentId)
            .ThenBy(row => row.LineId)
            .ToListAsync(stop);
        var setAside = await context
            .SetAsides.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.DocumentId)
            .Select(row => row.DocumentId)
            .ToListAsync(stop);
        var notTheSame = await context
            .NotTheSame.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.One)
            .ThenBy(row => row.Other)
            .ToListAsync(stop);
        var intents = await context
            .Intents.Where(row => row.AdministrationId == administration && row.State == IntentState.Unknown)
            .OrderBy(row => row.LastTry)
            .ThenBy(row => row.Id)
            .ToListAsync(stop);
        var relationIntents = await context
            .RelationIntents.Where(row => row.AdministrationId == administration && row.State == IntentState.Unknown)
            .OrderBy(row => row.LastTry)
            .ThenBy(row => row.Id)
            .ToListAsync(stop);
        var series = await context
            .Series.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.Journal)
            .ThenBy(row => row.Year)
            .ToListAsync(stop);
        var relations = await context
            .Relations.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.Id)
            .ToListAsync(stop);
        var relationLinks = await context
            .RelationLinks.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.CustomerKind)
            .ThenBy(row => row.CustomerId)
            .ToListAsync(stop);
        var masters = await context.Masters.SingleOrDefaultAsync(row => row.AdministrationId == administration, stop);

        return new Books
        {
            Entries = entries.ConvertAll(row => row.ToEntry()),
            Links = links.ConvertAll(row => row.ToLink()),
            Denials = denials.ConvertAll(row => row.ToDenial()).ToHashSet(),
            SetAside = setAside.ToHashSet(),
            NotTheSame = notTheSame.ConvertAll(row => row.ToPair()).ToHashSet(),
            Intents = intents.ConvertAll(row => row.ToIntent()),
            RelationIntents = relationIntents.ConvertAll(row => row.ToIntent()),
            Series = series.ConvertAll(row => new KnownSeries(
                new SeriesKey(row.Journal, row.Year),
                row.Numbering,
                row.Highest
            )),
            IsRestored = own.IsRestored,
            RestingSince = own.RestingSince,
            Relations = relations.ConvertAll(row => row.ToRelation()),
            RelationLinks = relationLinks.ConvertAll(row => row.ToLink()),
            Masters = masters?.Content,
            MastersReadAt = masters?.ReadAt,
            Point = own.ToPoint(),
        };
    }

    public Task<IReadOnlyList<StoredDocument>> LoadDocuments(Guid connection, CancellationToken stop = default) =>
        transactions.Read<IReadOnlyList<StoredDocument>>(
            async context =>
            {
                var rows = await context
                    .Documents.Where(row => row.ConnectionId == connection)
                    .OrderBy(row => row.Date)
                    .ThenBy(row => row.Kind == DocumentKind.Invoice ? 0 : 1)
                    .ThenBy(row => row.NumberKey)
                    .ThenBy(row => row.Id)
                    .Select(row => new
                    {
                        row.Id,
                        row.Content,
                        row.Status,
                        row.Problem,
                        row.IsGone,
                        row.Former,
                    })
                    .ToListAsync(stop);
                return rows.ConvertAll(row => new StoredDocument(
                    StorageJson.Read<SalesDocument>(row.Content),
                    new DocumentOutcome(row.Id, row.Status, row.Problem),
                    row.IsGone
                )
                {
                    Former = row.Former is { } former ? StorageJson.Read<IReadOnlyList<SalesDocument>>(former) : [],
                });
            },
            stop
        );
}
