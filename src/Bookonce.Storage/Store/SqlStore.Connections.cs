using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task<IReadOnlyList<Connection>> Connections(CancellationToken stop = default) =>
        transactions.Read(context => LoadConnections(context, stop), stop);

    internal static async Task<IReadOnlyList<Connection>> LoadConnections(
        BookonceContext context,
        CancellationToken stop
    )
    {
        var pairs = await context
            .Connections.OrderBy(row => row.Name)
            .Join(
                context.Administrations,
                connection => connection.AdministrationId,
                administration => administration.Id,
                (connection, administration) => new { connection, administration }
            )
            .ToListAsync(stop);
        return pairs.ConvertAll(pair => pair.connection.ToConnection(pair.administration.ToAdministration()));
    }

    public Task AddConnection(Connection connection, CancellationToken stop = default) =>
        transactions.Write(
            connection.Administration.Id,
            async writing =>
            {
                var url = await writing
                    .Context.Accesses.Where(row => row.Id == connection.Administration.ExactAccess)
                    .Select(row => row.ApiUrl)
                    .SingleAsync(stop);
                var service = url.GetLeftPart(UriPartial.Authority);
                Bulk.InsertIfNew(writing.Context, AdministrationRow.Of(connection.Administration, service));
                Bulk.Insert(writing.Context, [ConnectionRow.Of(connection)]);
                writing.Note(
                    LogKind.ConnectionAdded,
                    connection.Id,
                    [("department", connection.Department), .. SettingsInNumbers(connection.Settings)]
                );
            },
            stop
        );

    public async Task SaveSettings(Guid connection, ConnectionSettings settings, CancellationToken stop = default)
    {
        var administration = await AdministrationOf(connection, stop);
        await transactions.Write(administration, writing => SetSettings(writing, connection, settings, stop), stop);
    }

    static async Task SetSettings(Writing writing, Guid connection, ConnectionSettings settings, CancellationToken stop)
    {
        var own = writing.Context.Connections.Where(row => row.Id == connection);
        var before = await own.Select(row => row.Settings).SingleAsync(stop);
        await own.ExecuteUpdateAsync(set => set.SetProperty(row => row.Settings, settings), stop);
        // What lies before the old start date was never read, however long ago it changed.
        if (settings.StartDate < before.StartDate)
            await own.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.TeamleaderPoint, (DateTimeOffset?)null),
                stop
            );
        writing.Note(LogKind.SettingsSaved, connection, SettingsInNumbers(settings));
    }

    public Task Pause(Office office, Guid connection, Problem reason, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                await writing
                    .Context.Connections.Where(row => row.Id == connection)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Pause, reason), stop);
                writing.Note(LogKind.Paused, connection, ("reason", reason.Code));
            },
            stop
        );

    public Task Rest(Office office, DateTimeOffset since, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                await writing
                    .Context.Administrations.Where(row => row.Id == office.Administration)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.RestingSince, since), stop);
                writing.Note(LogKind.Rests, null, ("since", since));
            },
            stop
        );

    public Task GoOn(Office office, Guid connection, DateTimeOffset aloneSince, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                await writing
                    .Context.Connections.Where(row => row.Id == connection)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.Pause, (Problem?)null)
                                .SetProperty(row => row.AloneSince, aloneSince),
                        stop
                    );
                writing.Note(LogKind.WentOn, connection, ("aloneSince", aloneSince));
            },
            stop
        );

    public async Task<Office> TakeOffice(Guid administration, CancellationToken stop = default)
    {
        var epoch = 0L;
        await transactions.Write(
            administration,
            async writing =>
            {
                var own = writing.Context.Administrations.Where(row => row.Id == administration);
                var rows = await own.ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Epoch, row => row.Epoch + 1),
                    stop
                );
                MustFind(rows, "administration", administration);
                epoch = await own.Select(row => row.Epoch).SingleAsync(stop);
                writing.Note(LogKind.OfficeTaken, null, ("epoch", epoch));
            },
            stop
        );
        return new Office(administration, epoch);
    }

    public Task<DateTimeOffset?> TeamleaderPoint(Guid connection, CancellationToken stop = default) =>
        transactions.Read(
            context =>
                context
                    .Connections.Where(row => row.Id == connection)
                    .Select(row => row.TeamleaderPoint)
                    .SingleAsync(stop),
            stop
        );

    public Task SaveTeamleaderPoint(
        Office office,
        Guid connection,
        DateTimeOffset point,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                var rows = await writing
                    .Context.Connections.Where(row =>
                        row.Id == connection && row.AdministrationId == office.Administration
                    )
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.TeamleaderPoint, point), stop);
                MustFind(rows, "connection", connection);
            },
            stop
        );

    /// <summary>A connection never changes its administration, so this may be read outside the write.</summary>
    Task<Guid> AdministrationOf(Guid connection, CancellationToken stop) =>
        transactions.Read(
            context =>
                context
                    .Connections.Where(row => row.Id == connection)
                    .Select(row => row.AdministrationId)
                    .SingleAsync(stop),
            stop
        );

    static (string, object?)[] SettingsInNumbers(ConnectionSettings settings) =>
        [
            ("startDate", settings.StartDate),
            ("invoiceJournal", settings.InvoiceJournal),
            ("creditNoteJournal", settings.CreditNoteJournal),
            ("mode", settings.Mode),
            ("settingsHash", Sha256.OfText(StorageJson.Write(settings))),
        ];
}
